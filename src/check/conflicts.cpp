// Check, conflicts: one target that stands twice with two values. Input: facts; output: faults. Only levels of which a plan
// can name one for one date (rules of type state) are compared. Tested by tests/check/dates_test.cpp.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/ground.hpp"
#include "text/chars.hpp"

namespace zhibiao::check {
namespace {

constexpr std::size_t kInSight = 3000;  // bytes before a value in which a year would hold for it

/// A year in digits, other than `year`.
bool names_other_year(const std::string& text, int year) {
  const std::string own = std::to_string(year);
  const auto digit = [&](std::size_t at) {
    return at < text.size() && text::is_digit(static_cast<unsigned char>(text[at]));
  };
  for (std::size_t at = text.find("20"); at != std::string::npos; at = text.find("20", at + 1)) {
    const bool four = digit(at + 2) && digit(at + 3) && !digit(at + 4) && (at == 0 || !digit(at - 1));
    if (four && text.compare(at, own.size(), own) != 0) return true;
  }
  return false;
}

class Conflicts {
 public:
  Conflicts(const Ground& ground, Faults& faults) : ground_(ground), faults_(faults) {}

  void run() {
    for (const Fact& fact : ground_.analysis.facts) {
      const State* state = comparable(fact);
      if (state == nullptr) continue;
      const auto due = due_date(fact, *state);
      if (!due) continue;
      const std::string key = fact.indicator + '\t' + fact.scope + '\t' + fact.per + '\t' + fact.unit + '\t' + *due;
      compare(fact, known_[key], *state->rule);
    }
  }

 private:
  const State* comparable(const Fact& fact) const {
    const bool level = (fact.kind == Kind::rate || fact.kind == Kind::measure || fact.kind == Kind::duration ||
                        fact.kind == Kind::count) &&
                       fact.value && !fact.value_max && fact.change.empty();
    if (!level || fact.role != Role::target) return nullptr;
    return ground_.rules.state_of(fact.indicator);
  }

  /// The date for which the value holds; empty where that is not sure. A value without one holds for the plan's year, unless
  /// its item, or one that holds it, speaks of another time before it.
  std::optional<std::string> due_date(const Fact& fact, const State& state) const {
    if (!fact.deadline.empty()) return fact.deadline;
    const auto& year = ground_.analysis.document.plan_year;
    if (!year) return std::nullopt;
    std::vector<const Item*> open;  // the items around the value, outermost first
    for (const Item& item : ground_.analysis.items) {
      if (item.span.begin > fact.span.begin) break;
      open.resize(std::min(open.size(), item.level - 1));
      open.push_back(&item);
    }
    if (open.empty()) return std::nullopt;
    for (const Item* item : open) {
      const std::size_t end = std::min(item->span.end, fact.span.begin);
      if (end - item->span.begin > kInSight) return std::nullopt;
      const std::string before = plain(ground_.source.slice({item->span.begin, end}));
      if (names_other_year(before, *year)) return std::nullopt;
      for (const std::string_view word : state.apart) {
        if (before.find(word) != std::string::npos) return std::nullopt;
      }
    }
    return std::to_string(*year) + "-12-31";
  }

  void compare(const Fact& fact, std::vector<const Fact*>& before, const rules::Rule& rule) {
    for (const Fact* other : before) {
      // Several values in one sentence are of several things.
      if (other->sentence == fact.sentence) return;
      if (*other->value == *fact.value) return;
    }
    if (!before.empty()) {
      const Fact& other = *before.front();
      faults_.push_back(
          make_fault(FaultKind::target_conflict, fact.span,
                     {fact.indicator, plain(fact.mention), plain(other.mention), std::to_string(other.line)}, &rule));
    }
    before.push_back(&fact);
  }

  const Ground& ground_;
  Faults& faults_;
  std::map<std::string, std::vector<const Fact*>> known_;
};

}  // namespace

void check_conflicts(const Ground& ground, Faults& faults) { Conflicts(ground, faults).run(); }

}  // namespace zhibiao::check
