// Real plans against edited copies of themselves: what was done to each fact is known, and is found again.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/edited_plan.hpp"
#include "zhibiao/compare.hpp"

using zhibiao::Analysis;
using zhibiao::Change;
using zhibiao::ChangeStatus;
using zhibiao::Fact;
using zhibiao::Source;
using zhibiao::Strictness;
using namespace compare_tests;

namespace {

constexpr unsigned kRounds = 6;

struct RealPlan {
  Source source;
  Analysis analysis;
  std::vector<Fact> facts;
};

/// Read once for all tests.
const std::vector<RealPlan>& plans() {
  static const std::vector<RealPlan> all = [] {
    std::vector<RealPlan> made;
    zhibiao::Analyzer analyzer;
    for (Source& source : real_plans()) {
      RealPlan plan{std::move(source), {}, {}};
      plan.analysis = analyzer.analyze(plan.source);
      plan.facts = telling_facts(plan.analysis.facts);
      made.push_back(std::move(plan));
    }
    return made;
  }();
  return all;
}

std::vector<Fact> facts_of(const RealPlan& plan, const std::string& text) {
  static zhibiao::Analyzer analyzer;
  zhibiao::Given given;
  given.plan_year = plan.analysis.document.plan_year;
  return telling_facts(analyzer.analyze(Source(plan.source.name(), text), given).facts);
}

std::string shown(const Fact& fact) {
  return fact.action + " " + fact.indicator + " (" + fact.scope + ") " + fact.comparator + fact.mention + " in " +
         fact.sentence;
}

std::string shown(const Change& change, const std::vector<Fact>& before, const std::vector<Fact>& after) {
  return std::string(name_of(change.status)) + " " + std::to_string(change.similarity) +
         "\n  old: " + (change.old_fact ? shown(before[*change.old_fact]) : "-") +
         "\n  new: " + (change.new_fact ? shown(after[*change.new_fact]) : "-");
}

ChangeStatus turned(ChangeStatus status) {
  switch (status) {
    case ChangeStatus::raised: return ChangeStatus::lowered;
    case ChangeStatus::lowered: return ChangeStatus::raised;
    case ChangeStatus::added: return ChangeStatus::dropped;
    case ChangeStatus::dropped: return ChangeStatus::added;
    default: return status;
  }
}

Strictness turned(Strictness one) {
  if (one == Strictness::tighter) return Strictness::looser;
  return one == Strictness::looser ? Strictness::tighter : one;
}

/// Changes as a set of lines that do not depend on the order of facts: places, status, strictness, delta.
std::multiset<std::string> told(const std::vector<Fact>& before, const std::vector<Fact>& after, bool turn = false) {
  std::multiset<std::string> lines;
  for (const Change& change : compare_facts(before, after).changes) {
    const auto place = [](const std::vector<Fact>& facts, const std::optional<std::size_t>& fact) {
      return fact ? std::to_string(facts[*fact].span.begin) + "-" + std::to_string(facts[*fact].span.end) : "none";
    };
    std::string left = place(before, change.old_fact);
    std::string right = place(after, change.new_fact);
    if (turn) std::swap(left, right);
    std::string line = left + " " + right + " ";
    line += name_of(turn ? turned(change.status) : change.status);
    line += " ";
    line += name_of(turn ? turned(change.strictness) : change.strictness);
    line += change.moved ? " moved" : "";
    lines.insert(std::move(line));
  }
  return lines;
}

/// What the edits should have given, against what was found.
struct Score {
  std::size_t right = 0;
  std::size_t all = 0;
  std::map<std::string, std::size_t> kinds;
  std::vector<std::string> wrong;
  std::vector<std::string> absurd;
};

bool is_written(const Fact& fact, const EditedPlan& plan) {
  return std::any_of(plan.written.begin(), plan.written.end(), [&](const zhibiao::Span& span) {
    return fact.span.begin >= span.begin && fact.span.begin < span.end;
  });
}

/// The names have no two neighbouring characters in common.
bool unrelated(const Fact& before, const Fact& after) {
  const std::string name = before.scope + before.indicator;
  const std::string other = after.scope + after.indicator;
  for (std::size_t at = 0; at + 6 <= name.size(); at += 3) {
    if (other.find(name.substr(at, 6)) != std::string::npos) return false;
  }
  return true;
}

bool is_right(const Fate& fate, const Change& change, const std::vector<Fact>& after) {
  if (fate.edit == Edit::dropped) return change.status == ChangeStatus::dropped;
  if (!change.new_fact || after[*change.new_fact].span.begin != fate.place) return false;
  if (fate.edit != Edit::number) return change.status == ChangeStatus::same;
  const bool up = *fate.delta > zhibiao::Decimal();
  return change.status == (up ? ChangeStatus::raised : ChangeStatus::lowered) && change.delta == fate.delta;
}

const char* name_of_edit(Edit edit) {
  static constexpr const char* kNames[] = {"kept", "number", "reworded", "dropped"};
  return kNames[static_cast<std::size_t>(edit)];
}

void score(const EditedPlan& plan, const std::vector<Fact>& before, const std::vector<Fact>& after, Score& total) {
  const auto count = [&](bool right, const std::string& kind, const Change& change) {
    ++total.all;
    ++total.kinds[kind];
    if (right) ++total.right;
    if (!right) total.wrong.push_back(kind + ": " + shown(change, before, after));
  };
  for (const Change& change : compare_facts(before, after).changes) {
    if (change.old_fact) {
      const Fate& fate = plan.fates[*change.old_fact];
      const bool right = is_right(fate, change, after);
      count(right, name_of_edit(fate.edit), change);
      const bool own = change.new_fact && after[*change.new_fact].span.begin == fate.place;
      if (change.new_fact && !own && unrelated(before[*change.old_fact], after[*change.new_fact])) {
        total.absurd.push_back(shown(change, before, after));
      }
    }
    if (change.new_fact && is_written(after[*change.new_fact], plan)) {
      count(change.status == ChangeStatus::added, "written", change);
      // They are about other things than any of these plans.
      if (change.old_fact) total.absurd.push_back(shown(change, before, after));
    }
  }
}

/// The most facts that sections in their old order can hold, by trying every choice of sections.
std::size_t most_in_order(const std::vector<std::size_t>& order, const std::map<std::size_t, std::size_t>& sizes) {
  REQUIRE(order.size() < 16);
  std::size_t most = 0;
  for (std::size_t choice = 0; choice < (std::size_t{1} << order.size()); ++choice) {
    std::size_t held = 0;
    std::size_t last = 0;
    bool in_order = true;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if ((choice >> i & 1) == 0) continue;
      in_order = in_order && order[i] >= last;
      last = order[i];
      held += sizes.contains(order[i]) ? sizes.at(order[i]) : 0;
    }
    if (in_order) most = std::max(most, held);
  }
  return most;
}

}  // namespace

