// Read, programs that help: one process under limits. Input: arguments and bytes; output: what it printed and how it
// ended. Between fork and exec only async-signal-safe calls are made; everything they need is prepared before.
// Tested by tests/read/child_test.cpp.
#include "read/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "read/limits.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kErrBytes = 65536;
constexpr const char* kDefaultPath = "/usr/local/bin:/usr/bin:/bin";

/// A descriptor that is closed in the end.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int number) : number_(number) {}
  ~Fd() { close(); }
  Fd(Fd&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    close();
    number_ = std::exchange(other.number_, -1);
    return *this;
  }
  int get() const { return number_; }
  bool open() const { return number_ >= 0; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_ = -1;
};

struct Pipe {
  Fd read;
  Fd write;
};

bool make_pipe(Pipe& pipe) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  pipe.read = Fd(ends[0]);
  pipe.write = Fd(ends[1]);
  return true;
}

std::string temporary_root() {
  const char* given = std::getenv("TMPDIR");
  return given != nullptr && *given == '/' ? given : "/tmp";
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The bytes as an open file without a name: in memory, else on the disk.
Fd nameless_file(std::string_view bytes) {
  Fd file(::memfd_create("zhibiao", MFD_CLOEXEC));
  if (!file.open()) {
    std::string name = temporary_root() + "/zhibiao-XXXXXX";
    file = Fd(::mkostemp(name.data(), O_CLOEXEC));
    if (file.open()) ::unlink(name.c_str());
  }
  if (!file.open() || !write_all(file.get(), bytes) || ::lseek(file.get(), 0, SEEK_SET) != 0) {
    const int error = errno;
    file.close();
    errno = error;
  }
  return file;
}

/// All that the child needs after fork, ready to use.
struct Prepared {
  std::string program;
  std::vector<std::string> environment;
  std::vector<char*> argv;
  std::vector<char*> envp;
  std::string uid_map;
  std::string gid_map;
  ChildLimits limits;
  int in = -1;
  int out = -1;
  int err = -1;
  int failure = -1;  ///< errno of a failed exec goes here
};

void write_file(const char* path, const std::string& text) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  // Without the map the program runs as well.
  [[maybe_unused]] const ssize_t written = ::write(file, text.data(), text.size());
  ::close(file);
}

void limit(int what, rlim_t value) {
  const rlimit pair{value, value};
  // Where the kernel refuses, the wall clock still holds.
  [[maybe_unused]] const int result = ::setrlimit(static_cast<__rlimit_resource>(what), &pair);
}

/// In the child: no network, limits, its own group; then the program. Never returns.
[[noreturn]] void become(const Prepared& ready) {
  ::setpgid(0, 0);
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0) {
    write_file("/proc/self/setgroups", "deny");
    write_file("/proc/self/uid_map", ready.uid_map);
    write_file("/proc/self/gid_map", ready.gid_map);
  }
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD}) ::sigaction(number, &action, nullptr);
  action.sa_handler = SIG_IGN;  // a file too large is a failed write, not a death
  ::sigaction(SIGXFSZ, &action, nullptr);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, ready.limits.cpu_seconds);
  if (!ready.limits.writes_files) limit(RLIMIT_FSIZE, 0);
  if (::dup2(ready.in, STDIN_FILENO) >= 0 && ::dup2(ready.out, STDOUT_FILENO) >= 0 &&
      ::dup2(ready.err, STDERR_FILENO) >= 0) {
    // Last, since it counts what this program has, too: a sanitizer takes a lot.
    if (ready.limits.memory_bytes > 0) limit(RLIMIT_AS, ready.limits.memory_bytes);
    ::execve(ready.program.c_str(), ready.argv.data(), ready.envp.data());
  }
  const int error = errno;
  [[maybe_unused]] const ssize_t written = ::write(ready.failure, &error, sizeof error);
  ::_exit(127);
}

/// Takes what a pipe holds; closes it at its end. False when the limit is passed.
bool drain(Fd& pipe, std::string& into, std::size_t most, bool drop_rest) {
  std::array<char, 65536> buffer;
  while (pipe.open()) {
    const ssize_t got = ::read(pipe.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) break;
    if (got <= 0) {
      pipe.close();
      break;
    }
    const auto size = static_cast<std::size_t>(got);
    if (!drop_rest && into.size() + size > most) return false;
    into.append(buffer.data(), std::min(size, most - std::min(most, into.size())));
  }
  return true;
}

void set_end(ChildResult& result, int status, const rusage& used, const ChildLimits& limits) {
  const bool signalled = WIFSIGNALED(status);
  result.end = signalled ? ChildEnd::signalled : ChildEnd::exited;
  result.status = signalled ? WTERMSIG(status) : WEXITSTATUS(status);
  if (signalled && (result.status == SIGXCPU || result.status == SIGKILL) &&
      used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 >= static_cast<time_t>(limits.cpu_seconds)) {
    result.end = ChildEnd::timed_out;
    return;
  }
  if (result.ok() || limits.memory_bytes == 0) return;
  for (const char* said : {"bad_alloc", "Out of memory", "out of memory", "Cannot allocate memory"}) {
    if (result.err.find(said) != std::string::npos) result.end = ChildEnd::out_of_memory;
  }
}

