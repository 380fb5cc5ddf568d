// Read, labelled data: the table of labels and what their values mean. Input: words and values as pages and file
// headers print them; output: DocumentData. Tested by tests/read/labels_test.cpp.
#include "read/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <unordered_map>
#include <utility>

#include "read/html/chars.hpp"

namespace zhibiao::read_stage {
namespace {

#include "read/labels.def"

constexpr std::size_t kLongestLabel = 24;  // bytes
constexpr std::size_t kLongestValue = 300;

const std::unordered_map<std::string_view, const Label*>& labels_by_word() {
  static const auto table = [] {
    std::unordered_map<std::string_view, const Label*> words;
    for (const Label& label : kLabels) words.emplace(label.word, &label);
    return words;
  }();
  return table;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Full-width digits and Chinese numerals become Arabic digits; the tens of 二十四 are kept as `T`.
std::string with_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t ch = html::next_char(text, at);
    const std::string_view one = text.substr(start, at - start);
    const auto* numeral = std::find(kNumerals.begin(), kNumerals.end(), one);
    if (html::is_blank(ch)) {
      // 2019 年 1 月; but the blank before a time parts it from the day
      if (!out.empty() && is_digit(out.back())) out += ' ';
    } else if (ch >= 0xFF10 && ch <= 0xFF19) {
      out += static_cast<char>('0' + (ch - 0xFF10));
    } else if (numeral != kNumerals.end()) {
      out += static_cast<char>('0' + (numeral - kNumerals.begin()));
    } else if (std::find(kZeros.begin(), kZeros.end(), one) != kZeros.end()) {
      out += '0';
    } else if (one == kTen) {
      out += 'T';
    } else {
      out += one;
    }
  }
  return out;
}

/// A number of one or two digits, or with tens: 2T4 is 24, T is 10, T1 is 11.
std::optional<int> small_number(std::string_view text, std::size_t& at) {
  int value = 0;
  std::size_t digits = 0;
  bool tens = false;
  for (; at < text.size() && digits < 3; ++at, ++digits) {
    if (text[at] == 'T' && !tens) {
      value = (digits == 0 ? 1 : value) * 10;
      tens = true;
    } else if (is_digit(text[at]) && (digits < 2 || tens)) {
      value = tens ? value + (text[at] - '0') : value * 10 + (text[at] - '0');
    } else {
      break;
    }
  }
  if (digits == 0) return std::nullopt;
  return value;
}

bool skip(std::string_view text, std::size_t& at, std::string_view sign) {
  while (at < text.size() && text[at] == ' ') ++at;
  if (!text.substr(at).starts_with(sign)) return false;
  at += sign.size();
  while (at < text.size() && text[at] == ' ') ++at;
  return true;
}

std::string iso(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : std::string();
}

/// The date whose year begins at `at`.
std::string date_at(std::string_view text, std::size_t at) {
  int year = 0;
  std::from_chars(text.data() + at, text.data() + at + 4, year);
  if (year < 1900 || year > 2199) return {};
  at += 4;
  if (at + 4 <= text.size() && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                           text.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit)) {
    return iso(year, (text[at] - '0') * 10 + text[at + 1] - '0', (text[at + 2] - '0') * 10 + text[at + 3] - '0');
  }
  for (const auto& [first, second] :
       {std::pair{kYearSign, kMonthSign}, std::pair<std::string_view, std::string_view>("-", "-"),
        std::pair<std::string_view, std::string_view>("/", "/"),
        std::pair<std::string_view, std::string_view>(".", ".")}) {
    std::size_t behind = at;
    if (!skip(text, behind, first)) continue;
    const auto month = small_number(text, behind);
    if (!month || !skip(text, behind, second)) return {};
    const auto day = small_number(text, behind);
    return day ? iso(year, *month, *day) : std::string();
  }
  return {};
}

bool says_nothing(std::string_view value) {
  return value.empty() || std::find(kNothing.begin(), kNothing.end(), value) != kNothing.end();
}

std::string on_one_blank(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t ch = html::next_char(text, at);
    if (html::is_invisible(ch)) continue;
    if (html::is_blank(ch)) {
      gap = !out.empty();
      continue;
    }
    if (std::exchange(gap, false)) out += ' ';
    out.append(text.substr(start, at - start));
  }
  return out;
}

std::string value_of(Field field, std::string_view text) {
  switch (field) {
    case Field::issued:
    case Field::published: return iso_date(text);
    case Field::doc_number: return plain_doc_number(text);
    case Field::index_number: return html::squeezed(text);
    default: return on_one_blank(text);
  }
}

}  // namespace

const Label* find_label(std::string_view word) {
  const auto& words = labels_by_word();
  const auto found = words.find(word);
  return found == words.end() ? nullptr : found->second;
}

const Label* longest_label(std::string_view text) {
  for (std::size_t size = std::min(kLongestLabel, text.size()); size > 0; --size) {
    if (const Label* label = find_label(text.substr(0, size))) return label;
  }
  return nullptr;
}

std::string iso_date(std::string_view text) {
  const std::string digits = with_digits(html::first_chars(text, 200));
  for (std::size_t at = 0; at + 4 <= digits.size(); ++at) {
    const bool four = std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(at),
                                  digits.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit);
    if (!four || (at > 0 && is_digit(digits[at - 1]))) continue;
    if (std::string date = date_at(digits, at); !date.empty()) return date;
  }
  return {};
}

std::string plain_doc_number(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t ch = html::next_char(text, at);
    switch (ch) {
      case U'[':
      case U'【':
      case U'(':
      case U'（':
      case U'﹝':
      case U'〈':
      case U'［': out += "〔"; break;
      case U']':
      case U'】':
      case U')':
      case U'）':
      case U'﹞':
      case U'〉':
      case U'］': out += "〕"; break;
      default:
        if (!html::is_blank(ch) && !html::is_invisible(ch)) out.append(text.substr(start, at - start));
    }
  }
  // Without a number it is no document number: 无文号, 见附件.
  return std::any_of(out.begin(), out.end(), is_digit) ? out : std::string();
}

void LabelledData::add(Field field, int rank, std::string_view value) {
  Value& kept = values_[static_cast<std::size_t>(field)];
  value = html::trimmed(value);
  if (field == Field::none || rank >= kept.rank || value.size() > kLongestValue || says_nothing(value)) return;
  std::string text = value_of(field, value);
  if (!text.empty()) kept = {std::move(text), rank};
}

DocumentData LabelledData::data() const {
  const auto value = [this](Field field) { return values_[static_cast<std::size_t>(field)].text; };
  DocumentData data;
  data.title = value(Field::title);
  data.issuer = value(Field::issuer);
  data.doc_number = value(Field::doc_number);
  data.issued = value(Field::issued);
  data.index_number = value(Field::index_number);
  data.published = value(Field::published);
  return data;
}

}  // namespace zhibiao::read_stage
