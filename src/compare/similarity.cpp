// Compare, similarity of two facts: likeness of the names, lessened by whatever else differs.
// In: two profiles of one vocabulary. Out: 0 to 1. Tested by tests/compare/similarity_test.cpp.
#include "compare/similarity.hpp"

#include <algorithm>

namespace zhibiao::compare {
namespace {

// The weights were set by hand until the sentences of tests/compare/similarity_test.cpp and the two aligned pairs of plans in
// tests/gold/diff (gold_test.cpp) were paired as people pair them. Turned off one at a time, most of them fail one of these
// tests; those marked (*) fail none and are kept for what they mean.

// Of two names' words, what counts against them. A name that only says more is likelier the same than one that says
// something else, so words missing on one side weigh less than words missing on both.
constexpr double kMissingOnOne = 0.4;
constexpr double kMissingOnBoth = 1.8;
constexpr double kSaidBySentence = 0.6;  // of a missing word's weight, forgiven where the other's sentence has the word
constexpr double kLikeWord = 0.8;        // of a word's weight, for one on the other side that shares most characters

// What is left of the likeness where something beside the names differs. What makes another indicator takes a pair that
// is otherwise equal near the usual threshold of 0.5 or below; what a plan changes from year to year takes a few hundredths,
// just enough to choose between several partners.
constexpr double kLevelAndGrowth = 0.6;     // a level against a growth, whatever their units
constexpr double kOtherUnit = 0.5;          // nothing in common: 元, % (*)
constexpr double kOtherUnitOfKind = 0.75;   // of one kind, they may still be names of one thing: 所, 个
constexpr double kOtherMeasureWord = 0.92;  // both only count: 个, 座
constexpr double kOtherDenominator = 0.7;   // (*)
constexpr double kOneDenominator = 0.9;     // only one says of what, or how often (*)
constexpr double kOtherChange = 0.75;       // an increase against a decrease (*)
constexpr double kFallingShare = 0.65;      // a share that is to fall by so much is hardly the share itself
constexpr double kOneChange = 0.88;         // a change against a level, in like units (*)
constexpr double kSomeAlternatives = 0.85;  // both name one of a group's words, one of them a further one (*)
constexpr double kOtherHead = 0.85;         // what is measured on one side is not named on the other
constexpr double kOtherCode = 0.55;         // 4G, 5G (*)
constexpr double kOtherNumber = 0.95;       // 60岁, 65岁: plans widen and narrow scopes (*)
constexpr double kOtherRole = 0.9;
constexpr double kOtherDeadline = 0.94;
constexpr double kOneDeadline = 0.97;
constexpr double kOtherComparator = 0.985;  // (*)
constexpr double kOtherAction = 0.985;

// Parts of the likeness that hang on what stands around the names.
constexpr double kByScope = 0.5;     // scopes of which nothing agrees leave the other half
constexpr double kByWords = 0.9;     // what two facts of unlike sentences and headings can reach;
constexpr double kByContext = 0.06;  // the rest is added by words that the sentences share,
constexpr double kByHeading = 0.04;  // and the headings

constexpr double kRounding = 1e-9;

/// Words of one name that the other has not.
struct Unmatched {
  std::vector<NameWord> words;
  double weight = 0;
  void add(const NameWord& word) {
    words.push_back(word);
    weight += word.weight;
  }
};

/// Two names, word by word.
struct MatchedNames {
  double shared = 0;  ///< weight of the words in both
  Unmatched first, second;
};

MatchedNames match_names(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  MatchedNames names;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() || y != b.end()) {
    if (y == b.end() || (x != a.end() && x->id < y->id)) {
      names.first.add(*x++);
    } else if (x == a.end() || y->id < x->id) {
      names.second.add(*y++);
    } else {
      names.shared += ((x++)->weight + (y++)->weight) / 2;
    }
  }
  return names;
}

/// The sentence has the word.
bool says(const Profile& one, WordId id) { return std::binary_search(one.context.begin(), one.context.end(), id); }

/// What is left of the words that the other's name lacks, where its sentence says them: they are only left out there.
double unsaid(const Unmatched& side, double found, const Profile& other) {
  double said = 0;
  for (const NameWord& word : side.words) {
    if (says(other, word.id)) said += word.weight;
  }
  return std::max(0.0, side.weight - found - kSaidBySentence * said);
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
      factor *= (one & other) == 0 ? dictionary.apart(group) : kSomeAlternatives;
    } else if (dictionary.defines(group) && a.alternatives[group] != b.alternatives[group]) {
      factor *= dictionary.alone(group);
    }
  }
  return factor;
}

double unit_factor(const Profile& a, const Profile& b, const Dictionary& dictionary) {
  double factor = 1;
  switch (unit_fit(a, b, dictionary)) {
    case UnitFit::same: break;
    case UnitFit::counted: factor = kOtherMeasureWord; break;
    case UnitFit::other: factor = a.fact->kind == b.fact->kind ? kOtherUnitOfKind : kOtherUnit; break;
  }
  if (a.per != b.per) factor *= a.per.empty() || b.per.empty() ? kOneDenominator : kOtherDenominator;
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
  if (!a.change.empty() && !b.change.empty()) return kOtherChange;
  const bool falls = a.change == "decrease" || b.change == "decrease";
  return falls && a.fact->kind == Kind::rate && b.fact->kind == Kind::rate ? kFallingShare : kOneChange;
}

