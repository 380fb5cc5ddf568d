// Write, schemas of the record: JSON Schema (draft 2020-12) for a line of jsonl, Frictionless Table Schema for csv. Input: the
// field list; output: JSON. Tested by tests/write/schemas_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "write/plain_words.hpp"
#include "write/rows.hpp"
#include "zhibiao/fields.hpp"

namespace zhibiao {
namespace {

using write::json_string;

/// What is known of a field's values.
struct Constraint {
  std::string_view field;
  bool always = false;
  std::vector<std::string_view> one_of = {};
  std::string_view pattern = {};
};

Constraint constraint_of(std::string_view field) {
  Constraint all{field};
#define ALWAYS(name) \
  if (field == #name) all.always = true;
#define ONE_OF(name, ...) \
  if (field == #name) all.one_of = {__VA_ARGS__};
#define PATTERN(name, text) \
  if (field == #name) all.pattern = text;
#include "write/schemas.def"
#undef ALWAYS
#undef ONE_OF
#undef PATTERN
  return all;
}

std::string strings(const std::vector<std::string_view>& values, bool or_null) {
  std::vector<std::string> quoted;
  for (const std::string_view value : values) quoted.push_back(json_string(value));
  if (or_null) quoted.emplace_back("null");
  return fmt::format("[{}]", fmt::join(quoted, ", "));
}

std::string_view json_type(FieldType type) {
  switch (type) {
    case FieldType::integer: return "integer";
    case FieldType::decimal: return "number";
    case FieldType::list: return "array";
    case FieldType::text: break;
  }
  return "string";
}

/// `"name": {…}` of JSON Schema.
std::string json_property(const Field& field) {
  const Constraint known = constraint_of(field.name);
  const std::string type = json_string(json_type(field.type));
  std::string text =
      fmt::format("    {}: {{\n      \"title\": {},\n      \"description\": {},\n      \"type\": {}",
                  json_string(field.name), json_string(field.name_zh), json_string(write::plain_words(field.about)),
                  known.always ? type : fmt::format("[{}, \"null\"]", type));
  if (field.type == FieldType::list) text += ",\n      \"items\": {\"type\": \"string\"}";
  if (!known.one_of.empty()) text += ",\n      \"enum\": " + strings(known.one_of, !known.always);
  if (!known.pattern.empty()) text += ",\n      \"pattern\": " + json_string(known.pattern);
  return text + "\n    }";
}

/// One field of Table Schema. A list is text in csv.
std::string table_field(const Field& field) {
  const Constraint known = constraint_of(field.name);
  const std::string_view type = field.type == FieldType::list ? "string" : json_type(field.type);
  std::string text =
      fmt::format("    {{\n      \"name\": {},\n      \"title\": {},\n      \"description\": {},\n      \"type\": {}",
                  json_string(field.name), json_string(field.name_zh), json_string(write::plain_words(field.about)),
                  json_string(type));
  std::vector<std::string> constraints;
  // An empty list of flags is an empty cell.
  if (known.always && field.type != FieldType::list) constraints.emplace_back("\"required\": true");
  if (!known.one_of.empty()) constraints.push_back("\"enum\": " + strings(known.one_of, false));
  if (!known.pattern.empty()) constraints.push_back("\"pattern\": " + json_string(known.pattern));
  if (!constraints.empty()) text += fmt::format(",\n      \"constraints\": {{{}}}", fmt::join(constraints, ", "));
  return text + "\n    }";
}

template <typename Show>
std::string all_fields(const Show& show) {
  std::vector<std::string> parts;
  for (const Field& field : fields()) parts.push_back(show(field));
  return fmt::format("{}", fmt::join(parts, ",\n"));
}

}  // namespace

std::string json_schema() {
  std::vector<std::string> names;
  for (const Field& field : fields()) names.push_back(json_string(field.name));
  return fmt::format(
      "{{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"a record of zhibiao "
      "targets\",\n"
      "  \"type\": \"object\",\n  \"properties\": {{\n{}\n  }},\n  \"required\": [{}]\n}}\n",
      all_fields(json_property), fmt::join(names, ", "));
}

std::string table_schema() {
  return fmt::format("{{\n  \"fields\": [\n{}\n  ],\n  \"missingValues\": [\"\"]\n}}\n", all_fields(table_field));
}

}  // namespace zhibiao
