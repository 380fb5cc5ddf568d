// Numbers in running text: Arabic, Chinese and mixed, with their magnitude words, as exact decimals.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/lexicon.hpp"
#include "zhibiao/decimal.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::extract {

struct Number {
  Span span;                    ///< with magnitude words: `18.894亿`, `三十六万`, `3700多万`
  Decimal value;                ///< magnitude applied
  int power = 0;                ///< decimal power of its magnitude words, for ranges such as 2-3万
  bool more = false;            ///< 多, 余: more than the value
  bool hanzi = false;           ///< written in Chinese numerals
  bool magnitude_only = false;  ///< 千万, 百 without a digit before
};

/// A Chinese numeral (`三十六万`, `两千`, `二〇二一`, `三点五`); empty if the characters form none.
std::optional<Decimal> parse_hanzi(std::string_view text);

/// A Roman numeral from 1 to 12 as one character (`Ⅲ`), or from 1 to 5 in letters (`IV`); empty for anything else.
std::optional<Decimal> parse_roman(std::string_view text);

/// All numbers of `text` outside the masked spans (sorted). Ordinals (第三), digits inside Latin words (PM2.5,
/// IPv6, 5G), telephone and file numbers are left out. The lexicon tells 千瓦 from 千 瓦.
std::vector<Number> scan_numbers(std::string_view text, const std::vector<Span>& masked, const rules::Lexicon& lexicon);

/// The same from the numbers of the whole text; empty where a masked span parts what may be one number (“十四五”三家), so that
/// it has to be scanned anew.
std::optional<std::vector<Number>> numbers_outside(std::string_view text, const std::vector<Number>& all,
                                                   const std::vector<Span>& masked);

}  // namespace zhibiao::extract
