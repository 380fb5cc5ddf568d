// Read, numbers of automatic lists. Input: a number and its OOXML form; output: its signs. The forms stand in
// list_numbers.def. Tested by tests/read/docx_numbering_test.cpp.
#include "read/list_numbers.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace zhibiao::read_stage {
namespace {

#include "read/list_numbers.def"

constexpr long kMostCounted = 9999;  // no list is longer; forms with ten thousands are not needed
constexpr long kMostRoman = 3999;
constexpr long kMostLetters = 780;  // thirty times the alphabet

void append(std::string& text, char32_t sign) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(sign));
  text.append(reinterpret_cast<const char*>(bytes.data()), size);
}

/// 105: 一百零五, 20: 二十, 12: 十二.
std::string counted(long number, const Form& form) {
  std::string text;
  bool gap = false;
  long place = 1000;
  for (std::size_t power = 3;; --power, place /= 10) {
    const auto digit = static_cast<std::size_t>(number / place % 10);
    if (digit == 0) {
      gap = gap || !text.empty();
    } else {
      if (gap) append(text, form.signs[0]);
      gap = false;
      const bool bare = form.bare_ten && power == 1 && digit == 1 && text.empty();
      if (!bare) append(text, form.signs[digit]);
      if (power > 0) append(text, form.signs[9 + power]);
    }
    if (power == 0) break;
  }
  return text;
}

std::string roman(long number, bool upper) {
  struct Sign {
    long value;
    std::string_view text;
  };
  constexpr auto kSigns = std::to_array<Sign>({{1000, "m"},
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
                                               {1, "i"}});
  std::string text;
  for (const Sign& sign : kSigns) {
    for (; number >= sign.value; number -= sign.value) text += sign.text;
  }
  if (upper) std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c - 32); });
  return text;
}

/// Empty where the form has no sign for the number.
std::string in_form(long number, const Form& form) {
  std::string text;
  switch (form.way) {
    case Way::counting: return number <= kMostCounted ? counted(number, form) : std::string();
    case Way::digits:
      for (const char digit : std::to_string(number)) append(text, form.signs[static_cast<std::size_t>(digit - '0')]);
      return text;
    case Way::places:
      if (static_cast<std::size_t>(number) <= form.signs.size()) {
        append(text, form.signs[static_cast<std::size_t>(number - 1)]);
      }
      return text;
    case Way::letters:
      if (number > kMostLetters) return text;
      for (long count = 0; count <= (number - 1) / 26; ++count) {
        append(text, form.signs[static_cast<std::size_t>((number - 1) % 26)]);
      }
      return text;
    case Way::roman:
    case Way::upper_roman: return number <= kMostRoman ? roman(number, form.way == Way::upper_roman) : std::string();
  }
  return text;
}

}  // namespace

std::string list_number(long number, std::string_view format) {
  if (format == "none" || format == "bullet") return {};
  std::string text;
  const auto* const form =
      std::find_if(kForms.begin(), kForms.end(), [&](const Form& at) { return at.name == format; });
  if (form != kForms.end() && number > 0) text = in_form(number, *form);
  if (text.empty()) text = std::to_string(number);
  return format == "decimalZero" && text.size() == 1 ? "0" + text : text;
}

}  // namespace zhibiao::read_stage
