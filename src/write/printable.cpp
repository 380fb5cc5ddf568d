// Write, safety: a document's text must not drive the terminal it is shown on. Input: any UTF-8 text; output: the
// same without control and invisible format characters. Tested by tests/write/printable_test.cpp.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "zhibiao/write.hpp"

namespace zhibiao {

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  // Names of files may be any bytes, so nothing is taken for granted here.
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    UChar32 ch = 0;
    U8_NEXT(bytes, at, text.size(), ch);
    if (ch >= 0x20 && ch < 0x7F) {
      safe.push_back(static_cast<char>(ch));
    } else if (ch == '\t' || ch == '\n' || ch == '\r' || ch == 0x2028 || ch == 0x2029) {
      safe.push_back(' ');
    } else if (ch < 0) {
      safe += "\xEF\xBF\xBD";  // never the bytes themselves: a stray 0x9B starts an escape sequence as well
    } else if (const auto type = u_charType(ch); type != U_CONTROL_CHAR && type != U_FORMAT_CHAR) {
      safe.append(text.substr(start, at - start));
    }
  }
  return safe;
}

}  // namespace zhibiao
