// The facts of one run are the same facts in every form that is written, read back by other means than those that wrote.
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unicode/unistr.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/in_process.hpp"
#include "read/encode.hpp"
#include "read/folder.hpp"
#include "write/workbook_reading.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/fields.hpp"
#include "zhibiao/read.hpp"
#include "zhibiao/records.hpp"

namespace {

namespace fs = std::filesystem;
using zhibiao::Field;
using zhibiao_tests::run;

/// A record: what its fields say, by their English names; fields without a value are not there.
using Record = std::map<std::string, std::string>;
using Rows = std::vector<std::vector<std::string>>;

/// Things that forms could trip over: line ends and quotes in a cell, formulas, ranges, months, large and small numbers.
constexpr std::string_view kNasty =
    "2021年工作要点\n\n一、目标\n"
    "（一）每个村卫生室配备2-3名医生，比例不低于1:2。\n"
    "=SUM(A1)项目新增5个，-甲类项目新增3个，@平台新增0.05亿元，“逗号,引号\"”项目新增7个。\n"
    "（二）2021年5月前建成项目1.2\n万个，3年内资金总量达到123456789.5亿元，增长-2.5%左右，翻一番。\n";

std::vector<std::string> files(const zhibiao_tests::Folder& folder) {
  std::vector<std::string> out = {folder.file("=难,\t\"名\"\n.txt", kNasty)};
  for (const auto& entry : fs::directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / "seeds")) {
    if (entry.path().extension() == ".txt") out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Record> expected(const std::vector<std::string>& paths) {
  zhibiao::Analyzer analyzer;
  std::vector<Record> records;
  for (const std::string& path : paths) {
    for (const zhibiao::Fact& fact : analyzer.analyze(zhibiao::read(path)).facts) {
      records.emplace_back();
      for (const Field& field : zhibiao::fields()) {
        if (std::string text = field.text(fact); !text.empty()) records.back()[std::string(field.name)] = text;
      }
    }
  }
  return records;
}

/// The run's output in a file, as bytes.
std::string written(const zhibiao_tests::Folder& folder, const std::string& name, std::vector<std::string> more = {}) {
  std::vector<std::string> args = {"targets", "--role", "all", "-o", folder.path(name)};
  const auto paths = files(folder);
  args.insert(args.end(), paths.begin(), paths.end());
  args.insert(args.end(), more.begin(), more.end());
  const auto outcome = run(args);
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
  std::ifstream in(folder.path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// RFC 4180.
Rows parse_csv(std::string_view text, std::string_view line_end) {
  Rows rows;
  bool quoted = false;
  bool fresh = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (fresh) rows.push_back({""});
    fresh = false;
    std::string& cell = rows.back().back();
    if (text[at] == '"') {
      if (quoted && at + 1 < text.size() && text[at + 1] == '"') {
        cell += text[at++];
      } else {
        quoted = !quoted;
      }
    } else if (!quoted && text[at] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text.substr(at).starts_with(line_end)) {
      at += line_end.size() - 1;
      fresh = true;
    } else {
      cell += text[at];
    }
  }
  CHECK(!quoted);
  CHECK(fresh);
  return rows;
}

Rows parse_tsv(std::string_view text) {
  Rows rows;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    rows.push_back({""});
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] == '\t') {
        rows.back().emplace_back();
      } else if (line[at] == '\\') {
        const char next = line.at(++at);
        rows.back().back() += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
      } else {
        rows.back().back() += line[at];
      }
    }
  }
  return rows;
}

std::vector<Record> of_rows(const Rows& rows) {
  std::vector<Record> records;
  REQUIRE(!rows.empty());
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    REQUIRE(row->size() == rows.front().size());
    records.emplace_back();
    for (std::size_t i = 0; i < row->size(); ++i) {
      const Field* field = zhibiao::find_field(rows.front()[i]);
      REQUIRE(field != nullptr);
      if (!(*row)[i].empty()) records.back()[std::string(field->name)] = (*row)[i];
    }
  }
  return records;
}

