// The measure of start-up: nothing at all, linked to the libraries that zhibiao names (needed.cmake).
int main() { return 0; }