TEST_CASE("a real plan against itself: every fact the same as itself, none moved") {
  for (const RealPlan& plan : plans()) {
    REQUIRE(plan.facts.size() > 3);
    const auto changes = compare_facts(plan.facts, plan.facts).changes;
    CHECK(changes.size() == plan.facts.size());
    for (const Change& change : changes) {
      CHECK_MESSAGE(change.status == ChangeStatus::same, plan.source.name(), ": ",
                    shown(change, plan.facts, plan.facts));
      CHECK(change.old_fact == change.new_fact);
      CHECK_FALSE(change.moved);
      CHECK(change.strictness == Strictness::equal);
    }
  }
}

TEST_CASE("edits are found again: numbers, other words, items dropped, sentences put in") {
  Score total;
  for (const RealPlan& plan : plans()) {
    for (unsigned seed = 1; seed <= kRounds; ++seed) {
      Random random(seed);
      const EditedPlan changed = edited(plan.source, plan.analysis.items, plan.facts, random);
      score(changed, plan.facts, facts_of(plan, changed.text), total);
    }
  }
  std::string report;
  for (const auto& [kind, number] : total.kinds) report += kind + " " + std::to_string(number) + " ";
  MESSAGE(total.right, " of ", total.all, " right: ", report);
  for (const std::string& one : total.absurd) CHECK_MESSAGE(false, "absurd: ", one);
  std::string wrong;
  for (const std::string& one : total.wrong) wrong += one + "\n";
  CHECK_MESSAGE(total.right * 100 >= total.all * 97, wrong);
  // Each kind of edit came up often enough to mean something.
  for (const char* kind : {"kept", "number", "reworded", "dropped", "written"}) CHECK(total.kinds[kind] > 50);
}

TEST_CASE("edited plans: one way round mirrors the other, and the facts' order does not matter") {
  for (const RealPlan& plan : plans()) {
    Random random(11);
    const EditedPlan changed = edited(plan.source, plan.analysis.items, plan.facts, random);
    auto before = plan.facts;
    auto after = facts_of(plan, changed.text);
    const auto there = told(before, after);
    CHECK(there == told(after, before, true));
    std::shuffle(before.begin(), before.end(), random);
    std::shuffle(after.begin(), after.end(), random);
    CHECK(told(before, after) == there);
  }
}

TEST_CASE("sections shuffled and renumbered: all the same, whole sections moved, and as few facts as can be") {
  std::size_t checked = 0;
  for (const RealPlan& plan : plans()) {
    Random random(3);
    for (unsigned round = 0; round < kRounds; ++round) {
      const ShuffledPlan mixed = shuffled(plan.source, plan.analysis.items, plan.facts, random);
      const auto after = facts_of(plan, mixed.text);
      std::map<std::size_t, std::size_t> sizes;
      std::map<std::size_t, std::size_t> moved;
      for (const Change& change : compare_facts(plan.facts, after).changes) {
        CHECK_MESSAGE(change.status == ChangeStatus::same, plan.source.name(), ": ", shown(change, plan.facts, after));
        if (!change.old_fact || !change.new_fact) continue;
        CHECK(after[*change.new_fact].span.begin == mixed.places[*change.old_fact]);
        const std::size_t section = mixed.sections[*change.old_fact];
        CHECK((section != kNoSection || !change.moved));
        if (section == kNoSection) continue;
        ++sizes[section];
        moved[section] += change.moved ? 1 : 0;
        ++checked;
      }
      std::size_t stayed = 0;
      std::size_t last = 0;  // of the sections that stayed, in the new order
      for (const std::size_t section : mixed.order) {
        if (!sizes.contains(section)) continue;
        CHECK((moved[section] == 0 || moved[section] == sizes[section]));
        if (moved[section] != 0) continue;
        CHECK(section >= last);
        last = section;
        stayed += sizes[section];
      }
      CHECK(stayed == most_in_order(mixed.order, sizes));
    }
  }
  CHECK(checked > 1000);
}
