// A sentence with its numbers lifted out, so that quantity rules name the forms of values and not their digits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/numerals.hpp"

namespace zhibiao::extract {

/// The sign of a number written in digits, in Chinese numerals, and of 一 alone, which is mostly no number.
constexpr char kArabicSign = '#';
constexpr char kHanziSign = '@';
constexpr char kOneSign = '&';

/// A sentence in which one sign stands for each number, and the way back.
class Lifted {
 public:
  Lifted() = default;
  /// `names` are spans (sorted) that no pattern may reach into.
  Lifted(std::string_view sentence, std::vector<Number> numbers, const std::vector<Span>& names);

  const std::string& text() const { return text_; }
  const std::vector<Number>& numbers() const { return numbers_; }

  /// The span of the sentence that a span of the text stands for.
  Span back(Span span) const;
  /// The number behind the sign with which a group begins; nullptr where it begins with none.
  const Number* number(Span group) const;

 private:
  /// Text between numbers.
  void append(std::string_view sentence, Span span, const std::vector<Span>& names,
              std::vector<Span>::const_iterator& mask);
  /// Each sign before it stands for the whole number.
  std::size_t origin(std::size_t at) const;

  std::vector<Number> numbers_;
  std::string text_;
  std::vector<std::size_t> signs_;  ///< where the numbers' signs stand, by number
};

}  // namespace zhibiao::extract
