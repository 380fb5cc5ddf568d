// The constructions of official Chinese, as data: every case of tests/specs/*.toml read by the analysis. Run with
// ZHIBIAO_SPECS=verbose to see each failing case, ZHIBIAO_SPECS=FILE to see one file's.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <toml++/toml.h>

#include "zhibiao/analyze.hpp"
#include "zhibiao/fields.hpp"

namespace {

using zhibiao::Fact;

constexpr int kYear = 2021;

/// What of a case is wrong; empty: nothing.
std::string check(zhibiao::Analyzer& analyzer, const toml::table& spec) {
  zhibiao::Given given;
  given.plan_year = spec["year"].value_or(kYear);
  auto facts = analyzer.analyze(zhibiao::Source("spec", spec["text"].value_or(std::string())), given).facts;
  std::erase_if(facts, [](const Fact& fact) { return fact.role == zhibiao::Role::mention; });
  const auto* wanted = spec["facts"].as_array();
  if (wanted == nullptr) return "the case says no facts; write facts = [] where there are none";
  std::string wrong;
  if (facts.size() != wanted->size()) {
    wrong = fmt::format("{} records, not {}:", facts.size(), wanted->size());
    for (const auto& fact : facts)
      wrong += fmt::format(" [{} {} {} {}]", fact.mention, fact.indicator, zhibiao::name_of(fact.kind), fact.rule);
    return wrong;
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    for (const auto& [key, value] : *(*wanted)[i].as_table()) {
      const auto* field = zhibiao::find_field(key.str());
      const std::string found = field == nullptr ? "no such field" : field->text(facts[i]);
      const std::string text = value.value_or(std::string());
      if (found != text)
        wrong += fmt::format(" {}: {} is '{}', not '{}' ({});", i + 1, key.str(), found, text, facts[i].rule);
    }
  }
  return wrong;
}

struct Tally {
  int cases = 0;
  int todo = 0;
  std::vector<std::string> failures;
  std::vector<std::string> done;  ///< marked todo, but right
};

Tally run_file(zhibiao::Analyzer& analyzer, const std::filesystem::path& path) {
  Tally tally;
  const auto root = toml::parse_file(path.string());
  for (const auto& node : *root["case"].as_array()) {
    const auto& spec = *node.as_table();
    ++tally.cases;
    const std::string wrong = check(analyzer, spec);
    const bool todo = spec.contains("todo");
    tally.todo += todo;
    const std::string place = fmt::format("{}:{}: {}", path.filename().string(), spec.source().begin.line,
                                          spec["text"].value_or(std::string()));
    if (!wrong.empty() && !todo) tally.failures.push_back(place + "\n      " + wrong);
    if (wrong.empty() && todo) tally.done.push_back(place);
  }
  return tally;
}

}  // namespace

TEST_CASE("the constructions of tests/specs are read as they say") {
  const char* show = std::getenv("ZHIBIAO_SPECS");
  const std::string shown = show == nullptr ? "" : show;
  zhibiao::Analyzer analyzer;
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(ZHIBIAO_SOURCE_DIR) / "tests/specs")) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 10);
  for (const auto& path : files) {
    const Tally tally = run_file(analyzer, path);
    fmt::print("{:16} {:4} cases {:3} failing {:3} todo\n", path.stem().string(), tally.cases, tally.failures.size(),
               tally.todo);
    if (shown == "verbose" || shown == path.stem()) {
      for (const auto& failure : tally.failures) fmt::print("  {}\n", failure);
    }
    for (const auto& failure : tally.failures) CHECK_MESSAGE(failure.empty(), failure);
    for (const auto& done : tally.done) CHECK_MESSAGE(done.empty(), "marked todo, but right: ", done);
  }
}
