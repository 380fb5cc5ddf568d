// Records, rows of cells parted by commas, tabs or semicolons. Input: a text in UTF-8; output: its rows with the line each
// begins on. A quote that is never closed is taken for a character, so that one slip does not swallow the table.
// Tested by tests/records/table_test.cpp.
#include <algorithm>
#include <array>

#include "records/formats.hpp"
#include "records/text.hpp"

namespace zhibiao::records {
namespace {

constexpr std::size_t kUnclosed = 100;  // that many searches for a quote's end may fail

bool is_end(char c) { return c == '\n' || c == '\r'; }

/// Every backslash stands before what TSV writes with one.
bool has_escapes(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 2)) {
    if (at + 1 == text.size() || std::string_view("tnr\\").find(text[at + 1]) == std::string_view::npos) return false;
  }
  return true;
}

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      result += text[at];
      continue;
    }
    const char c = text[++at];
    result += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return result;
}

class Reader {
 public:
  Reader(std::string_view text, char separator) : text_(text), separator_(separator) {
    tabs_ = separator == '\t';
    escapes_ = tabs_ && has_escapes(text);
    at_ = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    all_quoted_ = at_ < text.size() && text[at_] == '"';
    crlf_ = text.find("\r\n") != std::string_view::npos;
  }

  /// The next row and the line it begins on; false at the end.
  bool next(Row& row, std::size_t& line) {
    if (at_ >= text_.size()) return false;
    row.clear();
    line = line_;
    while (true) {
      row.push_back({cell()});
      if (at_ >= text_.size()) return true;
      if (text_[at_] == separator_) {
        ++at_;
        continue;
      }
      end_line();
      return true;
    }
  }

 private:
  void end_line() {
    if (text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string cell() {
    if (at_ < text_.size() && text_[at_] == '"') {
      std::string quoted;
      if (quoted_cell(quoted)) return quoted;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && !is_end(text_[at_])) ++at_;
    const std::string_view plain = text_.substr(begin, at_ - begin);
    return escapes_ ? unescaped(plain) : std::string(plain);
  }

  /// Reads a cell in quotes; false, and nothing read, if it is none.
  bool quoted_cell(std::string& cell) {
    if (unclosed_ >= kUnclosed) return false;
    bool needed = all_quoted_;
    std::size_t lines = 0;
    for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c != '"') {
        needed = needed || c == separator_ || is_end(c) || (c == ',' && crlf_);  // Excel's habit
        if (c == '\n' || (c == '\r' && text_.substr(at + 1, 1) != "\n")) ++lines;
        cell += c;
        continue;
      }
      if (at + 1 < text_.size() && text_[at + 1] == '"') {
        needed = true;
        cell += '"';
        ++at;
        continue;
      }
      return close(at + 1, needed, lines, cell);
    }
    ++unclosed_;
    return false;
  }

  /// Behind the closing quote: what follows it up to the cell's end is taken as it stands.
  bool close(std::size_t at, bool needed, std::size_t lines, std::string& cell) {
    const std::size_t end = std::min(text_.find_first_of(std::string{separator_, '\n', '\r'}, at), text_.size());
    // TSV knows no quotes: there they are quotes only where something in them needs it.
    if (tabs_ && (end > at || !needed)) return false;
    cell += text_.substr(at, end - at);
    at_ = end;
    line_ += lines;
    return true;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t unclosed_ = 0;
  bool tabs_ = false;
  bool escapes_ = false;
  bool all_quoted_ = false;  ///< by programs that quote every cell
  bool crlf_ = false;
};

/// The most fields that a header among the first rows has.
std::size_t fields_under(std::string_view text, char separator) {
  Reader reader(text, separator);
  Row row;
  std::size_t line = 0;
  std::size_t most = 0;
  for (std::size_t n = 0; n < kHeaderWithin && reader.next(row, line);) {
    const auto header = header_of(row);
    const auto known = static_cast<std::size_t>(
        std::count_if(header.begin(), header.end(), [](const Field* field) { return field != nullptr; }));
    most = std::max(most, known);
    // Blank lines do not count.
    if (row.size() > 1 || !trimmed(row[0].text).empty()) ++n;
  }
  return most;
}

}  // namespace

char separator_of(std::string_view text) {
  char best = '\0';
  std::size_t most = 0;
  for (const char separator : {',', '\t', ';'}) {
    const std::size_t known = fields_under(text, separator);
    if (known > most) {
      most = known;
      best = separator;
    }
  }
  return best;
}

void read_separated(std::string_view text, char separator, Builder& builder) {
  Reader reader(text, separator);
  Row row;
  std::size_t line = 1;
  while (reader.next(row, line)) {
    if (!builder.row(line, row)) return;
  }
}

}  // namespace zhibiao::records
