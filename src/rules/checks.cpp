// Rule stage: date templates and value keys are checked when the rules are loaded, not when a document first meets them.
// Tested by tests/rules/rule_file_test.cpp.
#include "rules/checks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "zhibiao/decimal.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::rules {
namespace {

constexpr std::array<std::string_view, 9> kTemplateNames = {
    "year", "last_year", "next_year", "month", "month_last", "quarter_month", "quarter_last", "plan_start", "plan_end"};
constexpr std::array<std::string_view, 8> kValueWays = {"number",   "magnitude", "zero",      "tenths",
                                                        "fraction", "quotient",  "doublings", "roman"};

void check_date(const Rule& rule) {
  const std::string form = rule.get("deadline");
  for (std::size_t open = form.find('{'); open != std::string::npos; open = form.find('{', open + 1)) {
    const std::size_t close = form.find('}', open);
    const std::string name =
        close == std::string::npos ? form.substr(open + 1) : form.substr(open + 1, close - open - 1);
    const bool known = std::find(kTemplateNames.begin(), kTemplateNames.end(), name) != kTemplateNames.end();
    const bool group = rule.get("match").find("(?P<" + name + ">") != std::string::npos;
    // The shared fragments of dates hold the groups day, n and year2 as well.
    const bool fragment = name == "day" || name == "n" || name == "year2";
    if (close != std::string::npos && (known || group || fragment)) continue;
    throw Error(rule.at(),
                fmt::format("rule '{}': deadline = '{}' uses {{{}}}, expected a group of its pattern or one of: {}",
                            rule.id, form, name, fmt::join(kTemplateNames, ", ")));
  }
}

void check_quantity(const Rule& rule) {
  const std::string value = rule.get("value", "number");
  const bool known = std::find(kValueWays.begin(), kValueWays.end(), value) != kValueWays.end();
  if (known || Decimal::parse(value)) return;
  throw Error(rule.at(), fmt::format("rule '{}': value = '{}', expected a number or one of: {}", rule.id, value,
                                     fmt::join(kValueWays, ", ")));
}

void check_convert(const Rule& rule) {
  const std::string factor = rule.get("factor");
  if (!Decimal::parse(factor))
    throw Error(rule.at(), fmt::format("rule '{}': factor = '{}', expected a number", rule.id, factor));
}

void check_kinds(const Rule& rule) {
  for (const auto* key : {"kind", "not_kind"}) {
    for (const std::string_view name : parts_of(rule.view(key), ',')) {
      if (find_kind(name)) continue;
      throw Error(rule.at(),
                  fmt::format("rule '{}': {} = '{}', and '{}' is no kind; write kinds with commas between, no "
                              "blanks",
                              rule.id, key, rule.view(key), name));
    }
  }
}

}  // namespace

void check_references(const Rule& rule, const Ids& ids) {
  const auto check = [&](const char* key, std::string_view id, const auto& known, std::string_view what) {
    if (id.empty() || known.contains(id)) return;
    throw Error(rule.at(), fmt::format("rule '{}': {} = '{}', and no {} has this id", rule.id, key, id, what));
  };
  if (rule.type != "frame" && rule.type != "scope") return;
  check("verb", rule.view("verb"), ids.words, "[[words]] group");
  for (const std::string_view group : parts_of(rule.view("scope_class"), '|'))
    check("scope_class", group, ids.words, "[[words]] group");
  check("for", rule.view("for"), ids.quantities, "[[quantity]] rule");
}

void check_rule(const Rule& rule) {
  if (rule.type == "convert") check_convert(rule);
  if (rule.type == "date") check_date(rule);
  if (rule.type == "quantity") check_quantity(rule);
  if (rule.type == "frame" || rule.type == "scope") check_kinds(rule);
}

}  // namespace zhibiao::rules
