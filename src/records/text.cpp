// Records, the text of cells. Input: a cell as it stands in a table; output: the same without what typing and
// spreadsheets put around it. Tested by tests/records/text_test.cpp.
#include "records/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace zhibiao::records {
namespace {

/// A character by its bytes, and what it is as ASCII: a blank, `\0` for one that prints nothing.
struct Folding {
  std::size_t size = 1;
  char ascii = 0;
  bool folds = false;
};

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

Folding folding_at(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  const unsigned second = byte_at(text, at + 1);
  const unsigned third = byte_at(text, at + 2);
  if (first < 0x80) return {1, static_cast<char>(first), true};
  if (first == 0xC2 && second == 0xA0) return {2, ' ', true};                    // no-break space
  if (first == 0xE3 && second == 0x80 && third == 0x80) return {3, ' ', true};   // U+3000
  if (first == 0xEF && second == 0xBB && third == 0xBF) return {3, '\0', true};  // byte order mark
  if (first == 0xE2 && second == 0x80) {
    if ((third >= 0x80 && third <= 0x8A) || third == 0xAF) return {3, ' ', true};  // U+2000 and the like
    if (third >= 0x8B && third <= 0x8F) return {3, '\0', true};                    // zero width
  }
  // Full-width forms U+FF01 to U+FF5E.
  if (first == 0xEF && second == 0xBC && third >= 0x81) return {3, static_cast<char>(third - 0x60), true};
  if (first == 0xEF && second == 0xBD && third <= 0x9E) return {3, static_cast<char>(third - 0x20), true};
  return {first >= 0xF0 ? std::size_t{4} : first >= 0xE0 ? std::size_t{3} : std::size_t{2}, '\0', false};
}

bool is_empty(const Folding& one) {
  return one.folds &&
         (one.ascii == ' ' || one.ascii == '\0' || one.ascii == '\t' || one.ascii == '\r' || one.ascii == '\n');
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

}  // namespace

std::string trimmed(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Folding one = folding_at(text, at);
    const std::size_t next = std::min(at + one.size, text.size());
    if (!is_empty(one)) {
      begin = std::min(begin, at);
      end = next;
    }
    at = next;
  }
  return begin < end ? std::string(text.substr(begin, end - begin)) : std::string();
}

std::string squeezed(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Folding one = folding_at(text, at);
    if (!is_empty(one)) result += text.substr(at, one.size);
    at += one.size;
  }
  return result;
}

std::string folded(std::string_view text) {
  const std::string whole = trimmed(text);
  std::string result;
  for (std::size_t at = 0; at < whole.size();) {
    const Folding one = folding_at(whole, at);
    if (!one.folds) {
      result += whole.substr(at, one.size);
    } else if (one.ascii != '\0') {
      result += one.ascii;
    }
    at += one.size;
  }
  return result;
}

std::optional<Decimal> shown_number(std::string_view text, bool decimal_comma) {
  std::string plain = folded(text);
  if (plain.starts_with('\'')) plain.erase(0, 1);
  if (plain.starts_with('+')) plain.erase(0, 1);
  if (const auto number = Decimal::parse(plain)) return number;
  if (decimal_comma && std::count(plain.begin(), plain.end(), ',') == 1 && plain.find('.') == std::string::npos) {
    std::replace(plain.begin(), plain.end(), ',', '.');
    return Decimal::parse(plain);
  }
  return std::nullopt;
}

std::optional<Decimal> scientific_number(std::string_view text) {
  const std::string plain = folded(text);
  const std::size_t mark = plain.find_first_of("eE");
  if (mark == std::string::npos || mark == 0 || !is_digit(plain[mark - 1])) return std::nullopt;
  std::string_view power = std::string_view(plain).substr(mark + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
  if (power.empty() || error != std::errc() || end != power.data() + power.size()) return std::nullopt;
  if (exponent < -30 || exponent > 30) return std::nullopt;
  const auto mantissa = Decimal::parse(std::string_view(plain).substr(0, mark));
  return mantissa ? mantissa->scaled(exponent) : std::nullopt;
}

bool is_error_value(std::string_view text) {
  const std::string plain = trimmed(text);
  if (!plain.empty() && plain.find_first_not_of('#') == std::string::npos) return true;
  constexpr std::array<std::string_view, 11> kErrors = {"#NAME?", "#REF!",  "#VALUE!",      "#DIV/0!",
                                                        "#N/A",   "#NULL!", "#NUM!",        "#SPILL!",
                                                        "#CALC!", "#BUSY!", "#GETTING_DATA"};
  return plain.starts_with("Err:5") || std::find(kErrors.begin(), kErrors.end(), plain) != kErrors.end();
}

}  // namespace zhibiao::records
