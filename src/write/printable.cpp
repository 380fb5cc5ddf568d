// Write, safety: a document's text must not drive the terminal it is shown on. Input: any UTF-8 text; output: the
// same without control and invisible format characters. Tested by tests/write/printable_test.cpp.
#include <unicode/uchar.h>

#include "text/chars.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao {

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t ch = text::next_char(text, at);
    if (ch >= 0x20 && ch < 0x7F) {
      safe.push_back(static_cast<char>(ch));
    } else if (ch == '\t' || ch == '\n' || ch == '\r' || ch == 0x2028 || ch == 0x2029) {
      safe.push_back(' ');
    } else if (ch == 0xFFFD) {
      safe += "\xEF\xBF\xBD";  // never the bytes themselves: a stray 0x9B starts an escape sequence as well
    } else if (const auto type = u_charType(static_cast<UChar32>(ch)); type != U_CONTROL_CHAR && type != U_FORMAT_CHAR) {
      safe.append(text.substr(start, at - start));
    }
  }
  return safe;
}

}  // namespace zhibiao
