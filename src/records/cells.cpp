// Records, cells. Input: a cell and the field of its column; output: that field of the fact, or why it is not understood.
// Tested by tests/records/table_test.cpp.
#include "records/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <utility>

#include "records/dates.hpp"
#include "records/text.hpp"
#include "write/spreadsheet.hpp"

namespace zhibiao::records {
namespace {

using TextMember = std::string Fact::*;
constexpr std::array<std::pair<std::string_view, TextMember>, 16> kTexts = {{{"file", &Fact::file},
                                                                             {"issuer", &Fact::issuer},
                                                                             {"item", &Fact::item},
                                                                             {"heading", &Fact::heading},
                                                                             {"action", &Fact::action},
                                                                             {"indicator", &Fact::indicator},
                                                                             {"scope", &Fact::scope},
                                                                             {"comparator", &Fact::comparator},
                                                                             {"unit", &Fact::unit},
                                                                             {"per", &Fact::per},
                                                                             {"change", &Fact::change},
                                                                             {"deadline", &Fact::deadline},
                                                                             {"mention", &Fact::mention},
                                                                             {"sentence", &Fact::sentence},
                                                                             {"rule", &Fact::rule},
                                                                             {"place", &Fact::place}}};

constexpr std::array<std::string_view, 7> kComparators = {"=", ">=", "<=", ">", "<", "~", "range"};

/// The value of an enumeration by its name.
template <class Enum>
std::optional<Enum> named(std::string_view name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
  return text;
}

/// One cell on its way into the fact.
class Setter {
 public:
  Setter(RecordRow& row, const Field& field, const Cell& cell, const CellStyle& style)
      : row_(row), field_(field), cell_(cell), style_(style) {}

  void set() {
    if (style_.spreadsheet && cell_.number.empty() && is_error_value(cell_.text)) {
      return lost(cell_.text.find_first_not_of('#') == std::string::npos
                      ? "what a spreadsheet shows where the column is too narrow"
                      : "an error value of a spreadsheet");
    }
    if (field_.name == "value") return set_decimal(row_.fact.value);
    if (field_.name == "value_max") return set_decimal(row_.fact.value_max);
    if (field_.type == FieldType::integer) return set_integer();
    if (field_.name == "role") return set_name(row_.fact.role, Role::mention);
    if (field_.name == "kind") return set_name(row_.fact.kind, Kind::deadline);
    if (field_.name == "flags") return set_flags();
    for (const auto& [name, member] : kTexts) {
      if (field_.name == name) return set_text(row_.fact.*member);
    }
  }

 private:
  void said() { row_.said.push_back(&field_); }
  void lost(std::string reason) { row_.troubles.push_back({&field_, cell_.text, std::move(reason), true}); }

  /// The number in the cell; without one a trouble is noted unless the cell is empty.
  std::optional<Decimal> number() {
    if (!cell_.number.empty()) return Decimal::parse(cell_.number);
    if (const auto shown = shown_number(cell_.text, style_.decimal_comma)) return shown;
    if (const auto powered = scientific_number(cell_.text)) {
      if (style_.spreadsheet) {
        row_.troubles.push_back({&field_, cell_.text, "in scientific notation, whose last digits may be lost", false});
      }
      return powered;
    }
    if (!trimmed(cell_.text).empty()) lost("no plain number");
    return std::nullopt;
  }

  void set_decimal(std::optional<Decimal>& value) {
    value = number();
    if (value || trimmed(cell_.text).empty()) said();
  }

  void set_integer() {
    if (trimmed(cell_.text).empty()) {
      if (field_.name == "year") said();
      return;
    }
    const auto decimal = number();
    if (!decimal) return;
    const std::string digits = decimal->str();
    constexpr std::size_t kLongest = 15;
    if (digits.size() > kLongest || digits.find_first_not_of("0123456789") != std::string::npos) {
      return lost("no whole number");
    }
    const auto whole = static_cast<std::size_t>(std::stoull(digits));
    if (field_.name == "year" && whole > 9999) return lost("no year");
    if (field_.name == "year") row_.fact.year = static_cast<int>(whole);
    if (field_.name == "line") row_.fact.line = whole;
    if (field_.name == "column") row_.fact.column = whole;
    if (field_.name == "start") row_.fact.span.begin = whole;
    if (field_.name == "end") row_.fact.span.end = whole;
    said();
  }

