// A pattern of words.cpp, compiled; most texts are refused before it is run.
#pragma once

#include <re2/re2.h>

#include <bitset>
#include <string_view>

#include "outline/words.hpp"

namespace zhibiao::outline {

class Matcher {
 public:
  explicit Matcher(const words::Pattern& pattern);

  /// Does the text hold a match? `groups` are re2::StringPiece or std::string pointers.
  template <typename... Group>
  bool find(std::string_view text, Group*... groups) const {
    return may_match(text) && RE2::PartialMatch(text, regex_, groups...);
  }

  /// Is the whole text a match?
  template <typename... Group>
  bool fits(std::string_view text, Group*... groups) const {
    return may_match(text) && RE2::FullMatch(text, regex_, groups...);
  }

 private:
  bool may_match(std::string_view text) const;

  const words::Pattern& pattern_;
  std::bitset<256> last_bytes_;  // of the characters that a match ends with
  RE2 regex_;
};

}  // namespace zhibiao::outline
