// Compare, similarity of two facts: likeness of the names, lessened by whatever else differs.
// In: two profiles of one vocabulary. Out: 0 to 1. Tested by tests/compare/similarity_test.cpp.
#include "compare/similarity.hpp"

#include <algorithm>
#include <cstdlib>

namespace zhibiao::compare {
namespace {

// A name that only says more is likelier the same than one that says something else.
constexpr double kMore = 0.4;
constexpr double kElse = 1.8;
constexpr double kSaid = 0.6;      // of a missing word's weight, where the other's sentence has it
constexpr double kGrowth = 0.6;    // a level against a growth
constexpr double kLikeWord = 0.8;  // of a word's weight, for one that shares most characters

struct Unmatched {
  std::vector<NameWord> words;
  double weight = 0;
};

/// The sentence has the word.
bool says(const Profile& one, WordId id) { return std::binary_search(one.context.begin(), one.context.end(), id); }

/// What is left of the words that the other's name lacks, where its sentence says them: they are only left out there.
double unsaid(const Unmatched& side, double found, const Profile& other) {
  double said = 0;
  for (const NameWord& word : side.words) {
    if (says(other, word.id)) said += word.weight;
  }
  return std::max(0.0, side.weight - found - kSaid * said);
}

/// What the words of `one` find in the other's, by their characters. Symmetry comes from asking both ways.
double partly_matched(const Unmatched& one, const Unmatched& other, const Vocabulary& vocabulary) {
  double found = 0;
  for (const NameWord& word : one.words) {
    double best = 0;
    for (const NameWord& candidate : other.words) best = std::max(best, vocabulary.nearness(word.id, candidate.id));
    found += word.weight * best * kLikeWord;
  }
  return found;
}

bool contains(const std::vector<NameWord>& name, WordId id) {
  return std::binary_search(name.begin(), name.end(), NameWord{id, 0});
}

bool disjoint(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  return std::none_of(a.begin(), a.end(), [&](WordId id) { return std::binary_search(b.begin(), b.end(), id); });
}

/// Members of one group that exclude each other: 登记 and 调查, 初中 and 高中.
double alternatives_factor(const Profile& a, const Profile& b, const Dictionary& dictionary) {
  double factor = 1;
  for (std::size_t group = 0; group < a.ways.size(); ++group) {
    const std::uint32_t one = a.ways[group];
    const std::uint32_t other = b.ways[group];
    if (one == other) continue;
    if (one != 0 && other != 0) {
      factor *= (one & other) == 0 ? dictionary.apart(group) : 0.85;
    } else if (dictionary.defines(group) && a.alternatives[group] != b.alternatives[group]) {
      factor *= dictionary.alone(group);
    }
  }
  return factor;
}

double unit_factor(const Profile& a, const Profile& b, const Dictionary& dictionary) {
  const UnitFit fit = unit_fit(a, b, dictionary);
  double factor = fit == UnitFit::same ? 1.0 : fit == UnitFit::counted ? 0.92 : 0.5;
  // Of one kind, units that differ may be names of one thing (所, 个).
  if (fit == UnitFit::other && a.fact->kind == b.fact->kind) factor = 0.75;
  if (a.per != b.per) factor *= a.per.empty() || b.per.empty() ? 0.9 : 0.7;
  return factor;
}

/// So much of one thing against its growth in per cent: one indicator, if nothing else parts them.
bool level_and_growth(const Profile& a, const Profile& b) {
  const auto grows = [](const Profile& one) { return !one.change.empty() && one.fact->kind == Kind::rate; };
  const auto level = [](const Profile& one) { return one.change.empty() && one.fact->kind != Kind::rate; };
  const bool counted = a.fact->kind != Kind::deadline && b.fact->kind != Kind::deadline;
  return counted && ((grows(a) && level(b)) || (level(a) && grows(b)));
}

double change_factor(const Profile& a, const Profile& b) {
  if (a.change == b.change) return 1.0;
  if (!a.change.empty() && !b.change.empty()) return 0.75;
  // A share that is to fall by so much is hardly the share itself.
  const bool falls = a.change == "decrease" || b.change == "decrease";
  return falls && a.fact->kind == Kind::rate && b.fact->kind == Kind::rate ? 0.65 : 0.88;
}

/// What is measured on one side is not named on the other (单位生产总值能耗 and 生产总值).
double head_factor(const Profile& a, const Profile& b, const Vocabulary& vocabulary) {
  const auto named = [&](const Profile& one, const Profile& other) {
    if (one.head == kNoWord || (other.head == kNoWord && says(other, one.head))) return true;
    return std::any_of(other.name.begin(), other.name.end(), [&](const NameWord& word) {
      return word.id == one.head || vocabulary.nearness(word.id, one.head) > 0;
    });
  };
  return named(a, b) && named(b, a) ? 1.0 : 0.85;
}

double deadline_factor(const Fact& a, const Fact& b) {
  if (same_deadline(a, b)) return 1.0;
  return a.deadline.empty() || b.deadline.empty() ? 0.97 : 0.94;
}

double detail_factor(const Profile& a, const Profile& b) {
  double factor = deadline_factor(*a.fact, *b.fact);
  if (a.fact->comparator != b.fact->comparator) factor *= 0.985;
  if (a.fact->action != b.fact->action) factor *= 0.985;
  if (a.fact->role != b.fact->role) factor *= 0.9;
  if (!a.codes.empty() && !b.codes.empty() && disjoint(a.codes, b.codes)) factor *= 0.55;
  if (!a.numbers.empty() && !b.numbers.empty() && a.numbers != b.numbers) factor *= 0.95;
  return factor;
}

int year_of(const std::string& date) {
  int year = 0;
  for (const char ch : date.substr(0, 4)) {
    if (ch < '0' || ch > '9') return 0;
    year = year * 10 + (ch - '0');
  }
  return date.size() >= 4 ? year : 0;
}

}  // namespace

UnitFit unit_fit(const Profile& a, const Profile& b, const Dictionary& dictionary) {
  const bool dated = a.fact->kind == Kind::deadline;
  if (dated != (b.fact->kind == Kind::deadline)) return UnitFit::other;
  if (dated || a.unit.unit == b.unit.unit) return UnitFit::same;
  if (dictionary.count_alike(a.fact->unit, b.fact->unit)) return UnitFit::counted;
  return UnitFit::other;
}

double overlap(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  if (a.empty() && b.empty()) return 1;
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++shared, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

double name_likeness(const Profile& a, const Profile& b, const Vocabulary& vocabulary) {
  double shared = 0;
  Unmatched first;
  Unmatched second;
  const auto alone = [](Unmatched& side, const NameWord& word) {
    side.words.push_back(word);
    side.weight += word.weight;
  };
  auto x = a.name.begin();
  auto y = b.name.begin();
  while (x != a.name.end() || y != b.name.end()) {
    if (y == b.name.end() || (x != a.name.end() && x->id < y->id)) {
      alone(first, *x++);
    } else if (x == a.name.end() || y->id < x->id) {
      alone(second, *y++);
    } else {
      shared += ((x++)->weight + (y++)->weight) / 2;
    }
  }
  const double found_first = partly_matched(first, second, vocabulary);
  const double found_second = partly_matched(second, first, vocabulary);
  shared += (found_first + found_second) / 2;
  const double left = first.weight - found_first;
  const double right = second.weight - found_second;
  double more = left > right ? unsaid(first, found_first, b) : unsaid(second, found_second, a);
  if (left == right) more = (more + unsaid(first, found_first, b)) / 2;
  const double against = kMore * more + kElse * std::min(left, right);
  return shared + against > 0 ? shared / (shared + against) : 0;
}

double scope_likeness(const Profile& a, const Profile& b) {
  if (a.scope.empty() || b.scope.empty()) return 1;
  const auto own = [](const Profile& one, const Profile& other) {
    return std::any_of(one.scope.begin(), one.scope.end(), [&](WordId id) { return !contains(other.name, id); });
  };
  return own(a, b) && own(b, a) ? overlap(a.scope, b.scope) : 1;
}

bool same_deadline(const Fact& old_fact, const Fact& new_fact) {
  if (old_fact.deadline == new_fact.deadline) return true;
  if (!old_fact.year || !new_fact.year) return false;
  const int before = year_of(old_fact.deadline);
  const int after = year_of(new_fact.deadline);
  if (before == 0 || after == 0 || after - before != *new_fact.year - *old_fact.year) return false;
  return old_fact.deadline.size() == new_fact.deadline.size() &&
         old_fact.deadline.compare(4, std::string::npos, new_fact.deadline, 4) == 0;
}

double similarity(const Profile& old_fact, const Profile& new_fact, const Vocabulary& vocabulary) {
  const Dictionary& dictionary = vocabulary.dictionary();
  const double context = overlap(old_fact.context, new_fact.context);
  // Names of nothing but light words (增幅, 园区数量) tell little: then the sentences have to agree.
  const double telling = std::min(1.0, std::min(old_fact.telling, new_fact.telling));
  double result = name_likeness(old_fact, new_fact, vocabulary);
  if (old_fact.name.empty() && new_fact.name.empty()) result = 1;
  result *= telling + (1 - telling) * context;
  result *= level_and_growth(old_fact, new_fact)
                ? kGrowth
                : unit_factor(old_fact, new_fact, dictionary) * change_factor(old_fact, new_fact);
  result *= alternatives_factor(old_fact, new_fact, dictionary) * detail_factor(old_fact, new_fact);
  result *= head_factor(old_fact, new_fact, vocabulary);
  result *= 0.5 + 0.5 * scope_likeness(old_fact, new_fact);
  return result * (0.9 + 0.06 * context + 0.04 * overlap(old_fact.heading, new_fact.heading));
}

}  // namespace zhibiao::compare
