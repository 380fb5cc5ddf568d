// Compare, its rules: the rules of types synonyms, weight, alternatives, less, measures and convert as tables.
// In: the lexicon. Out: answers about single words. Tested by tests/compare/similarity_test.cpp.
#include "compare/dictionary.hpp"

#include <algorithm>

namespace zhibiao::compare {
namespace {

double number(const rules::Rule& rule, const std::string& key, double otherwise) {
  const auto value = Decimal::parse(rule.get(key));
  return value ? value->approx() : otherwise;
}

/// Calls `use(begin, length, value)` for the longest words of the table from left to right, without overlap.
template <typename Use>
void each_word(const rules::WordTable& table, std::string_view text, const Use& use) {
  for (std::size_t at = 0; at < text.size();) {
    const auto hit = table.longest(text, at);
    if (hit.length > 0) use(at, hit.length, hit.value);
    at += hit.length > 0 ? hit.length : rules::char_length(text[at]);
  }
}

}  // namespace

Dictionary::Dictionary(const rules::Lexicon& lexicon) {
  for (const rules::Rule& rule : lexicon.rules()) {
    if (rule.type == "synonyms") add_synonyms(rule);
    if (rule.type == "alternatives") add_alternatives(rule);
    if (rule.type == "near") add_near(rule);
    if (rule.type == "measures") add_measures(rule);
    if (rule.type == "weight" || rule.type == "near" || rule.type == "share") {
      for (const auto& word : rule.words) listed_.set(word, 1);
    }
    if (rule.type == "weight") {
      for (const auto& word : rule.words) weights_.try_emplace(word, number(rule, "weight", 1.0));
    }
    if (rule.type == "share") share_.insert(rule.words.begin(), rule.words.end());
    if (rule.type == "growth") {
      for (const auto& word : rule.words) {
        growth_.emplace_back(word, rule.get("change").empty() ? "increase" : rule.get("change"));
      }
    }
    if (rule.type == "less") {
      for (const auto& word : rule.words) less_.set(word, 1);
    }
    if (rule.type == "convert") {
      const auto factor = Decimal::parse(rule.get("factor"));
      if (factor) conversions_.try_emplace(rule.get("unit"), Convert{rule.get("base"), *factor});
    }
  }
}

void Dictionary::add_synonyms(const rules::Rule& rule) {
  heads_.push_back(rule.words.front());
  for (const auto& word : rule.words) {
    if (synonyms_.find(word) == 0) synonyms_.set(word, heads_.size());
  }
}

void Dictionary::add_alternatives(const rules::Rule& rule) {
  const std::size_t group = groups_.size();
  groups_.push_back({rule.flag("defines"), number(rule, "apart", 0.4), number(rule, "alone", 0.9)});
  for (std::size_t member = 0; member < rule.words.size() && member < 32; ++member) {
    const std::uint32_t bit = std::uint32_t{1} << member;
    const std::string& all = rule.words[member];  // words that mean one thing, parted by '|'
    for (std::size_t at = 0; at <= all.size();) {
      const std::size_t end = std::min(all.find('|', at), all.size());
      const std::string word = all.substr(at, end - at);
      at = end + 1;
      if (word.empty()) continue;
      if (alternatives_.find(word) == 0) {
        members_.emplace_back();
        alternatives_.set(word, members_.size());
      }
      members_[alternatives_.find(word) - 1].emplace_back(group, bit);
    }
  }
}

void Dictionary::add_near(const rules::Rule& rule) {
  for (const auto& word : rule.words) near_[word].push_back(nearness_.size());
  nearness_.push_back(number(rule, "likeness", 0.8));
}

void Dictionary::add_measures(const rules::Rule& rule) {
  for (const auto& word : rule.words) measures_[word] |= next_measure_;
  next_measure_ <<= 1;  // beyond 32 rules: no sort of its own
}

const std::vector<std::size_t>& Dictionary::near_groups(const std::string& word) const {
  static const std::vector<std::size_t> kNone;
  const auto found = near_.find(word);
  return found == near_.end() ? kNone : found->second;
}

bool Dictionary::count_alike(const std::string& one, const std::string& other) const {
  const auto a = measures_.find(one);
  const auto b = measures_.find(other);
  return a != measures_.end() && b != measures_.end() && (a->second & b->second) != 0;
}

std::vector<Dictionary::Piece> Dictionary::pieces(std::string_view text) const {
  std::vector<Piece> all;
  std::size_t done = 0;
  const auto between = [&](std::size_t end) {
    if (end > done) all.push_back({std::string(text.substr(done, end - done)), false});
  };
  each_word(synonyms_, text, [&](std::size_t at, std::size_t length, std::uint64_t value) {
    between(at);
    all.push_back({heads_[value - 1], true});
    done = at + length;
  });
  between(text.size());
  return all;
}

std::string Dictionary::canonical(std::string_view text) const {
  std::string all;
  for (const Piece& piece : pieces(text)) all += piece.text;
  return all;
}

double Dictionary::weight(std::string_view word) const {
  const auto found = weights_.find(std::string(word));
  return found == weights_.end() ? 1.0 : found->second;
}

bool Dictionary::less_is_better(std::string_view text) const {
  bool found = false;
  each_word(less_, text, [&](std::size_t, std::size_t, std::uint64_t) { found = true; });
  return found;
}

Dictionary::Growth Dictionary::growth_tail(std::string_view text) const {
  Growth longest;
  for (const auto& [word, change] : growth_) {
    if (text.ends_with(word) && word.size() > longest.length) longest = {word.size(), change};
  }
  return longest;
}

void Dictionary::find_alternatives(std::string_view text, Alternatives& into) const {
  each_word(alternatives_, text, [&](std::size_t, std::size_t, std::uint64_t value) {
    for (const auto& [group, bit] : members_[value - 1]) into[group] |= bit;
  });
}

BaseUnit Dictionary::base_unit(const std::string& unit) const {
  BaseUnit base{unit, Decimal(1)};
  // Conversions may stand on each other (a unit's base has a base); few steps, never a circle for ever.
  for (int step = 0; step < 4; ++step) {
    const auto found = conversions_.find(base.unit);
    if (found == conversions_.end() || found->second.base == base.unit) break;
    const auto factor = base.factor.times(found->second.factor);
    if (!factor) break;
    base = {found->second.base, *factor};
  }
  return base;
}

}  // namespace zhibiao::compare
