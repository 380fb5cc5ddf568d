// A fact's value as people read it.
#pragma once

#include <string>
#include <string_view>

#include "zhibiao/model.hpp"

namespace zhibiao::write {

/// `1889400000` as `18.894亿` where that is shorter; exact in any case.
std::string short_number(const Decimal& number);

/// Comparator, number, unit, denominator and change: `≥ 95%`, `18.894亿元`, `2-3个`, `≥ 5万管/日`, `↓1百分点`. Empty for
/// a deadline, which has no value.
std::string value_text(const Fact& fact);

/// How a comparator stands before a number, its blank behind it: `≥ `; empty for `=` and a range.
std::string_view comparator_sign(std::string_view comparator);

/// A line above the records of a document: file, title, issuer and plan year, as far as they are known, with ` · ` between.
std::string document_line(const std::string& file, const DocumentData& document);

}  // namespace zhibiao::write
