// Schemas: what they say holds for real output, and the copies in docs/ are the program's own.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "cli/in_process.hpp"
#include "write/sample.hpp"

using nlohmann::json;
using namespace zhibiao;

namespace {

std::string content(const std::string& path) {
  std::ifstream file(std::string(ZHIBIAO_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool has_type(const json& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "array" && value.is_array();
}

/// What the schema's rules for one property find wrong with a value; empty: nothing.
std::string fault(const json& rule, const json& value) {
  const json types = rule["type"].is_array() ? rule["type"] : json::array({rule["type"]});
  if (std::none_of(types.begin(), types.end(), [&](const json& type) { return has_type(value, type); })) return "type";
  if (rule.contains("enum") && std::find(rule["enum"].begin(), rule["enum"].end(), value) == rule["enum"].end()) {
    return "enum";
  }
  const bool text = value.is_string() && rule.contains("pattern");
  if (text && !std::regex_match(value.get<std::string>(), std::regex(rule["pattern"].get<std::string>()))) {
    return "pattern";
  }
  return {};
}

std::vector<std::string> seeds() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ZHIBIAO_SOURCE_DIR) + "/seeds")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  return files;
}

}  // namespace

TEST_CASE("every record of the seeds keeps the JSON Schema") {
  const json schema = json::parse(json_schema());
  std::vector<std::string> args = seeds();
  REQUIRE(args.size() == 5);
  args.insert(args.begin(), {"targets", "--role", "all", "--format", "jsonl"});
  const auto lines = zhibiao_tests::lines(zhibiao_tests::run(args).out);
  REQUIRE(lines.size() > 100);
  for (const std::string& line : lines) {
    const json record = json::parse(line);
    CHECK(record.size() == schema["required"].size());
    for (const auto& name : schema["required"]) REQUIRE(record.contains(name));
    for (const auto& [name, value] : record.items()) {
      REQUIRE(schema["properties"].contains(name));
      const std::string what = name + ": " + value.dump();
      CHECK_MESSAGE(fault(schema["properties"][name], value).empty(), what);
    }
  }
}

TEST_CASE("the schema refuses what is no record") {
  const json properties = json::parse(json_schema())["properties"];
  CHECK(fault(properties["role"], "goal") == "enum");
  CHECK(fault(properties["role"], nullptr) == "type");
  CHECK(fault(properties["value"], "5") == "type");
  CHECK(fault(properties["comparator"], nullptr).empty());
  CHECK(fault(properties["line"], 1.5) == "type");
  CHECK(fault(properties["deadline"], "年底前") == "pattern");
  for (const char* deadline : {"2020-12-31", "2020-05", "P3Y", "2018/2020", "2022/2030", "2021"}) {
    CHECK(fault(properties["deadline"], deadline).empty());
  }
}

TEST_CASE("the Table Schema has the columns of csv in their order") {
  const json schema = json::parse(table_schema());
  std::string header;
  for (const auto& field : schema["fields"]) {
    header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
    CHECK(field["title"] == std::string(find_field(field["name"].get<std::string>())->name_zh));
  }
  CHECK(zhibiao_tests::lines(zhibiao_tests::run({"targets", seeds().front()}).out).front() == header);
  CHECK(schema["missingValues"] == json::array({""}));
}

TEST_CASE("docs hold the schemas as the program prints them") {
  CHECK(content("docs/record.schema.json") == json_schema());
  CHECK(content("docs/table.schema.json") == table_schema());
  CHECK(zhibiao_tests::run({"help", "fields", "--format", "json-schema"}).out == json_schema());
  CHECK(zhibiao_tests::run({"help", "fields", "--format", "table-schema"}).out == table_schema());
}
