// A pattern of words.cpp as it is run: most texts are refused at a glance, and the others seldom need RE2.
#pragma once

#include <bitset>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string_view>

#include "outline/words.hpp"
#include "rules/matcher.hpp"
#include "zhibiao/source.hpp"

namespace re2 {
class RE2;
}

namespace zhibiao::outline {

/// Compiled when a text first asks for it; threads share it.
class Matcher {
 public:
  /// A group's text is a part of the text searched; empty where the group took no part.
  using Group = std::string_view*;

  explicit Matcher(const words::Pattern& pattern);

  /// Does the text hold a match? If so, its first groups are put into `groups`.
  template <typename... Groups>
  bool find(std::string_view text, Groups*... groups) const {
    return may_match(text) && anywhere_.find(text, nullptr, {groups...});
  }
  /// Where the first match is; an empty span at the end where there is none.
  template <typename... Groups>
  Span place(std::string_view text, Groups*... groups) const {
    Span span{text.size(), text.size()};
    if (may_match(text)) anywhere_.find(text, &span, {groups...});
    return span;
  }
  /// Is the whole text a match?
  template <typename... Groups>
  bool fits(std::string_view text, Groups*... groups) const {
    return may_match(text) && whole_.find(text, nullptr, {groups...});
  }

 private:
  class Form {
   public:
    Form(const words::Pattern& pattern, bool whole);
    ~Form();
    bool find(std::string_view text, Span* span, std::initializer_list<Group> groups) const;

   private:
    bool find_by_re2(std::string_view text, rules::Places& places) const;

    const words::Pattern& pattern_;
    bool whole_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<const rules::Matcher> matcher_;
    mutable std::once_flag once_re2_;
    mutable std::unique_ptr<const re2::RE2> regex_;
  };
  bool may_match(std::string_view text) const;

  const words::Pattern& pattern_;
  std::bitset<256> last_bytes_;  // of the characters that a match ends with
  Form anywhere_;
  Form whole_;
};

}  // namespace zhibiao::outline
