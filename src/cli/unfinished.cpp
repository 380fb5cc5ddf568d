// Command line, files that are not whole yet. Input: their names; output: nothing of them left where a signal ends the
// program, and a line that says so. Tested by tests/safety/endings_test.cpp.
#include "cli/unfinished.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <csignal>
#include <cstring>

#include "zhibiao/write.hpp"

namespace zhibiao::cli {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU};

/// For the signal handler: only plain memory may be touched there.
struct Slot {
  volatile std::sig_atomic_t taken = 0;  ///< set last: a handler sees the whole of it or nothing
  std::array<char, PATH_MAX> path{};
  std::array<char, PATH_MAX + 256> note{};
};

std::array<Slot, 4> slots;

void say(const char* text) { [[maybe_unused]] const ssize_t said = ::write(STDERR_FILENO, text, std::strlen(text)); }

extern "C" void clean_up(int signal) {
  for (const Slot& slot : slots) {
    if (slot.taken != 0) say(slot.note.data());
  }
  remove_unfinished_files();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

bool is_free(const Slot& slot) { return slot.taken == 0; }

void handle_signals(void (*handler)(int)) {
  for (const int signal : kSignals) {
    if (std::signal(signal, handler) == SIG_IGN) std::signal(signal, SIG_IGN);  // nohup stays in force
  }
}

template <std::size_t Size>
void store(std::array<char, Size>& into, const std::string& text) {
  text.copy(into.data(), text.size());
  into[text.size()] = '\0';
}

}  // namespace

SignalsHeld::SignalsHeld() {
  sigset_t held;
  sigemptyset(&held);
  for (const int signal : kSignals) sigaddset(&held, signal);
  ::pthread_sigmask(SIG_BLOCK, &held, &before_);
}

SignalsHeld::~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

void remove_unfinished_files() {
  for (const Slot& slot : slots) {
    if (slot.taken != 0 && slot.path[0] != '\0') ::unlink(slot.path.data());
  }
}

UnfinishedFile::UnfinishedFile(const std::string& path, const std::string& note) {
  const auto slot = std::find_if(slots.begin(), slots.end(), is_free);
  if (slot == slots.end() || path.size() >= slot->path.size()) return;
  const std::string line = fmt::format("zhibiao: {}\n", printable(note));
  const bool first = std::all_of(slots.begin(), slots.end(), is_free);
  store(slot->path, path);
  store(slot->note, line.size() < slot->note.size() ? line : std::string());
  slot->taken = 1;
  slot_ = static_cast<int>(slot - slots.begin());
  if (first) handle_signals(clean_up);
}

UnfinishedFile::~UnfinishedFile() {
  if (slot_ < 0) return;
  slots[static_cast<std::size_t>(slot_)].taken = 0;
  if (std::all_of(slots.begin(), slots.end(), is_free)) handle_signals(SIG_DFL);
}

}  // namespace zhibiao::cli