/// Whether each side names what the other measures: 生产总值 names no 能耗, so 单位生产总值能耗 is something else.
double head_factor(const Profile& a, const Profile& b, const Vocabulary& vocabulary) {
  const auto named = [&](const Profile& one, const Profile& other) {
    if (one.head == kNoWord || (other.head == kNoWord && says(other, one.head))) return true;
    return std::any_of(other.name.begin(), other.name.end(), [&](const NameWord& word) {
      return word.id == one.head || vocabulary.nearness(word.id, one.head) > 0;
    });
  };
  return named(a, b) && named(b, a) ? 1.0 : kOtherHead;
}

double deadline_factor(const Fact& a, const Fact& b) {
  if (same_deadline(a, b)) return 1.0;
  return a.deadline.empty() || b.deadline.empty() ? kOneDeadline : kOtherDeadline;
}

double detail_factor(const Profile& a, const Profile& b) {
  double factor = deadline_factor(*a.fact, *b.fact);
  if (a.fact->comparator != b.fact->comparator) factor *= kOtherComparator;
  if (a.fact->action != b.fact->action) factor *= kOtherAction;
  if (a.fact->role != b.fact->role) factor *= kOtherRole;
  if (!a.codes.empty() && !b.codes.empty() && disjoint(a.codes, b.codes)) factor *= kOtherCode;
  if (!a.numbers.empty() && !b.numbers.empty() && a.numbers != b.numbers) factor *= kOtherNumber;
  return factor;
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
  const auto [exactly, first, second] = match_names(a.name, b.name);
  const double found_first = partly_matched(first, second, vocabulary);
  const double found_second = partly_matched(second, first, vocabulary);
  const double shared = exactly + (found_first + found_second) / 2;
  const double left = first.weight - found_first;
  const double right = second.weight - found_second;
  double more = left > right ? unsaid(first, found_first, b) : unsaid(second, found_second, a);
  if (left == right) more = (more + unsaid(first, found_first, b)) / 2;
  const double against = kMissingOnOne * more + kMissingOnBoth * std::min(left, right);
  return shared + against > 0 ? shared / (shared + against) : 0;
}

double scope_likeness(const Profile& a, const Profile& b) {
  if (a.scope.empty() || b.scope.empty()) return 1;
  const auto own = [](const Profile& one, const Profile& other) {
    return std::any_of(one.scope.begin(), one.scope.end(), [&](WordId id) { return !contains(other.name, id); });
  };
  return own(a, b) && own(b, a) ? overlap(a.scope, b.scope) : 1;
}

bool same_due(const Due& old_due, const Due& new_due) {
  constexpr std::size_t kYear = 4;
  if (old_due.deadline == new_due.deadline) return true;
  if (!old_due.plan_year || !new_due.plan_year) return false;
  const int before = deadline_year(old_due.deadline.substr(0, kYear));
  const int after = deadline_year(new_due.deadline.substr(0, kYear));
  if (before == 0 || after == 0 || after - before != *new_due.plan_year - *old_due.plan_year) return false;
  return old_due.deadline.substr(kYear) == new_due.deadline.substr(kYear);
}

bool same_deadline(const Fact& old_fact, const Fact& new_fact) {
  return same_due({old_fact.deadline, old_fact.year}, {new_fact.deadline, new_fact.year});
}

double similarity(const Profile& old_fact, const Profile& new_fact, const Vocabulary& vocabulary, double floor) {
  const Dictionary& dictionary = vocabulary.dictionary();
  const double measure = level_and_growth(old_fact, new_fact)
                             ? kLevelAndGrowth
                             : unit_factor(old_fact, new_fact, dictionary) * change_factor(old_fact, new_fact);
  const double details = alternatives_factor(old_fact, new_fact, dictionary) * detail_factor(old_fact, new_fact);
  // No other factor raises it, and most pairs fall by the cheap ones. A little below, as products are rounded.
  const double least = floor * (1 - kRounding);
  if (measure * details < least) return 0;
  double result = name_likeness(old_fact, new_fact, vocabulary);
  if (old_fact.name.empty() && new_fact.name.empty()) result = 1;
  if (result * measure * details < least) return 0;
  const double context = overlap(old_fact.context, new_fact.context);
  // Names of nothing but light words (增幅, 园区数量) tell little: then the sentences have to agree.
  const double telling = std::min(1.0, std::min(old_fact.telling, new_fact.telling));
  result *= telling + (1 - telling) * context;
  result *= measure;
  result *= details;
  if (result < least) return 0;
  result *= head_factor(old_fact, new_fact, vocabulary);
  result *= 1 - kByScope + kByScope * scope_likeness(old_fact, new_fact);
  return result * (kByWords + kByContext * context + kByHeading * overlap(old_fact.heading, new_fact.heading));
}

}  // namespace zhibiao::compare
