// Rule stage, second half: parsed rules become word tables and compiled patterns. Tested by tests/rules/.
#include "rules/lexicon.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "rules/archive.hpp"
#include "rules/checks.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::rules {
namespace {

// Names of notes in packed_tables().
constexpr std::string_view kWords = "words";
constexpr std::string_view kUnits = "units";
constexpr std::string_view kProse = "prose";
constexpr std::string_view kQuantities = "quantities";
constexpr std::string_view kFrames = "frames";
constexpr std::string_view kScopes = "scopes";

/// 个, in bytes.
bool is_generic_measure(std::string_view head) { return head == "\xE4\xB8\xAA"; }

}  // namespace

Lexicon::Lexicon(std::vector<RuleFile> builtin, const std::vector<RuleFile>& own, Known known)
    : fragments_(rules_, known == Known::by_the_build) {
  merge(std::move(builtin), own);
  build_words();
  take(kUnits, unit_table_);
  // Backwards, so that of two rules with the same word the one that comes first wins, as with patterns.
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->type == "units") build_units(*rule);
    if (rule->type == "comparator") build_comparators(*rule);
  }
  build_patterns(own);
}

void Lexicon::merge(std::vector<RuleFile> builtin, const std::vector<RuleFile>& own) {
  using RulesById = std::map<std::string, Rule*, std::less<>>;
  const auto take = [this](RuleFile file, std::deque<Rule>& into, RulesById& known, RulesById* replaceable) {
    for (const auto& [name, text] : file.fragments) fragments_.set(name, text);
    for (Rule& rule : file.rules) {
      const auto found = known.find(rule.id);
      Rule* there = found == known.end() ? nullptr : found->second;
      if (there != nullptr && (replaceable == nullptr || there->file == rule.file)) {
        throw Error(rule.at(), fmt::format("rule id '{}' stands already in {}", rule.id, there->place()));
      }
      if (there == nullptr && replaceable != nullptr) {
        const auto base = replaceable->find(rule.id);
        if (base != replaceable->end()) there = base->second;
      }
      if (there == nullptr) {
        into.push_back(std::move(rule));
        known.emplace(into.back().id, &into.back());
        continue;
      }
      if (there->type != rule.type) {
        throw Error(rule.at(),
                    fmt::format("rule id '{}' is taken by a [[{}]] rule in {}; only a [[{}]] rule can replace it",
                                rule.id, there->type, there->place(), there->type));
      }
      *there = std::move(rule);
    }
  };
  std::deque<Rule> base;
  RulesById base_places;
  RulesById own_places;
  for (RuleFile& file : builtin) take(std::move(file), base, base_places, nullptr);
  // The user's rules come before the compiled-in ones of their type: what they say of a text is said first.
  for (const RuleFile& file : own) take(file, rules_, own_places, &base_places);
  if (rules_.empty()) {
    rules_ = std::move(base);
  } else {
    rules_.insert(rules_.end(), std::make_move_iterator(base.begin()), std::make_move_iterator(base.end()));
  }
}

namespace {

constexpr std::string_view kAskedClasses[] = {
#define WORD_CLASS(name, id) id,
#include "rules/word_classes.def"
};

/// The groups of words whose members are told from others: by the program, or by a rule.
std::set<std::string_view> asked_groups(const std::deque<Rule>& rules) {
  std::set<std::string_view> asked(std::begin(kAskedClasses), std::end(kAskedClasses));
  for (const Rule& rule : rules) {
    if (rule.type != "frame" && rule.type != "scope") continue;
    for (const auto key : {"verb", "scope_class"}) {
      for (const std::string_view group : parts_of(rule.view(key), '|')) asked.insert(group);
    }
  }
  return asked;
}

}  // namespace

void Lexicon::build_words() {
  // Groups that nobody asks for share a bit: they keep longer words together, or lend patterns their words.
  constexpr std::size_t kMostAsked = 63;
  constexpr std::uint64_t kShared = std::uint64_t{1} << kMostAsked;
  const auto asked = asked_groups(rules_);
  std::size_t own = 0;
  for (const Rule& rule : rules_) {
    if (rule.type != "words" || !rule.get("extends").empty()) continue;
    const bool told = asked.contains(rule.id);
    if (told && own == kMostAsked)
      throw Error(
          rule.at(),
          "more than 63 groups of [[words]] that rules ask for; put the words into one that exists, by 'extends'");
    class_bits_[rule.id] = told ? std::uint64_t{1} << own++ : kShared;
  }
  const bool noted = take(kWords, words_);
  for (const Rule& rule : rules_) {
    if (rule.type != "words") continue;
    const std::uint64_t bit = class_bit(rule.get("extends", rule.id));
    if (bit == 0)
      throw Error(rule.at(), fmt::format("rule '{}' extends '{}', and no [[words]] group has this id", rule.id,
                                         rule.get("extends")));
    if (noted) continue;
    for (const auto& word : rule.words) words_.merge(word, bit);
  }
  for (std::size_t i = 0; i < class_of_code_.size(); ++i) class_of_code_[i] = class_bit(kAskedClasses[i]);
}

