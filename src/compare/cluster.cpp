// Compare, clusters: average-link agglomeration over a sparse graph. A group's neighbours are the groups with which all
// its members are linked, so joining two keeps the neighbours they share, and the graph only shrinks.
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
  std::vector<Neighbour> neighbours;  // ascending; groups that have been joined since are still listed
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
      propose(std::min(link.a, link.b), std::max(link.a, link.b), link.likeness);
    }
    for (Group& group : groups_) {
      std::sort(group.neighbours.begin(), group.neighbours.end(),
                [](const Neighbour& x, const Neighbour& y) { return x.group < y.group; });
    }
  }

  std::vector<std::vector<std::size_t>> run() {
    while (!joins_.empty()) {
      const Join best = joins_.top();
      joins_.pop();
      if (!groups_[best.a].gone && !groups_[best.b].gone) join(best.a, best.b);
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
  void propose(std::size_t a, std::size_t b, std::int64_t sum) {
    const Group& one = groups_[a];
    const Group& other = groups_[b];
    const auto size = [](const Group& group) { return static_cast<double>(group.members.size()); };
    const int years = std::max(one.last_year, other.last_year) - std::min(one.first_year, other.first_year);
    const double apart = std::abs(one.place / size(one) - other.place / size(other));
    joins_.push({static_cast<double>(sum) / (size(one) * size(other)), years, apart, a, b});
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
    for (const auto& [neighbour, sum] : groups_[made].neighbours) {
      auto& others = groups_[neighbour].neighbours;
      // Where the list would grow, what has been joined since makes room.
      if (others.size() == others.capacity())
        std::erase_if(others, [this](const Neighbour& listed) { return groups_[listed.group].gone; });
      others.push_back({made, sum});
      propose(neighbour, made, sum);
    }
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
  std::priority_queue<Join> joins_;
};

}  // namespace

std::vector<std::vector<std::size_t>> cluster(const std::vector<Standing>& things, const std::vector<Link>& links) {
  return Clustering(things, links).run();
}

}  // namespace zhibiao::compare
