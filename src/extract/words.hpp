// The few characters that the extract stage's mechanisms name themselves: the numerals' alphabet and particles of grammar.
// Vocabulary belongs into src/rules/.
#pragma once

#include <array>
#include <string_view>

namespace zhibiao::extract::words {

struct Numeral {
  std::string_view character;
  int digit;  ///< 0-9, or -1 for a magnitude
  int power;  ///< of a magnitude
};

extern const std::array<Numeral, 18> kNumerals;
extern const std::string_view kOrdinal;               ///< 第
extern const std::string_view kPoint;                 ///< 点
extern const std::array<std::string_view, 2> kMore;   ///< 多 余
extern const std::array<std::string_view, 4> kVague;  ///< before a magnitude: 几十, 数百, 上千, 成百
extern const std::array<std::string_view, 2>
    kPerSigns;                            ///< signs behind a value, so that a dash after them is a range's
extern const std::string_view kOf;        ///< 的
extern const std::string_view kYear;      ///< 年
extern const std::string_view kNew;       ///< 新
extern const std::string_view kNow;       ///< 目前
extern const std::string_view kUpon;      ///< 对
extern const std::string_view kTotal;     ///< 总
extern const std::string_view kIn;        ///< 在
extern const std::string_view kAnd;       ///< 和
extern const std::string_view kAsWellAs;  ///< 及
extern const std::string_view kEach;      ///< 每
extern const std::array<std::string_view, 4>
    kRemarks;  ///< 含 包括 以下简称 简称: open a bracket that is no part of the name before it
extern const std::string_view kPerHundredThousand;          ///< /10万
extern const std::array<std::string_view, 5> kToParticles;  ///< 到 至 在 为 了: lead from a verb to its value

}  // namespace zhibiao::extract::words
