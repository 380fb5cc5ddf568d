// Write, values for people. Input: a fact; output: a few characters that say all of its value.
// Tested by tests/write/value_test.cpp.
#include "write/value.hpp"

#include <array>
#include <utility>

namespace zhibiao::write {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 3> kScales = {{
#define SCALE(power, word) {power, word},
#include "write/scales.def"
#undef SCALE
}};

std::string_view arrow(std::string_view change) {
  if (change == "increase") return "↑";
  if (change == "decrease") return "↓";
  return {};
}

}  // namespace

std::string short_number(const Decimal& number) {
  std::string plain = number.str();
  for (const auto& [power, word] : kScales) {
    const auto scaled = number.scaled(-power);
    const bool whole = scaled && (*scaled >= Decimal(1) || *scaled <= Decimal(-1));
    // Only what gets shorter: 12000 is 1.2万, 12345 stays.
    if (whole && scaled->str().size() < plain.size()) return scaled->str().append(word);
  }
  return plain;
}

std::string_view comparator_sign(std::string_view comparator) {
  if (comparator == ">=") return "≥ ";
  if (comparator == "<=") return "≤ ";
  if (comparator == ">") return "> ";
  if (comparator == "<") return "< ";
  if (comparator == "~") return "~ ";
  return {};
}

std::string value_text(const Fact& fact) {
  if (!fact.value) return {};
  std::string text(comparator_sign(fact.comparator));
  text += arrow(fact.change);
  text += short_number(*fact.value);
  if (fact.value_max) text += "-" + short_number(*fact.value_max);
  text += fact.unit;
  if (!fact.per.empty()) text += "/" + fact.per;
  return text;
}

std::string document_line(const std::string& file, const DocumentData& document) {
  std::string line = file;
  if (!document.title.empty()) line += " · " + document.title;
  if (!document.issuer.empty()) line += " · " + document.issuer;
  if (document.plan_year) line += " · " + std::to_string(*document.plan_year);
  return line;
}

}  // namespace zhibiao::write
