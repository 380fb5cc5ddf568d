// One encoding to UTF-8, by ICU's converters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/encoding.hpp"

namespace zhibiao::read_stage {

/// A text as converted. Bytes that fit nothing, and NUL, stand in it as one U+FFFD for each place.
struct Converted {
  std::string text;             ///< valid UTF-8 without NUL; a byte order mark is a character like others
  std::size_t faults = 0;       ///< places where bytes were replaced
  std::size_t fault_at = 0;     ///< of the first: its byte offset in the input
  std::string fault_bytes;      ///< of the first: the bytes, at most four
  std::size_t fault_place = 0;  ///< of the first: where its U+FFFD stands in `text`
};

/// Reads `bytes` as `encoding`. In GB18030 the characters that its edition of 2022 moved out of private use have their
/// new code points, and bytes A3 A0 are U+3000. `whole` is false for the first part of a longer text: then bytes at the
/// end that only begin a character are left out and are no fault.
Converted convert(std::string_view bytes, Encoding encoding, bool whole = true);

}  // namespace zhibiao::read_stage
