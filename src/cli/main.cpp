// The program: what the system gives, handed to cli::run.
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/app.hpp"
#include "cli/output.hpp"

namespace {

/// The language of messages by POSIX: the first of these variables that is set.
bool chinese_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("zh");
  }
  return false;
}

zhibiao::cli::Terminal standard_output() {
  zhibiao::cli::Terminal terminal;
  terminal.tty = ::isatty(STDOUT_FILENO) == 1;
  winsize size{};
  if (terminal.tty && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) terminal.width = size.ws_col;
  if (const char* columns = std::getenv("COLUMNS"); terminal.width == 0 && columns != nullptr) {
    terminal.width = std::strtoul(columns, nullptr, 10);
  }
  terminal.chinese = chinese_locale();
  return terminal;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows as a write error, which ends the program quietly
  std::ios::sync_with_stdio(false);
  zhibiao::cli::DescriptorBuffer buffer(STDOUT_FILENO, "standard output");
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  return zhibiao::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cin, out, std::cerr,
                           standard_output());
}
