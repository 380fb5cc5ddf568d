// Longest-match look-up of words, for tables of several hundred to several thousand words.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/char_map.hpp"
#include "rules/utf8.hpp"

namespace zhibiao::rules {

/// Maps words to a number (a set of classes as bits, an index). Keys are UTF-8. A word of one character stands in a small table;
/// longer ones stand in lists by their first two characters, and a bit for each such pair says at most places of a text that
/// there is no list.
class WordTable {
 public:
  struct Hit {
    std::size_t length = 0;  ///< bytes; 0: no word here
    std::uint64_t value = 0;
  };

  WordTable();

  /// Adds `bits` to what the word already has.
  void merge(std::string_view word, std::uint64_t bits);
  /// Sets the word's value; a later call replaces an earlier one.
  void set(std::string_view word, std::uint64_t value);

  /// The longest word that `text` has at `offset`.
  Hit longest(std::string_view text, std::size_t offset) const;
  /// The value of exactly this word, 0 if unknown.
  std::uint64_t find(std::string_view word) const;
  /// Calls `use(length, value)` for every word that `text` has at `offset`, shortest first.
  template <typename Use>
  void each(std::string_view text, std::size_t offset, const Use& use) const {
    if (offset >= text.size()) return;
    std::size_t at = offset;
    const char32_t first = read_char(text, at);
    each_after(first, text, offset, at, use);
  }
  /// As each(), where the character at `offset` has been read up to `at`.
  template <typename Use>
  void each_after(char32_t first, std::string_view text, std::size_t offset, std::size_t at, const Use& use) const {
    if (const std::uint64_t* value = singles_.find(first)) use(at - offset, *value);
    if (at >= text.size()) return;
    const char32_t second = read_char(text, at);
    each_longer(first, second, text, at, [&](std::size_t end, std::uint64_t value) { use(end - offset, value); });
  }
  /// False: no word of two and more characters begins with these two.
  bool may_begin(char32_t first, char32_t second) const { return pairs_[pair_of(first, second)]; }
  /// Calls `use(end, value)` for every word of two and more characters that begins with these two, which `text` has before
  /// `at`, and ends at `end`.
  template <typename Use>
  void each_longer(char32_t first, char32_t second, std::string_view text, std::size_t at, const Use& use) const {
    if (!may_begin(first, second)) return;
    const List& list = lists_.data()[find_slot(first, second)];
    const Word* const words = words_.data() + list.begin;
    const std::size_t left = text.size() - at;
    for (const Word* word = words; word != words + list.count && word->size <= left; ++word) {
      if (same(text.data() + at, rests_.data() + word->rest, word->size)) use(at + word->size, word->value);
    }
  }

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.singles_, self.pairs_, self.lists_, self.shift_, self.used_, self.words_, self.rests_);
  }

 private:
  /// Words with the same first two characters. A free slot has none.
  struct List {
    char32_t first = 0;
    char32_t second = 0;
    std::uint32_t begin = 0;  ///< in words_
    std::uint32_t count = 0;  ///< shortest first
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.first, self.second, self.begin, self.count);
    }
  };
  /// What follows those two.
  struct Word {
    std::uint64_t value = 0;
    std::uint32_t rest = 0;  ///< in rests_
    std::uint32_t size = 0;  ///< bytes
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.value, self.rest, self.size);
    }
  };

  static std::size_t pair_of(char32_t first, char32_t second) {
    return (static_cast<std::size_t>(first) * 31 + second) & (kPairs - 1);
  }
  std::size_t slot_of(char32_t first, char32_t second) const {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
    return static_cast<std::size_t>(((std::uint64_t{first} << 32U | second) * kSpread) >> shift_);
  }
  /// The list of words that begin so, or the free slot for one.
  std::size_t find_slot(char32_t first, char32_t second) const {
    std::size_t slot = slot_of(first, second);
    while (lists_.data()[slot].count > 0 &&
           (lists_.data()[slot].first != first || lists_.data()[slot].second != second))
      slot = (slot + 1) & (lists_.size() - 1);
    return slot;
  }
  /// Few bytes: told faster here than by a call. The last byte of Chinese characters tells most of them apart.
  static bool same(const char* one, const char* other, std::size_t size) {
    while (size > 0 && one[size - 1] == other[size - 1]) --size;
    return size == 0;
  }
  /// The word's value, made where there is none.
  std::uint64_t& value_of(std::string_view word);
  std::uint64_t& value_in(List& list, std::string_view rest);
  void grow();

  static constexpr std::size_t kPairs = std::size_t{1} << 16U;
  CharMap<std::uint64_t> singles_;
  std::bitset<kPairs> pairs_;  ///< the first two characters of words
  std::vector<List> lists_;    // a hash table: a power of two, at most half full
  unsigned shift_ = 0;         // 64 less the power
  std::size_t used_ = 0;       // slots
  std::vector<Word> words_;
  std::string rests_;
};

}  // namespace zhibiao::rules
