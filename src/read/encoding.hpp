// What bytes are before they are text: the checks every file passes at the door.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zhibiao::read_stage {

/// The first byte that breaks UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above U+10FFFF).
std::optional<std::size_t> first_bad_utf8(std::string_view bytes);

/// The text with each byte that breaks UTF-8 replaced by U+FFFD: names of files may be any bytes.
std::string valid_utf8(std::string_view bytes);

/// True if valid UTF-8 `text` has nothing to read: blanks of any script, control and zero-width characters.
bool is_blank(std::string_view text);

/// What a file of another format is and what to do with it (`a PDF document; …`), told by its first
/// bytes; empty for what may be text.
std::string other_format(std::string_view bytes);

}  // namespace zhibiao::read_stage
