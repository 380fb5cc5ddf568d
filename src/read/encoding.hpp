// Encodings by name, and checks of UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zhibiao::read_stage {

/// The encodings a text may come in. GBK and GB2312 are parts of GB18030.
enum class Encoding { utf8, gb18030, utf16le, utf16be, big5 };

inline constexpr std::array kEncodings = {Encoding::utf8, Encoding::gb18030, Encoding::utf16le, Encoding::utf16be,
                                          Encoding::big5};

/// As this program writes it: `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`, `Big5`.
const char* name_of(Encoding encoding);

/// By label, in any case and with blanks around it; see encodings.def.
std::optional<Encoding> encoding_of(std::string_view label);

/// The first byte that breaks UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above U+10FFFF).
std::optional<std::size_t> first_bad_utf8(std::string_view bytes);

/// The text with each byte that breaks UTF-8 replaced by U+FFFD: names of files may be any bytes.
std::string valid_utf8(std::string_view bytes);

/// True if valid UTF-8 `text` has nothing to read: blanks of any script, control and zero-width characters.
bool is_blank(std::string_view text);

}  // namespace zhibiao::read_stage
