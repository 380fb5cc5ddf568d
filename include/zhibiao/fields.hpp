// The fields of a record, once and in order: every writer, --columns, the manual and schemas use this list.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "zhibiao/model.hpp"

namespace zhibiao {

/// How a field's text is to be read.
enum class FieldType {
  text,     ///< as it stands; empty: the document does not say
  integer,  ///< a whole number in plain digits
  decimal,  ///< an exact decimal number in plain digits
  list      ///< identifiers joined by one blank; empty: none
};

/// One field of a record (a column of CSV, a key of JSON). Names and their order are stable; a new field goes to
/// the end.
struct Field {
  std::string_view name;      ///< English, in every machine form
  std::string_view name_zh;   ///< Chinese, for people
  std::string_view about;     ///< its meaning in one line of Markdown
  std::string_view about_zh;  ///< the same in Chinese
  FieldType type;
  std::string (*text)(const Fact& fact);  ///< the field of a fact as text; empty: no value
};

/// All fields in order.
std::span<const Field> fields();

/// The field of that English or Chinese name; nullptr if there is none.
const Field* find_field(std::string_view name);

/// `text`, `integer`, `decimal` or `list`.
std::string_view name_of(FieldType type);

/// docs/fields.md: the list as a page of Markdown.
std::string fields_page();

/// docs/record.schema.json: a line of `--format jsonl` as a JSON Schema (draft 2020-12).
std::string json_schema();

/// docs/table.schema.json: `--format csv` as a Table Schema (Frictionless Data).
std::string table_schema();

}  // namespace zhibiao