/// What docs/spreadsheets.md says that `--excel` spells otherwise, undone.
std::vector<Record> unspelt(std::vector<Record> records) {
  const std::map<std::string, std::string> comparators = {{"等于", "="}, {"≥", ">="}, {"≤", "<="},      {"大于", ">"},
                                                          {"小于", "<"}, {"约", "~"}, {"区间", "range"}};
  for (Record& record : records) {
    for (auto& [name, text] : record) {
      const zhibiao::FieldType type = zhibiao::find_field(name)->type;
      const bool number = type == zhibiao::FieldType::integer || type == zhibiao::FieldType::decimal;
      if (!number) CHECK(std::string_view("=+-@").find(text.front()) == std::string_view::npos);
      if (text.starts_with("'")) text.erase(0, 1);
      if (name == "comparator") text = comparators.at(text);
      if (name == "item") std::replace(text.begin(), text.end(), '>', '/');
      if (name == "deadline" && text.ends_with("-XX")) text.resize(text.size() - 3);
    }
  }
  return records;
}

std::string text_of(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string text;
  for (const auto& one : value) text += (text.empty() ? "" : " ") + one.get<std::string>();
  return text;
}

Record of_json(const nlohmann::json& object) {
  CHECK(object.size() == zhibiao::fields().size());
  Record record;
  for (const auto& [name, value] : object.items()) {
    if (!value.is_null() && !text_of(value).empty()) record[name] = text_of(value);
  }
  return record;
}

std::vector<Record> of_database(const std::string& path) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::vector<Record> records;
  const auto take = [](void* into, int columns, char** cells, char** names) {
    auto& all = *static_cast<std::vector<Record>*>(into);
    all.emplace_back();
    for (int i = 0; i < columns; ++i) {
      if (zhibiao::find_field(names[i]) != nullptr && cells[i] != nullptr) all.back()[names[i]] = cells[i];
    }
    return 0;
  };
  CHECK(sqlite3_exec(database, "SELECT * FROM targets ORDER BY document, position", take, &records, nullptr) ==
        SQLITE_OK);
  sqlite3_close(database);
  return records;
}

/// Days since 1899-12-30, as spreadsheets count, as a date.
std::string date_of(const std::string& days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} +
                                         std::chrono::days{std::stoi(days)}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::vector<Record> of_workbook(const std::string& path) {
  const zhibiao_tests::workbook::Read book(path);
  std::vector<Record> records;
  for (const auto& row : book.sheet(book.names.front()).rows) {
    records.emplace_back();
    for (const auto& [title, cell] : row) {
      const Field* field = zhibiao::find_field(title);
      REQUIRE(field != nullptr);
      const bool number = field->type == zhibiao::FieldType::integer || field->type == zhibiao::FieldType::decimal;
      if (number) CHECK(cell.type == "number");
      const bool date = cell.type == "number" && !number;
      if (date) CHECK(cell.look == "yyyy-mm-dd");
      records.back()[std::string(field->name)] =
          date ? date_of(cell.text) : zhibiao_tests::workbook::unescaped(cell.text);
    }
  }
  return records;
}

/// Numbers as numbers: programs between may write `1.23457e+16` or `20.0` for what they hold.
std::vector<Record> by_number(std::vector<Record> records) {
  for (Record& record : records) {
    for (const char* name : {"value", "value_max"}) {
      if (const auto at = record.find(name); at != record.end())
        at->second = fmt::format("{:.15g}", std::stod(at->second));
    }
  }
  return records;
}

void check_same(const std::vector<Record>& found, const std::vector<Record>& facts) {
  REQUIRE(found.size() == facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i] == facts[i]);
  }
}

}  // namespace

