// Patterns of one kind. Tested by tests/rules/.
#include "rules/pattern_set.hpp"

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
  } else {
    letters_ = LetterFilter(patterns_);
  }
}

void PatternSet::candidates(std::string_view text, Candidates& found) const {
  found.clear();
  if (patterns_.empty()) return;
  if (by_ == Filter::words) return words_.candidates(text, found);
  letters_.candidates(text, [&](std::size_t pattern, std::size_t last) {
    found.push_back({static_cast<int>(pattern), 0, last});
  });
}

}  // namespace zhibiao::rules
