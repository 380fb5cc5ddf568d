// Rule stage: the filter that finds candidates in one pass. Tested by tests/rules/.
#include "rules/word_filter.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <string>

#include "rules/leads.hpp"
#include "rules/needs.hpp"
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

/// The first byte in memory that is not zero, which becomes zero.
std::size_t take_byte(std::uint64_t& bytes) {
  constexpr bool kLittle = std::endian::native == std::endian::little;
  const auto byte = static_cast<std::size_t>(kLittle ? std::countr_zero(bytes) : std::countl_zero(bytes)) / 8;
  bytes &= ~(std::uint64_t{0xFF} << 8 * (kLittle ? byte : kBlock - 1 - byte));
  return byte;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

/// Finds the sets, words and uses of patterns one by one.
class WordFilter::Maker {
 public:
  explicit Maker(WordFilter& made) : made_(made) {}

  void run(const std::vector<Pattern>& patterns) {
    made_.needed_.resize((patterns.size() + kBlock - 1) / kBlock * kBlock, kNever);
    std::fill_n(made_.needed_.begin(), patterns.size(), std::uint8_t{0});
    for (std::size_t i = 0; i < patterns.size(); ++i) use_needs(i, patterns[i].demands());
    made_.sets_of_word_ = Rows(sets_of_word_);
    made_.uses_of_set_ = Rows(uses_of_set_);
    made_.holds_ = Rows(holds_);
  }

 private:
  void use_needs(std::size_t pattern, const std::vector<std::string>& demands) {
    std::size_t set = 0;
    const auto matched = parse_expression(demands.front());
    auto& holds = holds_.emplace_back();
    for (const std::string& expression : demands) {
      for (const auto& words : needs_of(expression)) {
        // Words of one rare character are not looked for: a set with one tells nothing.
        const bool told = std::none_of(words.begin(), words.end(), [](const std::string& word) {
          return word.size() == kLongestChar && char_length(word.front()) == kLongestChar;
        });
        if (!told || set == kMostSets) continue;
        const std::size_t index = use_set(pattern, set++, words);
        if (&expression == &demands.front() && matched) holds.push_back(held(index, lead_of(matched->root, words)));
      }
    }
  }

  static Held held(std::size_t set, Lead lead) {
    const auto bytes = [](std::size_t count) {
      return static_cast<std::uint16_t>(std::min<std::size_t>(count, Held::kNoMost));
    };
    return {static_cast<std::uint16_t>(set), bytes(lead.least), bytes(lead.most)};
  }

  /// Returns the set's index in uses_of_set_.
  std::size_t use_set(std::size_t pattern, std::size_t set, const std::vector<std::string>& words) {
    const auto bit = static_cast<std::uint8_t>(1U << set);
    made_.needed_[pattern] |= bit;
    const auto [known, added] = set_of_words_.try_emplace(words, uses_of_set_.size());
    const std::size_t index = known->second;
    if (added) {
      uses_of_set_.emplace_back();
      for (const std::string& word : words) use_word(word, index);
    }
    uses_of_set_[index].push_back({static_cast<std::uint16_t>(pattern), bit});
    return index;
  }

  void use_word(const std::string& word, std::size_t set) {
    std::uint64_t index = made_.words_.find(word);
    if (index == 0) {
      sets_of_word_.emplace_back();
      made_.words_.set(word, index = sets_of_word_.size());
      std::size_t behind = 0;
      const char32_t ch = read_char(word, behind);
      if (behind == word.size()) made_.singles_[ch] = static_cast<std::uint16_t>(index - 1);
    }
    sets_of_word_[index - 1].push_back(static_cast<std::uint16_t>(set));
  }

  WordFilter& made_;
  std::vector<std::vector<std::uint16_t>> sets_of_word_;
  std::vector<std::vector<Use>> uses_of_set_;
  std::vector<std::vector<Held>> holds_;
  std::map<std::vector<std::string>, std::size_t> set_of_words_;
};

WordFilter::WordFilter(const std::vector<Pattern>& patterns) { Maker(*this).run(patterns); }

/// What a text has met. Each thread has one, kept from text to text: most are short, and few of the words stand in one.
class WordFilter::Met {
 public:
  /// Nothing yet, with room for so many.
  void clear(std::size_t words, std::size_t sets, std::size_t patterns) {
    for (const std::uint16_t word : met_) words_[word] = {};
    met_.clear();
    if (words_.size() < words) words_.resize(words);
    if (sets_.size() < sets) sets_.resize(sets);
    std::memset(sets_.data(), 0, sets * sizeof(Seen));
    bits_.assign(patterns, 0);
  }
  void note(std::size_t word, std::size_t place) {
    Seen& seen = words_.data()[word];
    seen.last = static_cast<std::uint16_t>(std::min(place, kFar));
    if (seen.behind_first != 0) return;
    seen.behind_first = static_cast<std::uint16_t>(std::min(place + 1, kFar));
    met_.push_back(static_cast<std::uint16_t>(word));
  }

  const std::vector<std::uint16_t>& words() const { return met_; }
  const Seen& word(std::size_t index) const { return words_.data()[index]; }
  Seen* sets() { return sets_.data(); }
  const Seen& set(std::size_t index) const { return sets_.data()[index]; }
  /// Of each pattern, the bits of its sets.
  std::uint8_t* bits() { return bits_.data(); }

 private:
  std::vector<Seen> words_, sets_;
  std::vector<std::uint16_t> met_;
  std::vector<std::uint8_t> bits_;
};

void WordFilter::conclude(Met& met) const {
  Seen* const sets = met.sets();
  std::uint8_t* const bits = met.bits();
  for (const std::uint16_t word : met.words()) {
    const Seen here = met.word(word);
    for (const std::uint16_t set : sets_of_word_[word]) {
      Seen& seen = sets[set];
      if (seen.behind_first != 0) {
        seen = {std::min(seen.behind_first, here.behind_first), std::max(seen.last, here.last)};
        continue;
      }
      seen = here;
      for (const Use use : uses_of_set_[set]) bits[use.pattern] |= use.set;
    }
  }
}

Candidate WordFilter::candidate(std::size_t pattern, std::string_view text, const Met& met) const {
  Candidate one{static_cast<int>(pattern)};
  for (const Held& held : holds_[pattern]) {
    const Seen& seen = met.set(held.set);
    const std::size_t first = seen.behind_first - std::size_t{1};  // a candidate has met them all
    if (seen.last != kFar)
      one.last = std::min<std::size_t>(one.last, seen.last > held.least ? seen.last - held.least : 0);
    if (first > held.most && held.most != Held::kNoMost) one.first = std::max(one.first, first - held.most);
  }
  while (one.first > 0 && one.first < text.size() && text::is_trail(text[one.first])) --one.first;
  return one;
}

void WordFilter::candidates(std::string_view text, Candidates& found) const {
  static thread_local Met met;
  const auto forget = [&] { met.clear(sets_of_word_.size(), uses_of_set_.size(), needed_.size()); };
  forget();
  if (!mark(text, met)) {  // words are told in small letters
    forget();
    std::string lowered(text);
    for (char& c : lowered) c = is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    mark(lowered, met);
  }
  conclude(met);
  const std::uint8_t* const bits = met.bits();
  for (std::size_t block = 0; block < needed_.size(); block += kBlock) {
    std::uint64_t here = 0;
    std::uint64_t wanted = 0;
    std::memcpy(&here, bits + block, kBlock);
    std::memcpy(&wanted, needed_.data() + block, kBlock);
    // Of eight patterns none is met where no byte of the difference is zero.
    const std::uint64_t apart = here ^ wanted;
    std::uint64_t zeros = (apart - 0x0101010101010101U) & ~apart & 0x8080808080808080U;
    while (zeros != 0) {
      const std::size_t i = block + take_byte(zeros);
      if (bits[i] == needed_[i]) found.push_back(candidate(i, text, met));
    }
  }
}

bool WordFilter::mark(std::string_view text, Met& met) const {
  char32_t before = kNoChar;
  std::size_t before_at = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_capital(text[at])) return false;
    const char32_t ch = read_char(text, at);
    words_.each_longer(before, ch, text, at, [&](std::size_t, std::uint64_t index) { met.note(index - 1, before_at); });
    if (const std::uint16_t* word = singles_.find(ch)) met.note(*word, begin);
    before = ch;
    before_at = begin;
  }
  return true;
}

}  // namespace zhibiao::rules