TEST_CASE("one run in every form holds the same facts, field by field") {
  const zhibiao_tests::Folder folder;
  const auto facts = expected(files(folder));
  REQUIRE(facts.size() > 150);
  // The traps are there.
  const auto any = [&](const char* name, auto test) {
    return std::any_of(facts.begin(), facts.end(),
                       [&](const Record& r) { return r.contains(name) && test(r.at(name)); });
  };
  CHECK(any("file", [](const std::string& text) { return text.find('\n') != std::string::npos; }));
  CHECK(any("sentence", [](const std::string& text) { return text.starts_with("="); }));
  CHECK(any("sentence", [](const std::string& text) { return text.find('"') != std::string::npos; }));
  CHECK(any("value_max", [](const std::string&) { return true; }));
  CHECK(any("deadline", [](const std::string& text) { return text.size() == 7; }));

  const auto csv = written(folder, "a.csv");
  SUBCASE("CSV") { check_same(of_rows(parse_csv(csv, "\n")), facts); }
  SUBCASE("TSV") { check_same(of_rows(parse_tsv(written(folder, "a.tsv"))), facts); }
  SUBCASE("CSV for Excel") {
    const auto excel = written(folder, "e.csv", {"--excel"});
    REQUIRE(excel.starts_with("\xEF\xBB\xBF"));
    check_same(unspelt(of_rows(parse_csv(std::string_view(excel).substr(3), "\r\n"))), facts);
  }
  SUBCASE("GB18030") {
    const auto bytes = written(folder, "g.csv", {"--output-encoding", "gb18030"});
    std::string text;
    icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), "gb18030").toUTF8String(text);
    CHECK(text == csv);
  }
  SUBCASE("JSON Lines") {
    std::vector<Record> records;
    std::istringstream lines(written(folder, "a.jsonl"));
    for (std::string line; std::getline(lines, line);) records.push_back(of_json(nlohmann::json::parse(line)));
    check_same(by_number(records), by_number(facts));
  }
  SUBCASE("JSON") {
    std::vector<Record> records;
    for (const auto& object : nlohmann::json::parse(written(folder, "a.json"))) records.push_back(of_json(object));
    check_same(by_number(records), by_number(facts));
  }
  SUBCASE("SQLite") {
    written(folder, "a.db");
    check_same(by_number(of_database(folder.path("a.db"))), by_number(facts));
  }
  SUBCASE("XLSX, English and Chinese titles") {
    written(folder, "a.xlsx");
    check_same(by_number(of_workbook(folder.path("a.xlsx"))), by_number(facts));
    written(folder, "b.xlsx", {"--header", "zh", "--lang", "zh"});
    check_same(by_number(of_workbook(folder.path("b.xlsx"))), by_number(facts));
  }
}

TEST_CASE("what is written is read back by zhibiao itself as the same facts") {
  const zhibiao_tests::Folder folder;
  const auto facts = expected(files(folder));
  struct Form {
    std::string name;
    std::vector<std::string> more;
  };
  for (const Form& form : std::vector<Form>{{"a.csv", {}},
                                            {"e.csv", {"--excel"}},
                                            {"g.csv", {"--output-encoding", "gb18030", "--header", "zh"}},
                                            {"b.tsv", {"--bom"}},
                                            {"a.jsonl", {}},
                                            {"a.json", {}},
                                            {"a.xlsx", {}},
                                            {"z.xlsx", {"--header", "zh", "--lang", "zh"}}}) {
    CAPTURE(form.name);
    written(folder, form.name, form.more);
    const auto table = zhibiao::read_records(folder.path(form.name));
    CHECK(table.warnings.empty());
    std::vector<Record> found;
    for (const auto& row : table.rows) {
      CHECK(row.troubles.empty());
      found.emplace_back();
      for (const Field& field : zhibiao::fields()) {
        if (std::string text = field.text(row.fact); !text.empty()) found.back()[std::string(field.name)] = text;
      }
    }
    check_same(found, facts);
  }
}