  template <class Enum>
  void set_name(Enum& value, Enum last) {
    const std::string name = lower(folded(cell_.text));
    if (name.empty()) return;
    const auto found = named(name, last);
    if (!found) return lost(fmt::format("no {}", field_.name));
    value = *found;
    said();
  }

  void set_flags() {
    row_.fact.flags.clear();
    const std::string flags = folded(cell_.text);
    for (std::size_t at = 0; at < flags.size();) {
      const std::size_t end = std::min(flags.find(' ', at), flags.size());
      if (end > at) row_.fact.flags.push_back(flags.substr(at, end - at));
      at = end + 1;
    }
    said();
  }

  void set_text(std::string& text) {
    text = style_.spreadsheet ? trimmed(cell_.text) : cell_.text;
    if (style_.spreadsheet) text = write::from_excel_spelling(field_, text);
    if (field_.name == "deadline" && style_.spreadsheet) text = deadline(text);
    if (field_.name == "comparator") {
      if (text != "range") text = write::from_excel_spelling(field_, folded(text));
      if (!text.empty() && std::find(kComparators.begin(), kComparators.end(), text) == kComparators.end()) {
        return lost("no comparator");
      }
    }
    said();
  }

  /// A date in another spelling, or as the number of a day, becomes ours.
  static std::string deadline(const std::string& text) {
    constexpr long kFirstDay = 29221;  // 1980-01-01
    constexpr long kLastDay = 73415;   // 2100-12-31
    if (text.size() == 5 && text.find_first_not_of("0123456789") == std::string::npos) {
      const long serial = std::stol(text);
      if (kFirstDay <= serial && serial <= kLastDay) return date_of_serial(serial, false);
    }
    const std::string iso = iso_deadline(text);
    return iso.empty() ? text : iso;
  }

  RecordRow& row_;
  const Field& field_;
  const Cell& cell_;
  const CellStyle& style_;
};

/// A name as headers may spell it.
std::string plain_name(std::string_view name) {
  std::string plain = lower(squeezed(folded(name)));
  std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == '\'' || c == '"'; });
  return plain;
}

bool is_key(const Field& field) {
  return field.name == "mention" || field.name == "indicator" || field.name == "value";
}

}  // namespace

void set_field(RecordRow& row, const Field& field, const Cell& cell, const CellStyle& style) {
  Setter(row, field, cell, style).set();
}

const Field* field_named(std::string_view name) {
  const std::string plain = plain_name(name);
  if (plain.empty()) return nullptr;
  for (const Field& field : fields()) {
    if (plain_name(field.name) == plain || field.name_zh == plain) return &field;
  }
  return nullptr;
}

std::vector<const Field*> header_of(const Row& row) {
  std::vector<const Field*> columns;
  std::size_t known = 0;
  bool key = false;
  constexpr std::size_t kLongestName = 64;
  for (const Cell& cell : row) {
    const Field* field = cell.text.size() > kLongestName ? nullptr : field_named(cell.text);
    if (const auto same = std::find(columns.begin(), columns.end(), field); field != nullptr && same != columns.end()) {
      // A list of fields names each in both languages: no header.
      if (plain_name(cell.text) != plain_name(row[static_cast<std::size_t>(same - columns.begin())].text)) return {};
      field = nullptr;  // of two columns of one name the first counts
    }
    if (field != nullptr) {
      ++known;
      key = key || is_key(*field);
    }
    columns.push_back(field);
  }
  if (known < 2 || !key) columns.clear();
  return columns;
}

std::string needed_columns() {
  std::string list;
  for (const char* name : {"mention", "indicator", "value"}) {
    const Field* field = find_field(name);
    list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", field->name, field->name_zh);
  }
  return list;
}

}  // namespace zhibiao::records
