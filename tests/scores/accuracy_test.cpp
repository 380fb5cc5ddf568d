// Holds docs/accuracy.md to what the program gives now, and tests the page. ZHIBIAO_ACCURACY=FILE writes the page
// there instead: that is what tools/accuracy does.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "scores/evaluate.hpp"
#include "scores/page.hpp"
#include "scores/reasons.hpp"

namespace {

const std::filesystem::path kTop = ZHIBIAO_SOURCE_DIR;

std::string content(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// The first line of `now` that `then` has not in its place.
std::string first_change(const std::string& then, const std::string& now) {
  std::istringstream old_lines(then), new_lines(now);
  for (std::string was, is; std::getline(new_lines, is);) {
    if (!std::getline(old_lines, was) || was != is) return is;
  }
  return "(the page is shorter now)";
}

scores::Reasons reasons_in(const std::string& text) {
  std::istringstream in(text);
  return scores::Reasons(in);
}

scores::Record record(std::size_t begin, std::string unit, std::string kind, std::string role) {
  scores::Record made;
  made.span = {begin, begin + 3};
  made.mention = "3" + unit;
  made.value = 3;
  made.unit = std::move(unit);
  made.kind = std::move(kind);
  made.role = std::move(role);
  made.indicators = {"床位"};
  return made;
}

}  // namespace

TEST_CASE("docs/accuracy.md") {
  const auto all = scores::evaluate_all(kTop);
  const scores::Reasons reasons = reasons_in(content(kTop / "tests/scores/reasons.tsv"));
  const std::string now = scores::accuracy_page(all, reasons);
  std::vector<scores::Disagreement> misses;
  for (const auto& one : all) misses.insert(misses.end(), one.facts.misses.begin(), one.facts.misses.end());
  for (const auto& gone : reasons.stale(misses)) MESSAGE("reasons.tsv: no longer needed: " << gone);
  if (const char* target = std::getenv("ZHIBIAO_ACCURACY"); target != nullptr && *target != '\0') {
    std::ofstream(target, std::ios::binary) << now;
    REQUIRE(content(target) == now);
    return;
  }
  const std::string then = content(kTop / "docs/accuracy.md");
  const bool up_to_date = then == now;
  CHECK_MESSAGE(up_to_date,
                "docs/accuracy.md is out of date: run tools/accuracy. First change: ", first_change(then, now));
}

TEST_CASE("the page shows scores, confusions and reasons") {
  scores::Evaluation one;
  one.doc = "x";
  one.title = "要点";
  const std::vector<scores::Record> gold = {record(0, "张", "count", "target"), record(10, "家", "count", "result")};
  const std::vector<scores::Record> found = {record(0, "张", "rate", "target"), record(20, "个", "count", "target")};
  one.matches = one.of_every_role = scores::match(gold, found);
  one.facts = scores::score_matches("x", one.matches);
  one.outline.misses = {"x title: gold 'a|b', found ''"};
  const auto reasons =
      reasons_in("doc\tline\tmention\tfield\treason\nx\t1\t3 家\tmissed\ta verb no rule knows\nx\t9\t1\tkind\told\n");
  const std::string page = scores::accuracy_page({one}, reasons);
  for (const char* row : {
           "| x 要点 | 2 | 2 | 0.500 | 0.500 | 0.500 | 0.500 | 0.000 | 0.000 | 0.000 |",
           "| count | 2 | 2 | 0.500 | 0.500 | 0.000 |",
           "| kind | 0 | 1 | 0.000 |",
           "| gold \\ found | target | *not found* |\n|---|--:|--:|\n| target | 1 | · |\n| result | · | 1 |\n"
           "| *not annotated* | 1 | · |",
           "| gold \\ found | rate | count | *not found* |\n|---|--:|--:|--:|\n| count | 1 | · | 1 |",
           "| 1 | 3张 | kind | count | rate | not yet looked at |",
           "| 1 | 3家 | missed |  |  | a verb no rule knows |",
           "| 1 | 3个 | extra |  |  | not yet looked at |",
           "- x title: gold 'a\\|b', found ''",
       }) {
    CHECK_MESSAGE(page.find(row) != std::string::npos, row, "\nis not in\n", page);
  }
  CHECK(reasons.stale(one.facts.misses) == std::vector<std::string>{"x:9 '1' kind"});
}

TEST_CASE("a row of reasons is whole and stands once") {
  const std::string head = "doc\tline\tmention\tfield\treason\n";
  CHECK_THROWS(reasons_in(head + "x\t1\t3家\tmissed\n"));
  CHECK_THROWS(reasons_in(head + "x\tone\t3家\tmissed\twhy\n"));
  CHECK_THROWS(reasons_in(head + "x\t1\t3家\tmissed\twhy\nx\t1\t3 家\tmissed\twhy\n"));
  CHECK_NOTHROW(reasons_in(head));
}
