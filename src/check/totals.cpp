// Check, totals: 共10个，其中A 7个、B 6个. Input: facts that follow each other in a sentence, and what stands between them;
// output: faults. Tested by tests/check/totals_test.cpp.
#include <optional>
#include <string>
#include <string_view>

#include "check/ground.hpp"

namespace zhibiao::check {
namespace {

/// Only what is counted in one unit, and does not say how something moves, can be part and whole.
bool countable(const Fact& fact) {
  const bool kind = fact.kind == Kind::count || fact.kind == Kind::money || fact.kind == Kind::measure;
  return kind && fact.value && !fact.value_max && fact.change.empty();
}

bool same_measure(const Fact& a, const Fact& b) { return a.kind == b.kind && a.unit == b.unit && a.per == b.per; }

bool is_exact(const Fact& fact) { return fact.comparator == "="; }

class Totals {
 public:
  Totals(const Ground& ground, Faults& faults) : ground_(ground), facts_(ground.analysis.facts), faults_(faults) {}

  void run() {
    for (std::size_t whole = 0; whole + 1 < facts_.size(); ++whole) {
      if (!countable(facts_[whole])) continue;
      if (const PartRule* rule = parted(whole)) check(whole, *rule);
    }
  }

 private:
  /// The text between two facts that follow each other; empty if they do not.
  std::optional<std::string> between(std::size_t first) const {
    const Fact& a = facts_[first];
    const Fact& b = facts_[first + 1];
    constexpr std::size_t kFar = 300;
    if (b.span.begin < a.span.end || b.span.begin - a.span.end > kFar) return std::nullopt;
    return plain(ground_.source.slice({a.span.end, b.span.begin}));
  }

  const PartRule* parted(std::size_t whole) const {
    const auto gap = between(whole);
    if (!gap || !countable(facts_[whole + 1]) || !same_measure(facts_[whole], facts_[whole + 1])) return nullptr;
    for (const PartRule& one : ground_.rules.parts()) {
      rules::Match match;
      if (one.pattern.find(*gap, 0, match)) return &one;
    }
    return nullptr;
  }

  /// The two stand side by side in a list: 城东7个、城西6个.
  bool listed(std::size_t first) const {
    if (first + 1 >= facts_.size() || !countable(facts_[first]) || !countable(facts_[first + 1])) return false;
    if (!same_measure(facts_[first], facts_[first + 1])) return false;
    const auto gap = between(first);
    if (!gap) return false;
    for (const rules::Pattern& pattern : ground_.rules.between_parts()) {
      rules::Match match;
      if (pattern.find(*gap, 0, match)) return true;
    }
    return false;
  }

  /// A乡村1000个、B村庄300个，其中C村500个: the whole may be any member of the list before.
  std::size_t largest_before(std::size_t whole) const {
    std::size_t largest = whole;
    for (std::size_t at = whole; at > 0 && listed(at - 1); --at) {
      if (*facts_[at - 1].value > *facts_[largest].value) largest = at - 1;
    }
    return largest;
  }

  void check(std::size_t at, const PartRule& rule) {
    const Fact& whole = facts_[largest_before(at)];
    std::optional<Decimal> sum = Decimal();
    bool exact = is_exact(whole);
    std::size_t count = 0;
    for (std::size_t part = at + 1;; ++part) {
      const Fact& one = facts_[part];
      if (*one.value > *whole.value) {
        faults_.push_back(make_fault(FaultKind::total_part, one.span, {plain(whole.mention), plain(one.mention)},
                                     &rule.pattern.rule()));
        return;
      }
      sum = sum ? sum->plus(*one.value) : sum;
      exact = exact && is_exact(one);
      ++count;
      if (!listed(part)) break;
    }
    if (count < 2 || !exact || !sum) return;
    if (*sum > *whole.value || (rule.equal && *sum < *whole.value && &whole == &facts_[at])) {
      faults_.push_back(make_fault(FaultKind::total_sum, whole.span, {plain(whole.mention), sum->str() + whole.unit},
                                   &rule.pattern.rule()));
    }
  }

  const Ground& ground_;
  const std::vector<Fact>& facts_;
  Faults& faults_;
};

}  // namespace

void check_totals(const Ground& ground, Faults& faults) { Totals(ground, faults).run(); }

}  // namespace zhibiao::check
