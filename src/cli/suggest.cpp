// Command line, suggestions for names mistyped. Input: a word and the names known; output: a message.
// Tested by tests/cli/suggest_test.cpp.
#include "cli/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "zhibiao/write.hpp"

namespace zhibiao::cli {
namespace {

constexpr std::size_t kListed = 10;  // more candidates than this are no help in one line

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t k = 0; k <= b.size(); ++k) {
      if (i == 0 || k == 0) {
        cost[i][k] = i + k;
        continue;
      }
      const std::size_t replace = a[i - 1] == b[k - 1] ? 0 : 1;
      cost[i][k] = std::min({cost[i - 1][k] + 1, cost[i][k - 1] + 1, cost[i - 1][k - 1] + replace});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
        cost[i][k] = std::min(cost[i][k], cost[i - 2][k - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::string best;
  std::size_t best_distance = limit + 1;
  for (const std::string& candidate : candidates) {
    // Very long words are no slips of the finger, and the distance is quadratic.
    const std::size_t longer = std::max(word.size(), candidate.size());
    if (longer > 100 || longer - std::min(word.size(), candidate.size()) > limit) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string unknown(std::string_view what, std::string_view word, const std::vector<std::string>& candidates) {
  std::string message = fmt::format("unknown {} '{}'", what, printable(word));
  if (const std::string near = nearest(word, candidates); !near.empty()) {
    message += fmt::format("; did you mean '{}'?", near);
  } else if (!candidates.empty() && candidates.size() <= kListed) {
    message += "; expected " + listed(candidates);
  }
  return message;
}

}  // namespace zhibiao::cli
