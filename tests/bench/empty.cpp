// The measure of start-up: nothing at all, linked to all the libraries that zhibiao is linked to.
int main() { return 0; }
