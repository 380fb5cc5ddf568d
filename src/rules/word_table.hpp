// Longest-match look-up of words, for tables of several hundred to several thousand words.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/char_table.hpp"
#include "rules/utf8.hpp"

namespace zhibiao::rules {

/// Maps words to a number (a set of classes as bits, an index). Keys are UTF-8. A trie by characters: first ones in a table by
/// their code points, all other edges in one hash table.
class WordTable {
 public:
  struct Hit {
    std::size_t length = 0;  ///< bytes; 0: no word here
    std::uint64_t value = 0;
  };

  WordTable();

  /// Adds `bits` to what the word already has.
  void merge(std::string_view word, std::uint64_t bits);
  /// Whether a word begins with the character that `text` has at `offset`.
  bool opens(std::string_view text, std::size_t offset) const {
    return offset < text.size() && first_of(read_char(text, offset)) != kNowhere;
  }
  /// Whether a word of two and more characters may begin with these two.
  bool may_hold(char32_t first, char32_t second) const { return pairs_[pair_of(first, second)]; }
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
    std::uint32_t node = first_of(first);
    if (node == kNowhere) return;
    if (nodes_[node].known) use(at - offset, nodes_[node].value);
    if (nodes_[node].last || at >= text.size()) return;
    char32_t character = read_char(text, at);
    if (!pairs_[pair_of(first, character)]) return;
    for (;;) {
      node = next(node, character);
      if (node == kNowhere) return;
      if (nodes_[node].known) use(at - offset, nodes_[node].value);
      if (nodes_[node].last || at >= text.size()) return;
      character = read_char(text, at);
    }
  }

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.firsts_, self.pairs_, self.edges_, self.shift_, self.nodes_);
  }

 private:
  /// An edge: from a node by a character to a node. Free where `to` is kNowhere.
  struct Edge {
    std::uint64_t key = 0;
    std::uint32_t to = kNowhere;
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.key, self.to);
    }
  };
  struct Node {
    std::uint64_t value = 0;
    bool known = false;  ///< a word ends here
    bool last = true;    ///< and no longer one goes on
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.value, self.known, self.last);
    }
  };
  static constexpr std::uint32_t kNowhere = 0;
  static constexpr std::uint32_t kRoot = 1;

  static std::uint64_t key_of(std::uint32_t node, char32_t character) {
    return (std::uint64_t{node} << 32U) | character;
  }
  static std::size_t pair_of(char32_t first, char32_t second) {
    return (static_cast<std::size_t>(first) * 31 + second) & (kPairs - 1);
  }
  std::size_t slot_of(std::uint64_t key) const {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
    return static_cast<std::size_t>((key * kSpread) >> shift_);
  }
  /// The node of a word's first character: two look-ups say no at nearly all places of a text.
  std::uint32_t first_of(char32_t character) const {
    if (character < firsts_.kEnd) return firsts_.find(character);
    return character == kNoChar ? kNowhere : next(kRoot, character);
  }
  std::uint32_t next(std::uint32_t node, char32_t character) const {
    const std::uint64_t key = key_of(node, character);
    for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (edges_.size() - 1)) {
      if (edges_[slot].to == kNowhere || edges_[slot].key == key) return edges_[slot].to;
    }
  }
  std::uint32_t add(std::string_view word);
  std::uint32_t add_node(std::uint32_t from, char32_t character);
  void insert(std::uint64_t key, std::uint32_t to);
  void grow();

  static constexpr std::size_t kPairs = std::size_t{1} << 16U;
  CharTable<std::uint32_t> firsts_;  ///< nodes of first characters; those that it does not hold have edges
  std::bitset<kPairs> pairs_;        ///< the first two characters of words
  std::vector<Edge> edges_;          // a power of two, at most half full
  int shift_ = 0;                    // 64 less the power
  std::vector<Node> nodes_;
};

}  // namespace zhibiao::rules
