// Records, JSON. Input: objects one a line, one after the other, or in an array; output: a row for each. One that is broken
// is told with its line, and the others are read: so each is parsed by itself. Numbers keep all of their digits.
// Tested by tests/records/table_test.cpp.
#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <utility>

#include "records/formats.hpp"

namespace zhibiao::records {
namespace {

using Json = nlohmann::json;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// Takes the fields of one flat object; what is nested deeper than a list of words is nothing of ours.
class Fields : public nlohmann::json_sax<Json> {
 public:
  Fields(RecordRow& row, const CellStyle& style) : row_(row), style_(style) {}

  bool null() override { return value(""); }
  bool boolean(bool yes) override { return value(yes ? "true" : "false"); }
  bool number_integer(number_integer_t number) override { return value(std::to_string(number)); }
  bool number_unsigned(number_unsigned_t number) override { return value(std::to_string(number)); }
  bool number_float(number_float_t, const string_t& digits) override { return value(digits); }
  bool string(string_t& text) override { return value(std::move(text)); }
  bool binary(binary_t&) override { return true; }
  bool key(string_t& name) override {
    if (depth_ == 1) field_ = field_named(name);
    return true;
  }
  bool start_object(std::size_t) override {
    ++depth_;
    return true;
  }
  bool end_object() override {
    --depth_;
    return true;
  }
  bool start_array(std::size_t) override {
    if (depth_++ == 1) list_.clear();
    return true;
  }
  bool end_array() override {
    if (--depth_ == 1) value(std::exchange(list_, {}));
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  std::size_t known() const { return known_; }

 private:
  bool value(std::string text) {
    if (depth_ == 2) list_ += (list_.empty() ? "" : " ") + text;
    if (depth_ != 1 || field_ == nullptr) return true;
    ++known_;
    set_field(row_, *field_, {std::move(text)}, style_);
    return true;
  }

  RecordRow& row_;
  const CellStyle& style_;
  const Field* field_ = nullptr;
  std::string list_;
  std::size_t depth_ = 0;
  std::size_t known_ = 0;
};

void read_object(std::string_view text, std::size_t line, Builder& builder) {
  RecordRow row;
  row.row = line;
  Fields fields(row, builder.style());
  if (!text.starts_with('{') || !Json::sax_parse(text.begin(), text.end(), &fields)) {
    builder.broken(line, std::string(text), "no object of JSON");
  } else if (fields.known() == 0) {
    builder.broken(line, std::string(text), "an object without any field of a record");
  } else {
    builder.record(std::move(row));
  }
}

/// The end of the value that begins at `at`: behind its last bracket, or before the comma or bracket behind it.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      // No string of JSON holds a line end: a quote that is never closed ends there.
      if (c == '"' || c == '\n') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      if (--depth == 0) return at + 1;
    } else if (c == ',' && depth == 0) {
      return at;
    }
  }
  return text.size();
}

/// One value after the other, commas between them or not.
void read_values(std::string_view text, std::size_t at, std::size_t line, bool array, Builder& builder) {
  std::size_t counted = at;
  while (true) {
    at = skip_blanks(text, at);
    if (array && at < text.size() && (text[at] == ',' || text[at] == ']')) {
      ++at;
      continue;
    }
    if (at >= text.size()) return;
    const std::size_t end = std::max(std::min(end_of_value(text, at), text.size()), at + 1);
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    read_object(text.substr(at, end - at), line, builder);
    at = end;
  }
}

void read_lines(std::string_view text, Builder& builder) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    line.remove_prefix(skip_blanks(line, 0));
    if (!line.empty()) read_object(line, number, builder);
  }
}

std::string_view without_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

/// The first object ends on its line: one a line.
bool is_one_a_line(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  const std::size_t last = first.find_last_not_of(" \t\r");
  return last != std::string_view::npos && first[last] == '}';
}

}  // namespace

bool looks_like_json(std::string_view text) {
  const std::string_view plain = without_mark(text);
  const std::size_t at = skip_blanks(plain, 0);
  if (at >= plain.size() || (plain[at] != '{' && plain[at] != '[')) return false;
  const std::size_t next = skip_blanks(plain, at + 1);
  if (next >= plain.size()) return false;
  return plain[at] == '{' ? plain[next] == '"' || plain[next] == '}' : plain[next] == '{' || plain[next] == ']';
}

bool read_json(std::string_view text, Builder& builder) {
  const std::string_view plain = without_mark(text);
  const std::size_t at = skip_blanks(plain, 0);
  const auto lines =
      static_cast<std::size_t>(std::count(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  const bool array = plain[at] == '[';
  if (array) {
    read_values(plain, at + 1, lines + 1, true, builder);
  } else if (is_one_a_line(plain.substr(at))) {
    read_lines(plain, builder);
  } else {
    read_values(plain, at, lines + 1, false, builder);
  }
  return array;
}

}  // namespace zhibiao::records
