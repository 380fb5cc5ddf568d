// A fact's value as people read it.
#pragma once

#include <string>

#include "zhibiao/model.hpp"

namespace zhibiao::write {

/// `1889400000` as `18.894亿` where that is shorter; exact in any case.
std::string short_number(const Decimal& number);

/// Comparator, number, unit, denominator and change: `≥ 95%`, `18.894亿元`, `2-3个`, `≥ 5万管/日`, `↓1百分点`. Empty for
/// a deadline, which has no value.
std::string value_text(const Fact& fact);

/// A line above the records of a document: `seeds/a.txt · issuer · 2020`.
std::string document_line(const std::string& file, const DocumentData& document);

}  // namespace zhibiao::write
