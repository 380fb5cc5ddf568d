// Read, bytes to UTF-8: which encoding a text is in and what it says in it.
#pragma once

#include <string>
#include <string_view>

#include "zhibiao/read.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::read_stage {

/// The text of `bytes` as valid UTF-8 without NUL. `label` is what the file itself says of its encoding (a page's
/// `<meta charset>`; empty: nothing); unknown labels are passed over. In this order: `options.encoding`, a byte order
/// mark, UTF-16 (where the bytes are clearly that), strict UTF-8, the label, strict GB18030, Big5 where GB18030 does
/// not fit or gives rarer characters. UTF-8 comes back byte for byte, its byte order mark included; in other encodings
/// a byte order mark is no text and is dropped, and the characters that GB18030-2022 moved out of private use have
/// their new code points.
/// Sets `facts.encoding`; with `options.replace` bytes that fit nothing become U+FFFD and `facts.warnings` gets a line.
/// Throws Error(name, …) with line and byte for bytes that fit nothing, and for an unknown `options.encoding`.
std::string decode_text(const std::string& name, std::string_view bytes, const ReadOptions& options,
                        std::string_view label, FileFacts& facts);

}  // namespace zhibiao::read_stage
