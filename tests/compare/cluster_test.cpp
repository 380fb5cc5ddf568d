// Groups of things that are alike: every two of a group are linked, the most alike come together first.
#include "compare/cluster.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using zhibiao::compare::cluster;
using zhibiao::compare::Link;
using zhibiao::compare::Standing;

namespace {

using Groups = std::vector<std::vector<std::size_t>>;

std::vector<Standing> things(std::size_t n) { return std::vector<Standing>(n); }

}  // namespace

TEST_CASE("nothing linked, nothing grouped") {
  CHECK(cluster({}, {}).empty());
  CHECK(cluster(things(3), {}).empty());
}

TEST_CASE("a chain of likenesses is no group: whoever is not linked stays apart") {
  const Groups groups = cluster(things(3), {{0, 1, 600}, {1, 2, 900}});
  CHECK(groups == Groups{{1, 2}});
}

TEST_CASE("a full triangle is one group") {
  CHECK(cluster(things(3), {{0, 1, 600}, {1, 2, 900}, {0, 2, 550}}) == Groups{{0, 1, 2}});
}

TEST_CASE("the most alike come together, the others take what is left") {
  // 0 and 1 are of one plan, 2 and 3 of another.
  const Groups groups = cluster(things(4), {{0, 2, 700}, {0, 3, 800}, {1, 2, 650}, {1, 3, 900}});
  CHECK(groups == Groups{{0, 2}, {1, 3}});
}

TEST_CASE("between equals, the nearer year wins, then the like place") {
  std::vector<Standing> years = {{2017, 0}, {2020, 0}, {2021, 0}};
  // 0 and 1 are of one plan's kind; 2 fits both equally.
  CHECK(cluster(years, {{0, 2, 800}, {1, 2, 800}}) == Groups{{1, 2}});
  std::vector<Standing> places = {{2020, 0.1}, {2020, 0.7}, {2021, 0.75}, {2021, 0.05}};
  const Groups groups = cluster(places, {{0, 2, 800}, {0, 3, 800}, {1, 2, 800}, {1, 3, 800}});
  CHECK(groups == Groups{{0, 3}, {1, 2}});
}

TEST_CASE("random graphs: every two of a group are linked, nobody is in two groups, nothing joinable is left") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 2 + random() % 14;
    std::vector<Link> links;
    std::set<std::pair<std::size_t, std::size_t>> linked;
    std::vector<Standing> standings(n);
    for (Standing& one : standings)
      one = {2017 + static_cast<int>(random() % 5), static_cast<double>(random() % 10) / 10};
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = a + 1; b < n; ++b) {
        if (random() % 3 == 0) continue;
        links.push_back({a, b, 500 + static_cast<std::int64_t>(random() % 500)});
        linked.insert({a, b});
      }
    }
    const Groups groups = cluster(standings, links);
    std::vector<std::vector<std::size_t>> all = groups;
    std::vector<int> uses(n);
    for (const auto& group : groups) {
      CHECK(group.size() >= 2);
      for (const std::size_t member : group) ++uses[member];
    }
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(uses[i] <= 1);
      if (uses[i] == 0) all.push_back({i});
    }
    const auto full = [&](const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
      return std::all_of(a.begin(), a.end(), [&](std::size_t x) {
        return std::all_of(b.begin(), b.end(), [&](std::size_t y) {
          return x == y || linked.contains({std::min(x, y), std::max(x, y)});
        });
      });
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
      CHECK(full(all[i], all[i]));
      for (std::size_t j = i + 1; j < all.size(); ++j) CHECK_FALSE(full(all[i], all[j]));
    }
    // The same links in another order give the same groups.
    std::shuffle(links.begin(), links.end(), random);
    CHECK(cluster(standings, links) == groups);
  }
}
