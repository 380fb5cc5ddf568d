// The list of fields: its order, its texts, its page in the manual.
#include "zhibiao/fields.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "write/plain_words.hpp"
#include "write/sample.hpp"

using namespace zhibiao;

TEST_CASE("names and their order are the record's") {
  const std::vector<std::string> expected = {
      "file",     "issuer",     "year",   "item",      "heading", "role", "kind",   "action",   "indicator",
      "scope",    "comparator", "value",  "value_max", "unit",    "per",  "change", "deadline", "mention",
      "sentence", "line",       "column", "start",     "end",     "rule", "flags",  "place"};
  std::vector<std::string> names;
  std::set<std::string_view> both;
  for (const Field& field : fields()) {
    names.emplace_back(field.name);
    both.insert(field.name);
    both.insert(field.name_zh);
    CHECK_FALSE(field.about.empty());
    CHECK_FALSE(field.about_zh.empty());
    CHECK(field.about.find('|') == std::string_view::npos);
  }
  CHECK(names == expected);
  CHECK(both.size() == 2 * expected.size());
}

TEST_CASE("fields are found by either name") {
  CHECK(find_field("value_max")->name == "value_max");
  CHECK(find_field(find_field("unit")->name_zh)->name == "unit");
  CHECK(find_field("nothing") == nullptr);
  CHECK(find_field("") == nullptr);
}

TEST_CASE("a fact's fields as text") {
  const Fact fact = zhibiao_tests::sample().facts[1];
  const auto text = [&](const char* name) { return find_field(name)->text(fact); };
  CHECK(text("year") == "2020");
  CHECK(text("role") == "target");
  CHECK(text("kind") == "rate");
  CHECK(text("value") == "62.5");
  CHECK(text("value_max").empty());
  CHECK(text("start") == "50");
  CHECK(text("end") == "55");
  CHECK(text("flags") == "approximate unit_inferred");
  CHECK(find_field("year")->text(Fact{}).empty());
  CHECK(find_field("value")->text(Fact{}).empty());
}

TEST_CASE("every role, kind and type has a name of its own") {
  std::set<std::string_view> names;
  for (const Role role : {Role::target, Role::result, Role::mention}) names.insert(name_of(role));
  for (int kind = 0; kind <= static_cast<int>(Kind::deadline); ++kind) names.insert(name_of(static_cast<Kind>(kind)));
  for (const FieldType type : {FieldType::text, FieldType::integer, FieldType::decimal, FieldType::list}) {
    names.insert(name_of(type));
  }
  CHECK(names.size() == 3 + 9 + 4);
  CHECK(names.count("") == 0);
}

TEST_CASE("docs/fields.md is the list as it stands") {
  std::ifstream file(ZHIBIAO_SOURCE_DIR "/docs/fields.md", std::ios::binary);
  const std::string page((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  CHECK_MESSAGE(page == fields_page(), "run: zhibiao help fields --format md > docs/fields.md");
}

TEST_CASE("Markdown's backticks stay in Markdown") {
  CHECK(write::plain_words("`=` or `>=`") == "= or >=");
  CHECK(fields_page().find("`target`") != std::string::npos);
  for (const std::string& schema : {json_schema(), table_schema()}) CHECK(schema.find('`') == std::string::npos);
}
