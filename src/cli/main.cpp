// The program: what the system gives, handed to cli::run.
#include <cxxabi.h>
#include <execinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <typeinfo>
#include <vector>

#include "cli/app.hpp"
#include "cli/output.hpp"
#include "cli/unfinished.hpp"

namespace {

/// The language of messages by POSIX: the first of these variables that is set.
bool chinese_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("zh");
  }
  return false;
}

/// https://no-color.org, and terminals that print escape sequences as they are.
bool colours_welcome() {
  const char* refused = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  return (refused == nullptr || *refused == '\0') && kind != nullptr && std::string_view(kind) != "dumb";
}

/// What POSIX's man asks too: PAGER, else less.
std::string pager_command() {
  const char* wanted = std::getenv("PAGER");
  return wanted != nullptr && *wanted != '\0' ? wanted : "less -R";
}

zhibiao::cli::Terminal what_the_user_sees() {
  zhibiao::cli::Terminal terminal;
  terminal.tty = ::isatty(STDOUT_FILENO) == 1;
  terminal.colour = terminal.tty && colours_welcome();
  winsize size{};
  if (terminal.tty && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) terminal.width = size.ws_col;
  if (const char* columns = std::getenv("COLUMNS"); terminal.width == 0 && columns != nullptr) {
    terminal.width = std::strtoul(columns, nullptr, 10);
  }
  if (terminal.tty) terminal.pager = pager_command();
  terminal.chinese = chinese_locale();
  terminal.err_tty = ::isatty(STDERR_FILENO) == 1;
  return terminal;
}

void say(std::string_view line) {
  [[maybe_unused]] const ssize_t said = ::write(STDERR_FILENO, line.data(), line.size());
}

/// Nothing can be gone on with: what is unfinished is removed.
[[noreturn]] void end_without_memory() {
  zhibiao::cli::remove_unfinished_files();
  say("zhibiao: not enough memory\n");
  ::_exit(zhibiao::cli::kTrouble);
}

/// The last resort, where an error cannot be thrown any further: mostly no memory is left even for that. Where a library
/// let nothing be thrown at all, errno tells.
[[noreturn]] void give_up() {
  const bool memory_ended = errno == ENOMEM;
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type != nullptr ? *type == typeid(std::bad_alloc) : memory_ended) end_without_memory();
  zhibiao::cli::remove_unfinished_files();
  say("zhibiao: a fault of the program itself; please report it with the command and its input\n");
  std::abort();
}

/// A library in C that goes on where it found no memory ends here, and errno still says why. Anything else is a fault of
/// the program, which ends as it would have, but without leaving files behind.
extern "C" void out_of_bounds(int signal) {
  if (errno == ENOMEM) end_without_memory();
  zhibiao::cli::remove_unfinished_files();
  std::raise(signal);  // waits until this returns, and is not handled a second time
}

/// Before any other object of the program is made.
__attribute__((constructor(101))) void prepare_for_the_worst() {
  std::set_terminate(give_up);
  struct sigaction before {};
  ::sigaction(SIGSEGV, nullptr, &before);
  if (before.sa_handler == SIG_DFL) {  // a sanitizer has its own
    struct sigaction action {};
    action.sa_handler = out_of_bounds;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGSEGV, &action, nullptr);
  }
  // The C library loads what it unwinds with when it first has to, which takes memory: an exception that passes through
  // std::call_once would end in abort() where there is none.
  void* here = nullptr;
  ::backtrace(&here, 1);
}

int run(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  zhibiao::cli::DescriptorBuffer buffer(STDOUT_FILENO, "standard output");
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  return zhibiao::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cin, out, std::cerr,
                           what_the_user_sees());
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows as a write error, which ends the program quietly
  std::signal(SIGXFSZ, SIG_IGN);  // so does a file that may grow no further, with a message
  try {
    return run(argc, argv);
  } catch (...) {
    give_up();
  }
}
