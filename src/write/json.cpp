// Write, JSON values. Input: valid UTF-8 and decimal text; output: RFC 8259. Tested by tests/write/rows_test.cpp.
#include <fmt/format.h>

#include <iterator>

#include "write/rows.hpp"

namespace zhibiao::write {

std::string json_string(std::string_view text) {
  std::string json;
  json.reserve(text.size() + 2);
  json.push_back('"');
  for (const char c : text) {
    switch (c) {
      case '"': json += "\\\""; break;
      case '\\': json += "\\\\"; break;
      case '\n': json += "\\n"; break;
      case '\r': json += "\\r"; break;
      case '\t': json += "\\t"; break;
      case '\b': json += "\\b"; break;
      case '\f': json += "\\f"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
          json.push_back(c);
        }
    }
  }
  json.push_back('"');
  return json;
}

std::string json_text(std::string_view text) { return text.empty() ? "null" : json_string(text); }

std::string json_cell(FieldType type, std::string_view text) {
  switch (type) {
    case FieldType::text: return json_text(text);
    case FieldType::integer:
    case FieldType::decimal: return text.empty() ? "null" : std::string(text);
    case FieldType::list: break;
  }
  std::string json = "[";
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    json += (json.size() > 1 ? "," : "") + json_string(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return json + "]";
}

}  // namespace zhibiao::write
