// What holds for the records of the seeds and of made-up plans alike.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "cli/app.hpp"
#include "properties/plan.hpp"
#include "properties/records.hpp"
#include "zhibiao/analyze.hpp"

namespace {

using zhibiao::Fact;
using zhibiao::Source;
using namespace properties;

/// Rules whose mention says its value only together with the words around it.
/// quantity.index (性别比107.08): a number without a unit, told by the name before it.
const std::set<std::string> kNeedContext = {"quantity.index"};

/// The seeds and some made-up plans.
std::vector<Source> texts() {
  auto all = seeds();
  for (unsigned seed = 1; seed <= 3; ++seed) all.emplace_back("made", make_plan(seed, 100).text);
  return all;
}

bool needs_context(const Fact& fact) {
  std::istringstream rules(fact.rule);
  for (std::string id; rules >> id;) {
    if (kNeedContext.contains(id)) return true;
  }
  return false;
}

/// Value, upper end and unit as text.
std::string value_of(const Fact& fact) {
  return (fact.value ? fact.value->str() : "") + ".." + (fact.value_max ? fact.value_max->str() : "") + " " + fact.unit;
}

std::string targets(const std::vector<std::string>& files, const std::string& format) {
  std::vector<std::string> args = {"targets", "--role", "all", "--format", format};
  args.insert(args.end(), files.begin(), files.end());
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  REQUIRE(zhibiao::cli::run(args, in, out, err, {}) == 0);
  CHECK(err.str().empty());
  return out.str();
}

}  // namespace

TEST_CASE("records stand in the source where they say, in the order of the text, once each") {
  zhibiao::Analyzer analyzer;
  for (const auto& source : texts()) {
    const auto facts = analyzer.analyze(source).facts;
    CHECK(!facts.empty());
    for (const auto& line : misplaced(source, facts)) CHECK_MESSAGE(line.empty(), source.name(), ": ", line);
  }
}

TEST_CASE("the mention alone gives the value again") {
  zhibiao::Analyzer analyzer;
  std::size_t values = 0;
  std::size_t checked = 0;
  for (const auto& source : texts()) {
    for (const auto& fact : analyzer.analyze(source).facts) {
      if (!fact.value) continue;
      ++values;
      // A mention is quoted up to its line's end; the rest of it may stand on the next line.
      const bool cut = fact.span.end < source.text().size() &&
                       std::string_view("\r\n").find(source.text()[fact.span.end]) != std::string_view::npos;
      if (cut || needs_context(fact)) continue;
      ++checked;
      const auto again = analyzer.analyze(Source("again", "指标达到" + fact.mention)).facts;
      const bool same = again.size() == 1 && value_of(again.front()) == value_of(fact);
      CHECK_MESSAGE(same, source.name(), ": '", fact.mention, "' in ", fact.sentence, " gave ", value_of(fact),
                    ", alone ", again.empty() ? "nothing" : value_of(again.front()), " (", fact.rule, ")");
    }
  }
  CHECK(checked * 100 >= values * 97);
}

TEST_CASE("the same text gives the same analysis, with the same analyzer and with a fresh one") {
  zhibiao::Analyzer kept;
  for (const auto& source : texts()) {
    const std::string first = shown(kept.analyze(source));
    CHECK(shown(kept.analyze(source)) == first);
    zhibiao::Analyzer fresh;
    CHECK(shown(fresh.analyze(source)) == first);
    zhibiao::Analyzer moved(std::move(fresh));
    CHECK(shown(moved.analyze(Source(source.name(), std::string(source.text())))) == first);
  }
}

TEST_CASE("several files in one call give what each gives alone, in the order given") {
  std::vector<std::string> files;
  for (const auto& source : seeds()) files.push_back(ZHIBIAO_SOURCE_DIR "/seeds/" + source.name());
  REQUIRE(files.size() == 5);
  std::string joined;
  for (const auto& file : files) joined += targets({file}, "jsonl");
  CHECK(targets(files, "jsonl") == joined);
  std::reverse(files.begin(), files.end());
  std::string reversed;
  for (const auto& file : files) reversed += targets({file}, "jsonl");
  CHECK(targets(files, "jsonl") == reversed);
  CHECK(targets({files[1], files[1]}, "jsonl") == targets({files[1]}, "jsonl") + targets({files[1]}, "jsonl"));

  const std::string first = targets({files[0]}, "csv");
  const std::string second = targets({files[1]}, "csv");
  CHECK(targets({files[0], files[1]}, "csv") == first + second.substr(second.find('\n') + 1));
}