void Lexicon::build_units(const Rule& rule) {
  const Kind kind = find_kind(rule.view("kind")).value_or(Kind::count);  // the file was checked
  const bool noted = !known(kUnits).empty();
  for (const auto& word : rule.words) {
    Unit unit{word, word, "", kind, &rule};
    const std::size_t slash = word.find('/');
    if (slash != std::string::npos && slash > 0) {
      unit.unit = word.substr(0, slash);
      unit.per = word.substr(slash + 1);
    }
    // 个百分点 is printed 百分点: the generic measure word before a unit of the same group says nothing.
    for (const auto& other : rule.words) {
      if (other.size() + 3 == word.size() && word.ends_with(other) &&
          is_generic_measure(std::string_view(word).substr(0, 3)))
        unit.unit = other;
    }
    units_.push_back(std::move(unit));
    if (!noted) unit_table_.set(word, units_.size());
  }
}

void Lexicon::build_comparators(const Rule& rule) {
  const std::string where = rule.get("where");
  comparators_.push_back({rule.get("value"), &rule});
  for (const auto& word : rule.words) {
    if (where == "before") {
      before_table_.set(word, comparators_.size());
      longest_before_ = std::max(longest_before_, word.size());
    } else {
      after_table_.set(word, comparators_.size());
    }
  }
}

std::string_view Lexicon::known(std::string_view table) const {
  return fragments_.only_builtin() ? find_note(packed_tables(), table) : std::string_view();
}

bool Lexicon::take(std::string_view name, WordTable& table) const {
  const std::string_view note = known(name);
  if (!note.empty()) table = unpacked<WordTable>(note);
  return !note.empty();
}

void Lexicon::note_tables(Notes& notes) const {
  notes.add(kWords, packed(words_));
  notes.add(kUnits, packed(unit_table_));
  notes.add(kProse, prose_.pack());
  notes.add(kQuantities, quantities_.pack());
  notes.add(kFrames, frames_.pack());
  notes.add(kScopes, scopes_.pack());
}

void Lexicon::check_rules() const {
  Ids ids;
  for (const Rule& rule : rules_) {
    if (rule.type == "words" && rule.view("extends").empty()) ids.words.insert(rule.id);
    if (rule.type == "quantity") ids.quantities.insert(rule.id);
  }
  for (const Rule& rule : rules_) {
    check_rule(rule);
    check_references(rule, ids);
  }
}

void Lexicon::build_patterns(const std::vector<RuleFile>& own) {
  if (!fragments_.only_builtin()) check_rules();
  const auto add = [&](std::string_view type, PatternSet& set) {
    for (const Rule& rule : rules_) {
      if (rule.type == type) set.add(rule, fragments_);
    }
  };
  for (const auto type : {"name", "date", "population", "per"}) add(type, prose_);
  first_cue_ = prose_.patterns().size();
  add("cue", prose_);
  add("quantity", quantities_);
  add("frame", frames_);
  add("scope", scopes_);
  prose_.finish(known(kProse));
  quantities_.finish(known(kQuantities));
  frames_.finish(known(kFrames));
  scopes_.finish(known(kScopes));
  if (own.empty()) return;  // those compiled in are known to be sound
  for (const PatternSet* set : {&prose_, &quantities_, &frames_, &scopes_}) {
    for (const Pattern& pattern : set->patterns()) pattern.compile();
  }
}

const Unit* Lexicon::unit_at(std::string_view text, std::size_t offset, std::size_t& length) const {
  const auto hit = unit_table_.longest(text, offset);
  length = hit.length;
  return hit.value == 0 ? nullptr : &units_[hit.value - 1];
}

const Unit* Lexicon::unit(std::string_view word) const {
  const auto index = unit_table_.find(word);
  return index == 0 ? nullptr : &units_[index - 1];
}

const Comparator* Lexicon::comparator_before(std::string_view text, std::size_t offset, std::size_t& length) const {
  for (std::size_t size = std::min(longest_before_, offset); size > 0; --size) {
    if (text::is_trail(text[offset - size])) continue;
    const auto index = before_table_.find(text.substr(offset - size, size));
    if (index != 0) {
      length = size;
      return &comparators_[index - 1];
    }
  }
  return nullptr;
}

const Comparator* Lexicon::comparator_after(std::string_view text, std::size_t offset, std::size_t& length) const {
  const auto hit = after_table_.longest(text, offset);
  length = hit.length;
  return hit.value == 0 ? nullptr : &comparators_[hit.value - 1];
}

std::uint64_t Lexicon::class_bit(std::string_view id) const {
  const auto found = class_bits_.find(id);
  return found == class_bits_.end() ? 0 : found->second;
}

std::span<const std::string> Lexicon::words_of(std::string_view id) const {
  const auto group =
      std::find_if(rules_.begin(), rules_.end(), [&](const Rule& one) { return one.type == "words" && one.id == id; });
  return group == rules_.end() ? std::span<const std::string>() : group->words;
}

}  // namespace zhibiao::rules