/// Waits for the process and takes its output meanwhile.
ChildResult attend(pid_t process, Fd out, Fd err, const ChildLimits& limits) {
  ChildResult result;
  const unsigned seconds = limits.wall_seconds > 0 ? limits.wall_seconds : limits.cpu_seconds * 2 + 10;
  const auto deadline = Clock::now() + std::chrono::seconds(seconds);
  ::fcntl(out.get(), F_SETFL, O_NONBLOCK);
  ::fcntl(err.get(), F_SETFL, O_NONBLOCK);
  std::optional<ChildEnd> stopped;
  int status = 0;
  rusage used{};
  while (true) {
    const bool fits = drain(out, result.out, limits.output_bytes, false);
    drain(err, result.err, kErrBytes, true);
    if (!stopped && (!fits || Clock::now() > deadline)) {
      stopped = fits ? ChildEnd::timed_out : ChildEnd::too_much;
      ::kill(-process, SIGKILL);
      ::kill(process, SIGKILL);
      out.close();
      err.close();
    }
    const pid_t ended = ::wait4(process, &status, WNOHANG, &used);
    if (ended != 0 && !(ended < 0 && errno == EINTR)) break;
    std::array<pollfd, 2> watched{{{out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}}};
    const int slice = out.open() || err.open() ? 50 : 1;
    ::poll(watched.data(), watched.size(), slice);
  }
  // What it left running must not outlive it, nor hold us at the pipes.
  ::kill(-process, SIGKILL);
  if (!stopped && !drain(out, result.out, limits.output_bytes, false)) stopped = ChildEnd::too_much;
  drain(err, result.err, kErrBytes, true);
  set_end(result, status, used, limits);
  if (stopped) result.end = *stopped;
  return result;
}

ChildResult not_started(int error) {
  ChildResult result;
  result.end = ChildEnd::not_started;
  result.status = error;
  return result;
}

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> out;
  // exec takes them as char* and leaves them alone.
  for (const std::string& text : strings) out.push_back(const_cast<char*>(text.c_str()));
  out.push_back(nullptr);
  return out;
}

std::string search_path() {
  const char* path = std::getenv("PATH");
  return path != nullptr && *path != '\0' ? path : kDefaultPath;
}

/// What needs memory is done before fork.
void prepare(const ChildCall& call, std::string program, Prepared& ready) {
  ready.program = std::move(program);
  ready.environment = {"PATH=" + search_path(), "HOME=" + call.home, "TMPDIR=" + call.home, "LANG=C.UTF-8",
                       "LC_ALL=C.UTF-8"};
  ready.argv = pointers(call.argv);
  ready.envp = pointers(ready.environment);
  ready.uid_map = fmt::format("{0} {0} 1", ::geteuid());
  ready.gid_map = fmt::format("{0} {0} 1", ::getegid());
  ready.limits = call.limits;
}

/// The errno that the child sends where it cannot become the program; the pipe closes without a word where it can.
std::optional<int> exec_error(const Fd& failure) {
  int error = 0;
  ssize_t got = 0;
  do {
    got = ::read(failure.get(), &error, sizeof error);
  } while (got < 0 && errno == EINTR);
  return got == static_cast<ssize_t>(sizeof error) ? std::optional(error) : std::nullopt;
}

}  // namespace

std::optional<std::string> find_program(const std::string& name) {
  const auto runs = [](const std::string& file) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0;
  };
  if (name.find('/') != std::string::npos) return runs(name) ? std::optional(name) : std::nullopt;
  const std::string path = search_path();
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t to = std::min(path.find(':', from), path.size());
    const std::string file = path.substr(from, to - from) + "/" + name;
    // An empty entry would be the current folder: a program there is not what is meant.
    if (to > from && path[from] == '/' && runs(file)) return file;
    from = to + 1;
  }
  return std::nullopt;
}

ChildResult run_child(const ChildCall& call) {
  auto program = find_program(call.argv.at(0));
  if (!program) {
    ChildResult result;
    result.end = ChildEnd::not_found;
    return result;
  }
  Prepared ready;
  prepare(call, std::move(*program), ready);

  Pipe out;
  Pipe err;
  Pipe failure;
  const Fd input = nameless_file(call.input);
  if (!input.open() || !make_pipe(out) || !make_pipe(err) || !make_pipe(failure)) return not_started(errno);
  ready.in = input.get();
  ready.out = out.write.get();
  ready.err = err.write.get();
  ready.failure = failure.write.get();

  const pid_t process = ::fork();
  if (process < 0) return not_started(errno);
  if (process == 0) become(ready);
  ::setpgid(process, process);  // on both sides, so that it holds whoever is first
  out.write.close();
  err.write.close();
  failure.write.close();
  const auto error = exec_error(failure.read);
  ChildResult result = attend(process, std::move(out.read), std::move(err.read), call.limits);
  return error ? not_started(*error) : std::move(result);
}

std::string how_to_allow(const ChildResult& result) {
  switch (result.end) {
    case ChildEnd::timed_out: return how_to_lift("seconds");
    case ChildEnd::out_of_memory: return how_to_lift("memory");
    case ChildEnd::too_much: return how_to_lift("part");
    default: return {};
  }
}

std::string how_it_ended(const ChildResult& result, const ChildLimits& limits) {
  switch (result.end) {
    case ChildEnd::exited: return fmt::format("ended with status {}", result.status);
    case ChildEnd::signalled: return fmt::format("was killed by signal {}", result.status);
    case ChildEnd::not_found: return "is not installed";
    case ChildEnd::not_started: return "cannot be started: " + system_reason(result.status);
    case ChildEnd::timed_out: return fmt::format("took more than {} s", limits.cpu_seconds);
    case ChildEnd::out_of_memory: return fmt::format("needs more than {} MiB of memory", limits.memory_bytes >> 20U);
    case ChildEnd::too_much: return fmt::format("gives more than {} MiB", limits.output_bytes >> 20U);
  }
  return {};
}

TemporaryFolder::TemporaryFolder() {
  path_ = temporary_root() + "/zhibiao-XXXXXX";
  if (::mkdtemp(path_.data()) == nullptr) {
    const std::string why = system_reason(errno);
    throw Error("", "no temporary folder can be made in " + temporary_root() + ": " + why);
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace zhibiao::read_stage
