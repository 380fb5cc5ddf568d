// Where a line of Chinese and Latin text may end.
#pragma once

#include <cstddef>
#include <string_view>

namespace zhibiao::text {

/// A line may end between these two characters: not inside a Latin word or number, not before a mark that closes or stops
/// (，。、）》”％), not behind one that opens (（《“).
bool may_break(char32_t before, char32_t after);

/// What becomes of a word longer than a line.
enum class LongWord { cut, sticks_out };

/// Bytes of `text` that make its first line of at most `columns` (East Asian width), blanks at its end included; it ends where
/// `may` allows.
std::size_t first_line(std::string_view text, std::size_t columns, bool (*may)(char32_t, char32_t) = may_break,
                       LongWord long_word = LongWord::cut);

}  // namespace zhibiao::text
