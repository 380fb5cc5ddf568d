// Outline: patterns as they are run. Input: a text. Output: whether it matches, and its groups. What the table row says of
// every match is asked first, then the rules' matcher; RE2 is asked what that does not know or gives up.
// Tested by tests/outline/matcher_test.cpp.
#include "outline/matcher.hpp"

#include <re2/re2.h>

#include <string>

#include "outline/characters.hpp"
#include "rules/re2_search.hpp"

namespace zhibiao::outline {
namespace {

std::string expression(const words::Pattern& pattern, bool whole) {
  return whole ? "^(?:" + std::string(pattern.regex) + ")$" : std::string(pattern.regex);
}

}  // namespace

Matcher::Form::Form(const words::Pattern& pattern, bool whole) : pattern_(pattern), whole_(whole) {}

Matcher::Form::~Form() = default;

bool Matcher::Form::find(std::string_view text, Span* span, std::initializer_list<Group> groups) const {
  std::call_once(once_, [&] { matcher_ = rules::Matcher::make(expression(pattern_, whole_)); });
  rules::Places places;
  using Found = rules::Matcher::Found;
  const Found found = matcher_ ? matcher_->search(text, 0, places) : Found::unknown;
  if (found == Found::no || (found == Found::unknown && !find_by_re2(text, places))) return false;
  if (span != nullptr) *span = rules::span_of(places, 0);
  std::size_t number = 1;
  for (const Group group : groups) {
    const Span part = rules::span_of(places, number++);
    *group = text.substr(part.begin, part.size());
  }
  return true;
}

bool Matcher::Form::find_by_re2(std::string_view text, rules::Places& places) const {
  std::call_once(once_re2_, [&] { regex_ = std::make_unique<RE2>(expression(pattern_, whole_)); });
  return rules::search_by_re2(*regex_, text, 0, places);
}

Matcher::Matcher(const words::Pattern& pattern) : pattern_(pattern), anywhere_(pattern, false), whole_(pattern, true) {
  const std::string_view ends = pattern.ends;
  for (std::size_t at = 0; at < ends.size();) {
    at += char_size(ends, at);
    last_bytes_.set(static_cast<unsigned char>(ends[at - 1]));
  }
}

bool Matcher::may_match(std::string_view text) const {
  if (!pattern_.ends.empty()) {
    // One byte refuses most texts.
    if (text.empty() || !last_bytes_[static_cast<unsigned char>(text.back())]) return false;
    if (!one_of(char_before(text, text.size()), pattern_.ends)) return false;
  }
  return pattern_.needs.empty() || text.find(pattern_.needs) != std::string_view::npos;
}

}  // namespace zhibiao::outline
