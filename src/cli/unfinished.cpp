// Command line, files that are not whole yet. Input: their names; output: nothing of them left where a signal ends the
// program. Tested by tests/cli/output_test.cpp.
#include "cli/unfinished.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <csignal>

namespace zhibiao::cli {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

/// For the signal handler: only plain memory may be touched there. An empty name is a free slot.
std::array<std::array<char, PATH_MAX>, 4> unfinished{};

extern "C" void remove_unfinished(int signal) {
  for (const auto& name : unfinished) {
    if (name[0] != '\0') ::unlink(name.data());
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

bool is_free(const std::array<char, PATH_MAX>& slot) { return slot[0] == '\0'; }

void handle_signals(void (*handler)(int)) {
  for (const int signal : kSignals) {
    if (std::signal(signal, handler) == SIG_IGN) std::signal(signal, SIG_IGN);  // nohup stays in force
  }
}

}  // namespace

UnfinishedFile::UnfinishedFile(const std::string& path) {
  const auto slot = std::find_if(unfinished.begin(), unfinished.end(), is_free);
  if (slot == unfinished.end() || path.size() >= slot->size()) return;
  const bool first = std::all_of(unfinished.begin(), unfinished.end(), is_free);
  // The first byte comes last: a handler sees the whole name or none.
  path.copy(slot->data() + 1, path.size() - 1, 1);
  (*slot)[path.size()] = '\0';
  (*slot)[0] = path[0];
  slot_ = static_cast<int>(slot - unfinished.begin());
  if (first) handle_signals(remove_unfinished);
}

UnfinishedFile::~UnfinishedFile() {
  if (slot_ < 0) return;
  unfinished[static_cast<std::size_t>(slot_)][0] = '\0';
  if (std::all_of(unfinished.begin(), unfinished.end(), is_free)) handle_signals(SIG_DFL);
}

}  // namespace zhibiao::cli
