// Write, csv and tsv. Input: cells as text; output: lines that any reader takes apart again, with the byte order mark, line
// ends and encoding asked for. Tested by tests/write/rows_test.cpp.
#include "write/csv.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace zhibiao::write {
namespace {

/// Bytes that a cell holds as they are: no separator, no line end, nothing that may drive a terminal (0xC2 begins the
/// controls from U+0080 on, and much else).
constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = byte != 0x7F && byte != 0xC2;
  for (const char c : {'"', ',', ';', '\\'}) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}();

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return kPlain[static_cast<unsigned char>(c)]; });
}

constexpr std::string_view kReplacement = "\uFFFD";

/// The control character that the text begins with has so many bytes; 0 if there is none. Tabs and line ends are text.
std::size_t control_size(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first == 0xC2) return text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0 ? 2 : 0;
  return (first < 0x20 && first != '\t' && first != '\n' && first != '\r') || first == 0x7F ? 1 : 0;
}

/// Names of files may hold control characters: whoever looks at the table in a terminal must not be at their mercy.
std::string without_controls(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t control = control_size(text);
    safe += control > 0 ? kReplacement : text.substr(0, 1);
    text.remove_prefix(std::max<std::size_t>(control, 1));
  }
  return safe;
}

/// Quotes only where they are needed, doubled inside. With `guard` also where some settings of Excel would see a separator.
void append_csv(std::string& line, std::string_view text, bool guard) {
  const auto needs_quotes = [guard](char c) {
    return c == '"' || c == ',' || c == '\n' || c == '\r' || (guard && (c == ';' || c == '\t'));
  };
  if (std::none_of(text.begin(), text.end(), needs_quotes)) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

void append_tsv(std::string& line, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\t': line += "\\t"; break;
      case '\n': line += "\\n"; break;
      case '\r': line += "\\r"; break;
      case '\\': line += "\\\\"; break;
      default: line += c;
    }
  }
}

}  // namespace

SeparatedRows::SeparatedRows(std::ostream& out, Format format, const CsvStyle& style,
                             const std::vector<Column>& columns)
    : out_(out), comma_(format == Format::csv), style_(style) {
  if (style_.gb18030) gb18030_.emplace();
  if (!style_.head) return;
  // In GB18030 a byte order mark would be one more mojibake.
  if (style_.bom && !style_.gb18030) out_ << "\xEF\xBB\xBF";
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const Column& column : columns) names.push_back(column.name);
  line(names);
}

void SeparatedRows::row(const std::vector<std::string>& cells) { line(cells); }

void SeparatedRows::line(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) text += comma_ ? ',' : '\t';
    if (is_plain(cell)) {
      text += cell;
    } else {
      const std::string safe = without_controls(cell);
      comma_ ? append_csv(text, safe, style_.guard) : append_tsv(text, safe);
    }
  }
  // A single empty cell would make an empty line, which readers skip.
  if (text.empty() && comma_) text = "\"\"";
  text += style_.crlf ? "\r\n" : "\n";
  out_ << (gb18030_ ? gb18030_->encode(text) : text);
}

}  // namespace zhibiao::write
