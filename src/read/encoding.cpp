// Read, names of encodings and checks of UTF-8. Input: labels, bytes; output: encodings, places.
// Tested by tests/read/encoding_test.cpp.
#include "read/encoding.hpp"

#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "zhibiao/read.hpp"

namespace zhibiao {

std::string find_encoding(std::string_view label) {
  const auto encoding = read_stage::encoding_of(label);
  return encoding ? read_stage::name_of(*encoding) : "";
}

namespace read_stage {
namespace {

struct Label {
  std::string_view text;
  Encoding encoding;
};

constexpr std::array kLabels = {
#define X(label, encoding) Label{label, Encoding::encoding},
#include "read/encodings.def"
#undef X
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

const char* name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::gb18030: return "GB18030";
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::big5: return "Big5";
  }
  return "";
}

std::optional<Encoding> encoding_of(std::string_view label) {
  constexpr std::string_view kBlanks = " \t\r\n\f";
  const std::size_t first = label.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return std::nullopt;
  label = label.substr(first, label.find_last_not_of(kBlanks) - first + 1);
  std::string folded(label);
  std::transform(folded.begin(), folded.end(), folded.begin(), lower);
  const auto* const found =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& known) { return known.text == folded; });
  if (found == kLabels.end()) return std::nullopt;
  return found->encoding;
}

std::optional<std::size_t> first_bad_utf8(std::string_view bytes) {
  // Nearly every text is whole, which vectors tell; only of others the place is asked.
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::nullopt;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t at = 0;
  while (at < size) {
    const std::size_t start = at;
    UChar32 point = 0;
    U8_NEXT(data, at, size, point);
    if (point < 0) return start;
  }
  return std::nullopt;
}

std::string valid_utf8(std::string_view bytes) {
  std::string text;
  for (auto bad = first_bad_utf8(bytes); bad; bad = first_bad_utf8(bytes)) {
    text.append(bytes.substr(0, *bad)).append("\xEF\xBF\xBD");
    bytes.remove_prefix(*bad + 1);
  }
  return text.append(bytes);
}

bool is_blank(std::string_view text) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  std::size_t at = 0;
  while (at < size) {
    UChar32 point = 0;
    U8_NEXT(data, at, size, point);
    const auto type = u_charType(point);
    if (u_isUWhiteSpace(point) == 0 && type != U_CONTROL_CHAR && type != U_FORMAT_CHAR) return false;
  }
  return true;
}

}  // namespace read_stage
}  // namespace zhibiao
