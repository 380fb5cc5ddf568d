// Read, web pages: markers of lists. Input: how a list counts; output: what a browser prints before an item.
// Tested by tests/read/html_test.cpp.
#include "read/html_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "read/html_chars.hpp"

namespace zhibiao::read_stage::html {
namespace {

#include "read/html_lists.def"

std::string letters(int number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  return out;
}

std::string roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kSigns{{{1000, "m"},
                                                                     {900, "cm"},
                                                                     {500, "d"},
                                                                     {400, "cd"},
                                                                     {100, "c"},
                                                                     {90, "xc"},
                                                                     {50, "l"},
                                                                     {40, "xl"},
                                                                     {10, "x"},
                                                                     {9, "ix"},
                                                                     {5, "v"},
                                                                     {4, "iv"},
                                                                     {1, "i"}}};
  std::string out;
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value; number -= value) out += sign;
  }
  return out;
}

/// 1 to 99 in Chinese numerals.
std::string chinese(int number) {
  std::string out;
  if (number >= 20) out += kListDigits[static_cast<std::size_t>(number / 10)];
  if (number >= 10) out += kListTen;
  return out.append(kListDigits[static_cast<std::size_t>(number % 10)]);
}

std::string in_capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

std::string list_marker(bool ordered, std::string_view marks, int number) {
  if (marks.starts_with("none")) return {};
  const auto holds = [&](std::string_view word) { return marks.find(word) != std::string_view::npos; };
  if (!ordered) return holds("decimal") ? fmt::format("{}. ", number) : "• ";
  if (number > 0 && number < 4000) {
    if (marks == "a" || holds("lower-alpha") || holds("lower-latin")) return letters(number, 'a') + ". ";
    if (marks == "A" || holds("upper-alpha") || holds("upper-latin")) return letters(number, 'A') + ". ";
    if (marks == "i" || holds("lower-roman")) return roman(number) + ". ";
    if (marks == "I" || holds("upper-roman")) return in_capitals(roman(number)) + ". ";
  }
  const bool in_chinese = holds("ideographic") || holds("cjk") || holds("chinese");
  if (in_chinese && number > 0 && number < 100) return chinese(number) + "、";
  return fmt::format("{}. ", number);
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
