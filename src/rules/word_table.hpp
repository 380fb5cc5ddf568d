// Longest-match look-up of words, for tables of several hundred to several thousand words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace zhibiao::rules {

/// Maps words to a number (a set of classes as bits, an index). Keys are UTF-8.
class WordTable {
 public:
  struct Hit {
    std::size_t length = 0;  ///< bytes; 0: no word here
    std::uint64_t value = 0;
  };

  /// Adds `bits` to what the word already has.
  void merge(const std::string& word, std::uint64_t bits);
  /// Sets the word's value; a later call replaces an earlier one.
  void set(const std::string& word, std::uint64_t value);

  /// The longest word that `text` has at `offset`.
  Hit longest(std::string_view text, std::size_t offset) const;
  /// The value of exactly this word, 0 if unknown.
  std::uint64_t find(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return a == b; }
  };
  void note_length(std::string_view word);

  std::unordered_map<std::string, std::uint64_t, Hash, Equal> words_;
  /// Longest word (bytes) by first character, so that most look-ups end at once.
  std::unordered_map<std::string, std::size_t, Hash, Equal> longest_by_head_;
};

/// Bytes of the UTF-8 character that starts with `lead`.
constexpr std::size_t char_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace zhibiao::rules
