// Read, web pages: markers of lists. Input: how a list counts; output: what a browser prints before an item.
// Tested by tests/read/html_test.cpp.
#include "read/html/lists.hpp"

#include <array>

#include "read/html/chars.hpp"
#include "read/list_numbers.hpp"

namespace zhibiao::read_stage::html {
namespace {

#include "read/html/lists.def"

/// What CSS calls a way of counting, as OOXML names it; empty for plain digits.
std::string_view form_of(std::string_view marks) {
  const auto holds = [&](std::string_view word) { return marks.find(word) != std::string_view::npos; };
  if (marks == "a" || holds("lower-alpha") || holds("lower-latin")) return "lowerLetter";
  if (marks == "A" || holds("upper-alpha") || holds("upper-latin")) return "upperLetter";
  if (marks == "i" || holds("lower-roman")) return "lowerRoman";
  if (marks == "I" || holds("upper-roman")) return "upperRoman";
  if (holds("ideographic") || holds("cjk") || holds("chinese")) return "chineseCounting";
  return "decimal";
}

}  // namespace

std::string list_marker(bool ordered, std::string_view marks, int number) {
  if (marks.starts_with("none")) return {};
  if (!ordered && marks.find("decimal") == std::string_view::npos) return "• ";
  const std::string_view form = ordered ? form_of(marks) : "decimal";
  return list_number(number, form) + (form == "chineseCounting" ? "、" : ". ");
}

bool has_marker(std::string_view text) {
  std::size_t at = 0;
  const auto peek = [&] {
    std::size_t behind = at;
    return at < text.size() ? next_char(text, behind) : U'\0';
  };
  const bool bracket = peek() == U'(' || peek() == U'（' || peek() == U'〔';
  if (bracket) next_char(text, at);
  if (peek() >= 0x2460 && peek() <= 0x249B) return true;  // ① to ⒛
  std::size_t digits = 0;
  std::size_t numerals = 0;
  while (at < text.size() && digits + numerals < 6) {
    const std::size_t start = at;
    const char32_t ch = next_char(text, at);
    if ((ch >= U'0' && ch <= U'9') || (ch >= 0xFF10 && ch <= 0xFF19)) {
      ++digits;
    } else if (kNumeralCharacters.find(text.substr(start, at - start)) != std::string_view::npos) {
      ++numerals;
    } else {
      at = start;
      break;
    }
  }
  if (digits + numerals == 0) return false;
  const char32_t behind = peek();
  if (bracket) return behind == U')' || behind == U'）' || behind == U'〕';
  if (behind == U'、' || behind == U'．' || behind == U')' || behind == U'）') return true;
  if (behind != U'.') return false;
  next_char(text, at);
  return !(peek() >= U'0' && peek() <= U'9');  // 1.5 is a number
}

}  // namespace zhibiao::read_stage::html
