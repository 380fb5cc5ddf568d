// Patterns of one kind: the filter that finds candidates in one pass. Tested by tests/rules/.
#include "rules/pattern_set.hpp"

#include <algorithm>
#include <cstring>

#include "rules/archive.hpp"
#include "rules/packed.hpp"
#include "text/chars.hpp"

namespace zhibiao::rules {
namespace {

/// Patterns are looked through by so many.
constexpr std::size_t kBlock = 8;
/// A pattern uses at most so many sets of words, one bit each.
constexpr std::size_t kMostSets = 8;
/// Bytes of the characters that are rare.
constexpr std::size_t kLongestChar = 4;
/// Needs that no text meets, of the places behind the last pattern.
constexpr std::uint8_t kNever = 0xFF;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string PatternSet::pack() const { return packed(*this); }

void PatternSet::finish(std::string_view packed) {
  if (patterns_.empty()) return;
  if (!packed.empty()) {
    Unpacker unpacker(packed);
    return unpacker(*this);
  }
  if (by_ == Filter::words) {
    needed_.resize((patterns_.size() + kBlock - 1) / kBlock * kBlock, kNever);
    std::fill_n(needed_.begin(), patterns_.size(), std::uint8_t{0});
    for (std::size_t i = 0; i < patterns_.size(); ++i) use_needs(i);
    return;
  }
  for (const auto& pattern : patterns_) {
    const auto parsed = parse_expression(pattern.expression());
    letters_.push_back(parsed ? needed_letters(parsed->root) : std::vector<Letters>());
  }
}

void PatternSet::use_needs(std::size_t pattern) {
  std::size_t set = 0;
  const auto demands = patterns_[pattern].demands();
  Reach& reach = reach_.emplace_back();
  reach.longest = longest_of(demands.front());
  for (const std::string& expression : demands) {
    for (const auto& words : needs_of(expression)) {
      // Words of one rare character are not looked for: a set with one tells nothing.
      const bool told = std::none_of(words.begin(), words.end(), [](const std::string& word) {
        return word.size() == kLongestChar && char_length(word.front()) == kLongestChar;
      });
      if (!told || set == kMostSets) continue;
      const std::size_t index = use_set(pattern, set++, words);
      if (&expression == &demands.front()) reach.holds.push_back(static_cast<std::uint16_t>(index));
    }
  }
}

std::size_t PatternSet::use_set(std::size_t pattern, std::size_t set, const std::vector<std::string>& words) {
  const auto bit = static_cast<std::uint8_t>(1U << set);
  needed_[pattern] |= bit;
  const auto [known, added] = set_of_words_.try_emplace(words, sets_.size());
  const std::size_t index = known->second;
  if (added) {
    sets_.emplace_back();
    for (const std::string& word : words) use_word(word, index);
  }
  sets_[index].push_back({static_cast<std::uint16_t>(pattern), bit});
  return index;
}

void PatternSet::use_word(const std::string& word, std::size_t set) {
  std::uint64_t index = words_.find(word);
  if (index == 0) {
    sets_of_word_.emplace_back();
    words_.set(word, index = sets_of_word_.size());
    std::size_t behind = 0;
    const char32_t ch = read_char(word, behind);
    if (behind == word.size()) singles_.add(ch, static_cast<std::uint32_t>(index - 1));
  }
  sets_of_word_[index - 1].push_back(static_cast<std::uint16_t>(set));
}

void PatternSet::meet(std::size_t word, Seen places, Met& met) const {
  for (const std::uint16_t set : sets_of_word_[word]) {
    Seen& seen = met.sets[set];
    if (seen.first == Seen::kUnseen) {
      for (const Use& use : sets_[set]) met.patterns[use.pattern] |= use.set;
    }
    seen.first = std::min(seen.first, places.first);
    seen.last = std::max(seen.last, places.last);
  }
}

void PatternSet::candidates(std::string_view text, Candidates& found) const {
  found.clear();
  if (patterns_.empty()) return;
  if (by_ == Filter::words) return candidates_by_words(text, found);
  Letters held;
  for (const char c : text) held.add(c);
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const bool may =
        std::all_of(letters_[i].begin(), letters_[i].end(), [&](const Letters& one) { return one.meets(held); });
    if (may) found.push_back({static_cast<int>(i)});
  }
}

Candidate PatternSet::candidate(std::size_t pattern, std::string_view text, const Met& met) const {
  Candidate one{static_cast<int>(pattern)};
  const Reach& reach = reach_[pattern];
  for (const std::uint16_t set : reach.holds) {
    const Seen& seen = met.sets[set];
    one.last = std::min<std::size_t>(one.last, seen.last);
    if (seen.first > reach.longest) one.first = std::max(one.first, seen.first - reach.longest);
  }
  while (one.first > 0 && one.first < text.size() && text::is_trail(text[one.first])) --one.first;
  return one;
}

void PatternSet::candidates_by_words(std::string_view text, Candidates& found) const {
  Met all{std::vector<std::uint8_t>(needed_.size()), std::vector<Seen>(sets_.size())};
  if (mark(text, all)) {  // words are told in small letters
    std::string lowered(text);
    for (char& c : lowered) c = is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    mark(lowered, all);
  }
  const auto& met = all.patterns;
  for (std::size_t block = 0; block < met.size(); block += kBlock) {
    std::uint64_t here = 0;
    std::uint64_t wanted = 0;
    std::memcpy(&here, met.data() + block, kBlock);
    std::memcpy(&wanted, needed_.data() + block, kBlock);
    // Of eight patterns none is met where no byte of the difference is zero.
    const std::uint64_t apart = here ^ wanted;
    if (((apart - 0x0101010101010101U) & ~apart & 0x8080808080808080U) == 0) continue;
    for (std::size_t i = block; i < block + kBlock; ++i) {
      if (met[i] == needed_[i]) found.push_back(candidate(i, text, all));
    }
  }
}

bool PatternSet::mark(std::string_view text, Met& met) const {
  std::vector<Seen> single(singles_.indices().size());
  bool capitals = false;
  char32_t before = kNoChar;
  std::size_t before_at = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t ch = read_char(text, at);
    capitals |= ch >= 'A' && ch <= 'Z';
    Seen& seen = single.data()[singles_.number(ch)];
    seen.last = static_cast<std::uint32_t>(begin);
    seen.first = std::min(seen.first, seen.last);
    if (words_.may_hold(before, ch)) {
      words_.each(text, before_at, [&](std::size_t length, std::uint64_t index) {
        const auto place = static_cast<std::uint32_t>(before_at);
        if (length > begin - before_at) meet(index - 1, {place, place}, met);
      });
    }
    before = ch;
    before_at = begin;
  }
  for (std::size_t i = 1; i < single.size(); ++i) {
    if (single[i].first != Seen::kUnseen) meet(singles_.indices()[i], single[i], met);
  }
  return capitals;
}

void SingleWords::add(char32_t word, std::uint32_t index) {
  if (word >= numbers_.kEnd) return;
  numbers_.set(word, static_cast<std::uint16_t>(indices_.size()));
  indices_.push_back(index);
}

}  // namespace zhibiao::rules
