// Write, the record's fields: fields.def as a table. Input: a fact; output: one field's text.
// Tested by tests/write/fields_test.cpp.
#include "zhibiao/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace zhibiao {
namespace {

std::string whole(const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); }

std::string number(const std::optional<Decimal>& value) { return value ? value->str() : std::string(); }

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

constexpr std::array kFields = {
#define FIELD(name, name_zh, type, text, about, about_zh) \
  Field{#name, name_zh, about, about_zh, FieldType::type, [](const Fact& fact) { return std::string(text); }},
#include "write/fields.def"
#undef FIELD
};

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field* find_field(std::string_view name) {
  const auto found = std::find_if(kFields.begin(), kFields.end(),
                                  [&](const Field& field) { return field.name == name || field.name_zh == name; });
  return found == kFields.end() ? nullptr : &*found;
}

std::string_view name_of(FieldType type) {
  switch (type) {
    case FieldType::text: return "text";
    case FieldType::integer: return "integer";
    case FieldType::decimal: return "decimal";
    case FieldType::list: return "list";
  }
  return {};
}

std::string fields_page() {
  std::string page =
      "<!-- Made by `zhibiao help fields --format md`; change src/write/fields.def instead. -->\n"
      "# The fields of a record\n\n"
      "One target, or one result, is one row of CSV and TSV and one object of JSON, with these fields in this order.\n"
      "Names and their order are stable: a new field goes to the end. In CSV and TSV a field without a value is "
      "empty,\n"
      "in JSON it is `null`; a list is joined by blanks in CSV and TSV and an array in JSON. Numbers are exact "
      "decimals\n"
      "in every form.\n\n"
      "| # | field | name in Chinese | type | meaning | meaning in Chinese |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  std::size_t number = 0;
  for (const Field& field : kFields) {
    fmt::format_to(std::back_inserter(page), "| {} | `{}` | {} | {} | {} | {} |\n", ++number, field.name, field.name_zh,
                   name_of(field.type), field.about, field.about_zh);
  }
  return page;
}

}  // namespace zhibiao
