// Patterns of one kind. Tested by tests/rules/.
#include "rules/pattern_set.hpp"

#include <algorithm>

#include "rules/archive.hpp"

namespace zhibiao::rules {

std::string PatternSet::pack() const { return packed(*this); }

void PatternSet::finish(std::string_view packed) {
  if (patterns_.empty()) return;
  if (!packed.empty()) {
    Unpacker unpacker(packed);
    return unpacker(*this);
  }
  if (by_ == Filter::words) {
    words_ = WordFilter(patterns_);
    return;
  }
  for (const auto& pattern : patterns_) {
    const auto parsed = parse_expression(pattern.expression());
    letters_.push_back(parsed ? needed_letters(parsed->root) : std::vector<Letters>());
  }
}

void PatternSet::candidates(std::string_view text, Candidates& found) const {
  found.clear();
  if (patterns_.empty()) return;
  if (by_ == Filter::words) return words_.candidates(text, found);
  Letters held;
  for (const char c : text) held.add(c);
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const bool may =
        std::all_of(letters_[i].begin(), letters_[i].end(), [&](const Letters& one) { return one.meets(held); });
    if (may) found.push_back({static_cast<int>(i)});
  }
}

}  // namespace zhibiao::rules
