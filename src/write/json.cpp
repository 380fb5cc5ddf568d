// Write, JSON values. Input: valid UTF-8 and decimal text; output: RFC 8259. Tested by tests/write/rows_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "write/rows.hpp"

namespace zhibiao::write {
namespace {

/// What stands behind the backslash for each byte that a JSON string cannot hold; 'u': its number; 0: it can; '?': the
/// next byte decides, as behind 0xC2 begin the controls from U+0080 on, which drive terminals too.
constexpr auto kEscapes = [] {
  std::array<char, 256> escapes{};
  for (std::size_t control = 0; control < 0x20; ++control) escapes[control] = 'u';
  escapes[0x7F] = 'u';
  escapes['\n'] = 'n';
  escapes['\r'] = 'r';
  escapes['\t'] = 't';
  escapes['\b'] = 'b';
  escapes['\f'] = 'f';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  escapes[0xC2] = '?';
  return escapes;
}();

/// Is one of eight bytes this one? Now and then true for bytes that are near it, never false for the byte itself.
constexpr std::uint64_t has_byte(std::uint64_t bytes, unsigned char byte) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  const std::uint64_t zeros = bytes ^ (kOnes * byte);
  return (zeros - kOnes) & ~zeros & (kOnes * 0x80);
}

/// Bytes at the start of the text that a JSON string holds as they are; eight at a time, as nearly all are.
std::size_t plain_size(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const std::uint64_t low = (bytes - 0x2020202020202020) & ~bytes & 0x8080808080808080;
    if ((low | has_byte(bytes, '"') | has_byte(bytes, '\\') | has_byte(bytes, 0x7F) | has_byte(bytes, 0xC2)) != 0)
      break;
  }
  while (at < text.size() && kEscapes[static_cast<unsigned char>(text[at])] == 0) ++at;
  return at;
}

/// A character of two bytes, U+0080 to U+00BF: a control is spelt as its number.
void append_two_bytes(std::string& json, std::string_view character) {
  const auto second = static_cast<unsigned char>(character.back());
  if (character.size() == 2 && second >= 0x80 && second < 0xA0) {
    fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned>(second));
  } else {
    json += character;
  }
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
  json.push_back('"');
  while (true) {
    const std::size_t plain = plain_size(text);
    json.append(text.substr(0, plain));
    if (plain == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[plain]);
    if (kEscapes[byte] == '?') {
      append_two_bytes(json, text.substr(plain, 2));
      text.remove_prefix(std::min<std::size_t>(plain + 2, text.size()));
      continue;
    }
    json.push_back('\\');
    json.push_back(kEscapes[byte]);
    if (kEscapes[byte] == 'u') fmt::format_to(std::back_inserter(json), "{:04x}", static_cast<unsigned>(byte));
    text.remove_prefix(plain + 1);
  }
  json.push_back('"');
}

void append_json_cell(std::string& json, FieldType type, std::string_view text) {
  if (type == FieldType::list) {
    json.push_back('[');
    for (bool first = true; !text.empty(); first = false) {
      const std::size_t blank = std::min(text.find(' '), text.size());
      if (!first) json.push_back(',');
      append_json_string(json, text.substr(0, blank));
      text.remove_prefix(std::min(blank + 1, text.size()));
    }
    json.push_back(']');
  } else if (text.empty()) {
    json += "null";
  } else if (type == FieldType::text) {
    append_json_string(json, text);
  } else {
    json += text;
  }
}

std::string json_string(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

std::string json_text(std::string_view text) { return json_cell(FieldType::text, text); }

std::string json_cell(FieldType type, std::string_view text) {
  std::string json;
  append_json_cell(json, type, text);
  return json;
}

}  // namespace zhibiao::write
