// Read, bytes to UTF-8: which encoding a text is in and what it says in it.
#pragma once

#include <string>
#include <string_view>

#include "zhibiao/read.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::read_stage {

/// The text of `bytes` as valid UTF-8 without NUL. The encoding is, in this order: `options.encoding`; what the byte
/// order mark says; UTF-8 if all bytes are that; else guess_encoding(), which `label` helps: what the file itself says
/// (a page's `<meta charset>`; empty: nothing; unknown labels are passed over). So bytes decide over labels.
/// UTF-8 comes back byte for byte, its byte order mark included; in other encodings the mark is dropped. A text whose
/// lines end with CR alone has LF instead.
/// Sets `facts.encoding`; with `options.replace` bytes that fit nothing, and NUL, become U+FFFD and `facts.warnings` gets
/// a line. Throws Error(name, …) with line and byte for them without it, and for an unknown `options.encoding`.
std::string decode_text(const std::string& name, std::string_view bytes, const ReadOptions& options,
                        std::string_view label, FileFacts& facts);

}  // namespace zhibiao::read_stage
