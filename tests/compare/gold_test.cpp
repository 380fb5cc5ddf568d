// Two pairs of real plans that were aligned by hand (tests/gold/diff): floors for pairs and statuses.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "zhibiao/analyze.hpp"
#include "zhibiao/compare.hpp"
#include "zhibiao/read.hpp"

namespace {

using nlohmann::json;
using zhibiao::Change;
using zhibiao::Fact;

const std::string kFolder = std::string(ZHIBIAO_SOURCE_DIR) + "/tests/gold/diff/";

std::vector<Fact> targets(const std::string& name) {
  auto facts = zhibiao::Analyzer().analyze(zhibiao::read(kFolder + name + ".txt")).facts;
  std::erase_if(facts, [](const Fact& fact) { return fact.role != zhibiao::Role::target; });
  return facts;
}

std::vector<json> alignment(const std::string& name) {
  std::ifstream file(kFolder + name + ".jsonl");
  std::vector<json> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(json::parse(line));
  return lines;
}

std::string squashed(std::string text) {
  std::erase(text, ' ');
  return text;
}

bool stands_for(const json& gold, const Fact& fact) {
  if (gold.is_null() || gold["line"].get<std::size_t>() != fact.line) return false;
  const std::string one = squashed(gold["mention"].get<std::string>());
  const std::string other = squashed(fact.mention);
  if (one != other) return false;
  // A line may print a value twice: then the names tell.
  const std::string named = gold["indicator"].get<std::string>();
  return fact.indicator.find(named) != std::string::npos || named.find(fact.indicator) != std::string::npos ||
         fact.indicator.substr(0, 3) == named.substr(0, 3) ||
         (fact.indicator.size() >= 6 &&
          named.find(fact.indicator.substr(fact.indicator.size() - 6)) != std::string::npos);
}

struct Score {
  double pairs = 0;   // F1
  double status = 0;  // of the pairs that are right
  std::string misses;
};

Score score(const std::string& old_name, const std::string& new_name) {
  const auto before = targets(old_name);
  const auto after = targets(new_name);
  const auto gold = alignment(old_name + "-" + new_name);
  const auto of = [&](const char* side, const Fact& fact) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (stands_for(gold[i][side], fact)) return i;
    }
    return std::nullopt;
  };
  std::size_t right = 0, wrong = 0, status = 0, wanted = 0;
  for (const json& line : gold) wanted += !line["old"].is_null() && !line["new"].is_null() ? 1 : 0;
  Score result;
  for (const Change& change : zhibiao::compare_facts(before, after).changes) {
    if (!change.old_fact || !change.new_fact) continue;
    const auto one = of("old", before[*change.old_fact]);
    const auto other = of("new", after[*change.new_fact]);
    if (!one || !other) continue;
    const std::string pair = before[*change.old_fact].indicator + " / " + after[*change.new_fact].indicator;
    if (one != other) {
      ++wrong;
      result.misses += "\n  wrong pair: " + pair;
      continue;
    }
    ++right;
    if (gold[*one]["status"] == std::string(name_of(change.status)))
      ++status;
    else
      result.misses += "\n  wrong status: " + pair;
  }
  result.pairs = right == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(right + wrong + wanted);
  result.status = right == 0 ? 0 : static_cast<double>(status) / static_cast<double>(right);
  return result;
}

}  // namespace

TEST_CASE("plans of two years, aligned by hand") {
  const Score national = score("nat2021", "nat2022");
  CHECK_MESSAGE(national.pairs >= 0.95, national.misses);
  CHECK_MESSAGE(national.status >= 0.9, national.misses);
  const Score office = score("henan2020", "henan2021");
  CHECK_MESSAGE(office.pairs >= 0.95, office.misses);
  CHECK_MESSAGE(office.status >= 0.9, office.misses);
}
