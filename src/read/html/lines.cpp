// Read, web pages: lines told by their words. Input: one line; output: whether it belongs to the site. Tested by
// tests/read/html_body_test.cpp.
#include "read/html/lines.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/html/chars.hpp"

namespace zhibiao::read_stage::html {
namespace {

#include "read/html/words.def"

constexpr std::size_t kLongestOffer = 60;  // characters
constexpr std::size_t kLongestFooter = 120;

bool is_ornament(char32_t ch) {
  return is_blank(ch) || is_invisible(ch) || kSigns.find(ch) != std::u32string_view::npos;
}

/// Nothing but offers, longest first, with signs between them.
bool offers_only(std::string_view text) {
  bool any = false;
  while (!text.empty()) {
    std::size_t behind = 0;
    if (is_ornament(next_char(text, behind))) {
      text.remove_prefix(behind);
      continue;
    }
    std::size_t longest = 0;
    for (const std::string_view offer : kOffers) {
      if (offer.size() > longest && text.starts_with(offer)) longest = offer.size();
    }
    if (longest == 0) return false;
    any = true;
    text.remove_prefix(longest);
  }
  return any;
}

template <typename Table>
bool holds_any(const Table& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

bool is_page_furniture(std::string_view line) {
  const std::size_t chars = visible_chars(first_chars(line, kLongestFooter + 1));
  if (chars > kLongestFooter) return false;
  if (chars <= kLongestOffer && offers_only(line)) return true;
  if (holds_any(kFooterMarks, line)) return true;
  const std::string text = squeezed(line);
  return std::any_of(kWayOpeners.begin(), kWayOpeners.end(), [&](auto word) { return text.starts_with(word); });
}

bool names_document(std::string_view text) { return holds_any(kDocumentWords, text); }

}  // namespace zhibiao::read_stage::html
