// Write, xlsx: one cell. Input: a field's text; output: the same as safe text, number, date or link.
// Tested by tests/write/workbook_test.cpp.
#include "write/workbook/cell.hpp"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "text/chars.hpp"

namespace zhibiao::write {
namespace {

constexpr std::size_t kExactDigits = 15;
constexpr std::size_t kLongestLink = 2079;  ///< bytes; Excel allows as many characters
constexpr std::string_view kEllipsis = "…";

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool is_hex(char c) { return is_digit(c) || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F'); }

/// A character that XML 1.0 cannot hold, or would hand on as another one (CR as LF).
bool is_forbidden(UChar32 ch) { return (ch < 0x20 && ch != '\t' && ch != '\n') || ch == 0xFFFE || ch == 0xFFFF; }

/// The next character, which `at` moves behind; negative for a stray byte.
UChar32 next_or_stray(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 ch = 0;
  U8_NEXT(bytes, at, text.size(), ch);
  return ch;
}

/// `text` begins with `_x0041_`, or will once its forbidden characters begin with `_` too.
bool looks_escaped(std::string_view text) {
  constexpr std::size_t kStart = 6;
  if (text.size() <= kStart || text[0] != '_' || text[1] != 'x') return false;
  if (!std::all_of(text.begin() + 2, text.begin() + kStart, is_hex)) return false;
  std::size_t at = kStart;
  const UChar32 ch = next_or_stray(text, at);
  return ch == '_' || (ch >= 0 && is_forbidden(ch));
}

/// Nothing in it to escape: the rule, found out without a copy.
bool is_safe(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 ch = next_or_stray(text, at);
    if (ch < 0 || ch == '_' || is_forbidden(ch)) return false;
  }
  return true;
}

std::size_t units_of(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += text::next_char(text, at) > 0xFFFF ? 2 : 1;
  return units;
}

/// Whether the URL may hold the character as it is.
bool is_plain_in_link(UChar32 ch) {
  if (ch >= 0x80) return ch >= 0xA0 && !is_forbidden(ch);
  constexpr std::string_view kMarks = "/-._~!$&'()*+,;=@";
  const char c = static_cast<char>(ch);
  return is_digit(c) || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || kMarks.find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view path) {
  std::string link;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t start = at;
    const UChar32 ch = next_or_stray(path, at);
    const std::string_view bytes = path.substr(start, at - start);
    if (ch > 0 && is_plain_in_link(ch)) {
      link += bytes;
    } else {
      for (const char c : bytes) fmt::format_to(std::back_inserter(link), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return link;
}

/// The folder's real path with the name behind it; links are not followed in the name itself.
std::filesystem::path located(const std::string& name) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(name, error);
  const std::filesystem::path folder = std::filesystem::weakly_canonical(path.parent_path(), error);
  return (error ? path : folder / path.filename()).lexically_normal();
}

}  // namespace

CellText cell_text(std::string_view text, std::size_t limit) {
  // Never more UTF-16 units than bytes.
  if (text.size() <= limit && is_safe(text)) return {std::string(text)};
  CellText cell;
  std::size_t units = 0;
  std::size_t keep = 0;  // bytes that leave room for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const UChar32 ch = next_or_stray(text, at);
    std::string piece(text.substr(start, at - start));
    if (ch < 0) {
      piece = "\uFFFD";
    } else if (is_forbidden(ch)) {
      piece = fmt::format("_x{:04X}_", static_cast<unsigned>(ch));
    } else if (ch == '_' && looks_escaped(text.substr(start))) {
      piece = "_x005F_";
    }
    units += units_of(piece);
    if (units > limit) {
      cell.text.resize(keep);
      cell.text += kEllipsis;
      cell.cut = true;
      break;
    }
    cell.text += piece;
    if (units + 1 <= limit) keep = cell.text.size();
  }
  return cell;
}

std::optional<double> exact_number(std::string_view text) {
  std::string_view digits = text;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  const std::size_t point = digits.find('.');
  std::string plain(digits.substr(0, point));
  if (plain.empty()) return std::nullopt;
  if (point != std::string_view::npos) {
    if (point + 1 == digits.size()) return std::nullopt;
    plain += digits.substr(point + 1);
  }
  if (!std::all_of(plain.begin(), plain.end(), is_digit)) return std::nullopt;
  const std::size_t first = plain.find_first_not_of('0');
  if (first == std::string::npos) return 0.0;
  if (plain.find_last_not_of('0') - first >= kExactDigits) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::chrono::year_month_day> full_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) -> int {
    int value = 0;
    for (const char c : text.substr(at, size)) {
      if (!is_digit(c)) return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  using namespace std::chrono_literals;
  constexpr std::chrono::year_month_day kFirst = 1900y / 3 / 1;
  if (!date.ok() || date < kFirst) return std::nullopt;
  return date;
}

std::string link_to(const std::string& name, const std::string& workbook) {
  if (name.empty() || name == "-") return {};
  const std::filesystem::path file = located(name);
  const std::filesystem::path folder = located(workbook).parent_path();
  const auto first = [](const std::filesystem::path& path) {
    return path.relative_path().empty() ? std::filesystem::path() : *path.relative_path().begin();
  };
  const bool shared = !first(folder).empty() && first(folder) == first(file);
  std::string link =
      shared ? percent_encoded(file.lexically_relative(folder).string()) : "file://" + percent_encoded(file.string());
  return link.size() > kLongestLink ? std::string() : link;
}

}  // namespace zhibiao::write
