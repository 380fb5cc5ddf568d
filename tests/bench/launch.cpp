// Runs a program several times and writes what each run cost, for bench/programs.cpp. A program of its own because a
// child's peak memory, as the kernel counts it, is at least that of the process it was made from: this one is tiny.
// Usage: launch RUNS CPU_SECONDS REPORT OUTPUT PROGRAM ARGUMENT…; a line of REPORT: wall ns, CPU us, peak KiB, status.
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace {

long long now() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

long long microseconds(const timeval& time) { return time.tv_sec * 1'000'000LL + time.tv_usec; }

/// Connects a stream with the file, emptied; the child ends if that fails.
void redirect(const char* path, int stream) {
  const int file = ::open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0 || ::dup2(file, stream) < 0) ::_exit(126);
  ::close(file);
}

[[noreturn]] void become(char** argv, unsigned long cpu_seconds, const char* output) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // an interrupted benchmark leaves nothing running
  const rlimit limit = {cpu_seconds, cpu_seconds};
  ::setrlimit(RLIMIT_CPU, &limit);
  redirect(output, STDOUT_FILENO);
  redirect("/dev/null", STDERR_FILENO);
  ::execv(argv[0], argv);
  ::_exit(127);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) return 2;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int runs = std::atoi(argv[1]);
  std::FILE* report = std::fopen(argv[3], "w");
  if (report == nullptr) return 2;
  for (int run = 0; run < runs; ++run) {
    const long long start = now();
    const pid_t child = ::fork();
    if (child < 0) return 2;
    if (child == 0) become(argv + 5, std::strtoul(argv[2], nullptr, 10), argv[4]);
    int status = 0;
    rusage usage{};
    if (::wait4(child, &status, 0, &usage) != child) return 2;
    const long long end = now();
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    std::fprintf(report, "%lld %lld %ld %d\n", end - start, microseconds(usage.ru_utime) + microseconds(usage.ru_stime),
                 usage.ru_maxrss, code);
  }
  return std::fclose(report) == 0 ? 0 : 2;
}
