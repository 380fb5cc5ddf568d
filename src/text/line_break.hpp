// Where a line of Chinese and Latin text may end.
#pragma once

namespace zhibiao::text {

/// A line may end between these two characters: not inside a Latin word or number, not before a mark that closes or stops
/// (，。、）》”％), not behind one that opens (（《“).
bool may_break(char32_t before, char32_t after);

}  // namespace zhibiao::text
