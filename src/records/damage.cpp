// Records, damage. Input: a cell and the text of the source; output: whether they say the same, and what a spreadsheet or an
// encoding did to the cell. Tested by tests/records/damage_test.cpp.
#include "records/damage.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "read/encoding.hpp"
#include "records/dates.hpp"
#include "records/text.hpp"
#include "write/gb18030.hpp"
#include "write/spreadsheet.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::records {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kEllipsis = "…";

/// The number of a text that is nothing but one, its percent sign apart.
struct Number {
  std::optional<Decimal> value;
  bool percent = false;
};

Number number_in(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  return {Decimal::parse(text), percent};
}

std::size_t char_size(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

/// `table` is `source` with `?` for some of its characters; two for one that needs two UTF-16 units.
bool lost_characters(std::string_view table, std::string_view source) {
  std::size_t t = 0;
  std::size_t s = 0;
  bool lost = false;
  while (t < table.size() && s < source.size()) {
    const std::size_t size = char_size(source, s);
    if (table.substr(t, size) == source.substr(s, size)) {
      t += size;
    } else if (table[t] == '?' && size > 1) {
      t += size == 4 && table.substr(t, 2) == "??" ? 2 : 1;
      lost = true;
    } else {
      return false;
    }
    s += size;
  }
  return lost && t == table.size() && s == source.size();
}

/// All numbers of the source (`2-3`, `10:1`, `2020-05`) stand in the date or time that the cell shows.
bool is_made_of(const ShownDate& date, std::string_view source) {
  std::vector<int> shown = date.numbers();
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = std::min(source.find_first_not_of("0123456789", at), source.size());
    if (end > at) {
      if (end - at > 4) return false;
      const auto found = std::find(shown.begin(), shown.end(), std::stoi(std::string(source.substr(at, end - at))));
      if (found == shown.end()) return false;
      shown.erase(found);
    }
    at = end + 1;
  }
  return true;
}

bool is_short_date(std::string_view source) {
  return write::excel_would_convert(source) && source.find_first_of("-/:") != std::string_view::npos;
}

/// UTF-8 read as GBK: turned back, the text is UTF-8 again but for what broke at its end.
bool is_mojibake(std::string_view table, std::string_view source) {
  constexpr std::size_t kTelling = 4;
  if (table.empty() || source.size() < kTelling) return false;
  std::string bytes;
  try {
    bytes = write::Gb18030().encode(table.substr(0, table.find(kReplacement)));
  } catch (const Error&) {
    return false;
  }
  const std::size_t whole = read_stage::first_bad_utf8(bytes).value_or(bytes.size());
  return whole >= 3 && source.starts_with(std::string_view(bytes).substr(0, whole)) &&
         std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

bool same_text(std::string_view table, std::string_view source) {
  if (table == source) return true;
  const std::string left = squeezed(table);
  const std::string right = squeezed(source);
  if (left == right) return true;
  const Number a = number_in(left);
  const Number b = number_in(right);
  return a.value && b.value && *a.value == *b.value && a.percent == b.percent;
}

std::string damage_of(std::string_view table, std::string_view source) {
  if (table.empty() || source.empty()) return {};
  if (table.ends_with(kEllipsis) && source.starts_with(table.substr(0, table.size() - kEllipsis.size()))) {
    return "cut, as a workbook's cell holds no more";
  }
  if (is_short_date(source)) {
    if (const auto date = shown_date(table); date && is_made_of(*date, source)) {
      return date->hour >= 0 && date->month == 0 ? "a spreadsheet took it for a time"
                                                 : "a spreadsheet took it for a date";
    }
    const auto number = Decimal::parse(table);
    if (number && table.find_first_not_of("0123456789.") == std::string_view::npos) {
      return "perhaps a date or a time that a spreadsheet made of it";
    }
  }
  if (scientific_number(table)) return "in scientific notation, whose last digits may be lost";
  if (lost_characters(table, source)) return "characters lost where the table was saved in an encoding without them";
  if (table.find(kReplacement) != std::string_view::npos && source.find(kReplacement) == std::string_view::npos) {
    return "characters lost where the table was read in a wrong encoding";
  }
  if (is_mojibake(table, source)) return "UTF-8 that was read as GBK";
  return {};
}

}  // namespace zhibiao::records
