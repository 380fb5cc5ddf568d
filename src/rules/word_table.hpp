// Longest-match look-up of words, for tables of several hundred to several thousand words.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::rules {

/// Maps words to a number (a set of classes as bits, an index). Keys are UTF-8. A trie by characters, its edges in one
/// hash table: most look-ups end at the first character, with one probe.
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
    if (offset >= text.size() || !may_open(text, offset)) return;
    std::uint32_t node = kRoot;
    for (std::size_t at = offset; at < text.size();) {
      node = next(node, read_character(text, at));
      if (node == kNowhere) return;
      if (known_[node]) use(at - offset, values_[node]);
    }
  }

 private:
  /// An edge: from a node by a character to a node. Free where `to` is kNowhere.
  struct Edge {
    std::uint64_t key = 0;
    std::uint32_t to = kNowhere;
  };
  static constexpr std::uint32_t kNowhere = 0;
  static constexpr std::uint32_t kRoot = 1;

  /// The bytes of the character at `at` as one number, which is as good as its code point; `at` moves behind it.
  static std::uint32_t read_character(std::string_view text, std::size_t& at);
  static std::uint64_t key_of(std::uint32_t node, std::uint32_t character) {
    return (std::uint64_t{node} << 32) | character;
  }
  /// Twelve bits of a character, by which the filter below knows it.
  static std::size_t bits_of(std::string_view text, std::size_t at) {
    const auto low = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) & 0x3FU : 0U; };
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return lead;
    return lead < 0xE0 ? std::size_t{lead & 0x1FU} << 6U | low(at + 1) : std::size_t{low(at + 1)} << 6U | low(at + 2);
  }
  static std::size_t pair_of(std::size_t first, std::size_t second) { return (first * 31 + second) & (kPairs - 1); }
  /// Whether words may begin at `at`: by its first character, and by its first two where that alone is no word. Says no at
  /// nearly all places of a text, from 12 KB of memory.
  bool may_open(std::string_view text, std::size_t at) const {
    const std::size_t first = bits_of(text, at);
    const std::size_t behind = at + (static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3);
    if (heads_[first] != Head::longer) return heads_[first] != Head::none;
    return behind < text.size() && pairs_[pair_of(first, bits_of(text, behind))];
  }
  std::size_t slot_of(std::uint64_t key) const {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
    return static_cast<std::size_t>((key * kSpread) >> shift_);
  }
  std::uint32_t next(std::uint32_t node, std::uint32_t character) const {
    const std::uint64_t key = key_of(node, character);
    for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (edges_.size() - 1)) {
      if (edges_[slot].to == kNowhere || edges_[slot].key == key) return edges_[slot].to;
    }
  }
  std::uint32_t add(std::string_view word);
  void insert(std::uint64_t key, std::uint32_t to);
  void grow();

  enum class Head : std::uint8_t { none, longer, word };  ///< no word opens so, longer ones do, the character is a word
  static constexpr std::size_t kPairs = std::size_t{1} << 16U;
  std::array<Head, std::size_t{1} << 12U> heads_{};
  std::bitset<kPairs> pairs_;
  std::vector<Edge> edges_;            // a power of two, at most half full
  int shift_ = 0;                      // 64 less the power
  std::vector<std::uint64_t> values_;  // by node
  std::vector<bool> known_;            // by node: a word ends here
};

/// Bytes of the UTF-8 character that starts with `lead`.
constexpr std::size_t char_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

inline std::uint32_t WordTable::read_character(std::string_view text, std::size_t& at) {
  const std::size_t end = at + char_length(text[at]);
  std::uint32_t bytes = 0;
  for (; at < end && at < text.size(); ++at) bytes = (bytes << 8) | static_cast<unsigned char>(text[at]);
  return bytes;
}

}  // namespace zhibiao::rules
