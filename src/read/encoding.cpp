// Read, first half: is it text at all? Input: the bytes of a file; output: what is wrong with them.
// Tested by tests/read/read_test.cpp.
#include "read/encoding.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace zhibiao::read_stage {
namespace {

struct Format {
  std::string_view magic;
  const char* advice;
};

using namespace std::string_view_literals;

constexpr std::array kFormats = {
    Format{"%PDF-"sv, "a PDF document, which is not read yet; extract its text first: pdftotext FILE"},
    Format{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
           "a Microsoft Office 97-2003 or WPS document (DOC), which is not read; save it as UTF-8 text first"},
    Format{"{\\rtf"sv, "an RTF document, which is not read; save it as UTF-8 text first"},
    Format{"\xFF\xFE"sv, "UTF-16 text, which is not read yet; convert it first: iconv -f UTF-16 -t UTF-8"},
    Format{"\xFE\xFF"sv, "UTF-16 text, which is not read yet; convert it first: iconv -f UTF-16 -t UTF-8"},
    Format{"\x89PNG"sv, "a PNG picture; a scan needs OCR first"},
    Format{"\xFF\xD8\xFF"sv, "a JPEG picture; a scan needs OCR first"},
    Format{"II*\0"sv, "a TIFF picture; a scan needs OCR first"},
    Format{"MM\0*"sv, "a TIFF picture; a scan needs OCR first"},
    Format{"\x1F\x8B"sv, "a gzip archive; unpack it first"},
};

/// A ZIP names its entries near the front: that tells which document it is.
std::string zip_advice(std::string_view bytes) {
  const std::string_view front = bytes.substr(0, 4096);
  const auto holds = [&](std::string_view name) { return front.find(name) != std::string_view::npos; };
  if (holds("word/")) {
    return "a Word document (DOCX), which is not read yet; save it as UTF-8 text first";
  }
  if (holds("xl/")) {
    return "an Excel workbook (XLSX), which is not read; save it as UTF-8 text first";
  }
  if (holds("OFD.xml")) {
    return "an OFD document, which is not read; save it as UTF-8 text first";
  }
  return "a ZIP archive or an office document in one (DOCX, XLSX), which is not read yet; save it as UTF-8 text first";
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t at = 0;
  while (at < size) {
    const std::size_t start = at;
    UChar32 point = 0;
    U8_NEXT(data, at, size, point);
    if (point < 0) {
      return start;
    }
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
    if (u_isUWhiteSpace(point) == 0 && type != U_CONTROL_CHAR && type != U_FORMAT_CHAR) {
      return false;
    }
  }
  return true;
}

std::string other_format(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) {
    return zip_advice(bytes);
  }
  for (const Format& format : kFormats) {
    if (bytes.starts_with(format.magic)) {
      return format.advice;
    }
  }
  return {};
}

}  // namespace zhibiao::read_stage
