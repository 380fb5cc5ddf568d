// "Did you mean": near names are offered, far ones are not.
#include "cli/suggest.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace zhibiao::cli;

TEST_CASE("edit distance counts insertions, losses, changes and swaps") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("targets", "targets") == 0);
  CHECK(edit_distance("target", "targets") == 1);
  CHECK(edit_distance("tragets", "targets") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest name within a third of the word") {
  const std::vector<std::string> names = {"targets", "summary", "outline", "rules"};
  CHECK(nearest("tragets", names) == "targets");
  CHECK(nearest("sumary", names) == "summary");
  CHECK(nearest("rule", names) == "rules");
  CHECK(nearest("diff", names).empty());
  CHECK(nearest("", names).empty());
  CHECK(nearest(std::string(100000, 'x'), names).empty());
}

TEST_CASE("messages name what would have been right") {
  CHECK(unknown("format", "cvs", {"csv", "json"}) == "unknown format 'cvs'; did you mean 'csv'?");
  CHECK(unknown("format", "xlsx", {"csv", "json", "md"}) == "unknown format 'xlsx'; expected csv, json or md");
  CHECK(unknown("rule", "q", std::vector<std::string>(20, "long.name")) == "unknown rule 'q'");
  CHECK(unknown("format", "\x1b[2J", {"csv"}) == "unknown format '[2J'; expected csv");
}
