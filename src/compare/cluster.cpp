// Compare, clusters: average-link agglomeration over a sparse graph. A group's neighbours are the groups with which all
// its members are linked, so joining two keeps the neighbours they share, and the graph only shrinks. Each group waits in a
// queue with its best neighbour alone: the best of all joins is the best of both its groups.
// In: links. Out: groups. Tested by tests/compare/cluster_test.cpp.
#include "compare/cluster.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>
#include <utility>

namespace zhibiao::compare {
namespace {

/// A group that all members are linked with, and the sum of those links.
struct Neighbour {
  std::size_t group;
  std::int64_t sum;
};

struct Group {
  std::vector<std::size_t> members;
  std::vector<Neighbour> neighbours;  // ascending; groups that have been joined since may still be listed
  int first_year = 0;
  int last_year = 0;
  double place = 0;  // sum over the members
  bool gone = false;
};

/// A join that could be made; the greatest is made first.
struct Join {
  double likeness;
  int years;  // that the group will span
  double apart;
  std::size_t a, b;
  bool operator<(const Join& other) const {
    return std::tuple(likeness, -years, -apart, -static_cast<std::ptrdiff_t>(a), -static_cast<std::ptrdiff_t>(b)) <
           std::tuple(other.likeness, -other.years, -other.apart, -static_cast<std::ptrdiff_t>(other.a),
                      -static_cast<std::ptrdiff_t>(other.b));
  }
};

class Clustering {
 public:
  Clustering(const std::vector<Standing>& things, const std::vector<Link>& links) {
    groups_.reserve(2 * things.size());  // each join makes one more, and there are fewer joins than things
    for (std::size_t i = 0; i < things.size(); ++i) {
      groups_.push_back({{i}, {}, things[i].year, things[i].year, things[i].place});
    }
    for (const Link& link : links) {
      groups_[link.a].neighbours.push_back({link.b, link.likeness});
      groups_[link.b].neighbours.push_back({link.a, link.likeness});
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      auto& neighbours = groups_[i].neighbours;
      std::sort(neighbours.begin(), neighbours.end(),
                [](const Neighbour& x, const Neighbour& y) { return x.group < y.group; });
      propose(i);
    }
  }

  std::vector<std::vector<std::size_t>> run() {
    while (!joins_.empty()) {
      const Waiting best = joins_.top();
      joins_.pop();
      if (groups_[best.group].gone) continue;
      if (groups_[best.join.a].gone || groups_[best.join.b].gone) {
        propose(best.group);
      } else {
        join(best.join.a, best.join.b);
      }
    }
    std::vector<std::vector<std::size_t>> made;
    for (Group& group : groups_) {
      if (group.gone || group.members.size() < 2) continue;
      std::sort(group.members.begin(), group.members.end());
      made.push_back(std::move(group.members));
    }
    std::sort(made.begin(), made.end());
    return made;
  }

 private:
  /// The best join of a group when it was looked for. A group made since may be better: then it waits with that join itself.
  struct Waiting {
    Join join;
    std::size_t group;
    bool operator<(const Waiting& other) const { return join < other.join; }
  };

  Join join_of(std::size_t a, std::size_t b, std::int64_t sum) const {
    const Group& one = groups_[a];
    const Group& other = groups_[b];
    const auto size = [](const Group& group) { return static_cast<double>(group.members.size()); };
    const int years = std::max(one.last_year, other.last_year) - std::min(one.first_year, other.first_year);
    const double apart = std::abs(one.place / size(one) - other.place / size(other));
    return {static_cast<double>(sum) / (size(one) * size(other)), years, apart, std::min(a, b), std::max(a, b)};
  }

  /// Lets the group wait with its best neighbour, if it has one.
  void propose(std::size_t group) {
    auto& neighbours = groups_[group].neighbours;
    std::erase_if(neighbours, [this](const Neighbour& one) { return groups_[one.group].gone; });
    if (neighbours.empty()) return;
    Join best = join_of(group, neighbours.front().group, neighbours.front().sum);
    for (std::size_t i = 1; i < neighbours.size(); ++i) {
      const Join other = join_of(group, neighbours[i].group, neighbours[i].sum);
      if (best < other) best = other;
    }
    joins_.push({best, group});
  }

  void join(std::size_t a, std::size_t b) {
    const std::size_t made = groups_.size();
    Group& one = groups_[a];
    Group& other = groups_[b];
    one.gone = other.gone = true;
    Group group{std::move(one.members),
                {},
                std::min(one.first_year, other.first_year),
                std::max(one.last_year, other.last_year),
                one.place + other.place};
    group.members.insert(group.members.end(), other.members.begin(), other.members.end());
    group.neighbours = shared(one.neighbours, other.neighbours);
    one.neighbours = {};
    other.neighbours = {};
    groups_.push_back(std::move(group));
    for (const auto& [neighbour, sum] : groups_[made].neighbours) groups_[neighbour].neighbours.push_back({made, sum});
    propose(made);
  }

  /// Both lists ascend.
  std::vector<Neighbour> shared(const std::vector<Neighbour>& first, const std::vector<Neighbour>& second) const {
    std::vector<Neighbour> both;
    for (auto x = first.begin(), y = second.begin(); x != first.end() && y != second.end();) {
      if (x->group < y->group) {
        ++x;
      } else if (y->group < x->group) {
        ++y;
      } else {
        if (!groups_[x->group].gone) both.push_back({x->group, x->sum + y->sum});
        ++x, ++y;
      }
    }
    return both;
  }

  std::vector<Group> groups_;
  std::priority_queue<Waiting> joins_;
};

}  // namespace

std::vector<std::vector<std::size_t>> cluster(const std::vector<Standing>& things, const std::vector<Link>& links) {
  return Clustering(things, links).run();
}

}  // namespace zhibiao::compare
