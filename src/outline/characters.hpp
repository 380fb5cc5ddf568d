// Small steps through UTF-8 text, as the outline needs them. The text is valid UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/chars.hpp"

namespace zhibiao::outline {

/// Bytes of the character at `offset` (at least 1).
inline std::size_t char_size(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return offset + size <= text.size() ? size : text.size() - offset;
}

/// The character that ends at `offset`; empty at the start.
inline std::string_view char_before(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && text::is_trail(text[--begin])) {
  }
  return text.substr(begin, offset - begin);
}

/// The character at `offset`; empty at the end.
inline std::string_view char_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? text.substr(offset, char_size(text, offset)) : std::string_view();
}

/// Number of characters (code points).
inline std::size_t char_count(std::string_view text) { return text::count_characters(text); }

/// Has the text more than `count` characters? Looks at no more of it than that takes.
inline bool longer_than(std::string_view text, std::size_t count) {
  return char_count(text.substr(0, 4 * count + 1)) > count;
}

/// Bytes of the first `count` characters.
inline std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t offset = 0;
  while (count > 0 && offset < text.size()) {
    offset += char_size(text, offset);
    --count;
  }
  return offset;
}

/// Is `character` one of the characters of `set`?
inline bool one_of(std::string_view character, std::string_view set) {
  return !character.empty() && set.find(character) != std::string_view::npos;
}

/// Signs that end a sentence or a clause's group, in the view's widths.
inline constexpr std::string_view kStops = "。！？；!?;…";
/// Signs that may close a quotation or bracket behind a stop.
inline constexpr std::string_view kClosers = "”’」』》）)\"'";

}  // namespace zhibiao::outline
