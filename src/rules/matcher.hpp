// Matches rules' expressions at a known place of a short text, many times as fast as an automaton that has to be made first.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/expression.hpp"
#include "rules/utf8.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::rules {

/// A pattern has at most so many groups.
constexpr std::size_t kMostGroups = 12;
/// Where a match and its groups begin and end: two entries for each, 0 the match itself.
using Places = std::array<std::size_t, 2 * (kMostGroups + 1)>;
constexpr std::size_t kNoPlace = static_cast<std::size_t>(-1);
/// The span of a group; empty where it took no part.
inline Span span_of(const Places& places, std::size_t group) {
  const std::size_t begin = places[2 * group];
  const std::size_t end = places[2 * group + 1];
  return begin != kNoPlace && end != kNoPlace ? Span{begin, end} : Span{};
}

/// An expression as a program that tries alternatives in order and goes back where one fails: of all matches it finds the one
/// that RE2 finds. It does not change once made: threads share it. A text on which it has to go back too often it gives up.
class Matcher {
 public:
  enum class Found { no, yes, unknown };  ///< unknown: given up; ask RE2
  enum class Toward { end, start };

  /// Toward the start, a match ends at a place and is read backwards from there; its groups are not told. nullptr where the
  /// expression has parts that this matcher does not know.
  static std::unique_ptr<const Matcher> make(std::string_view expression, Toward toward = Toward::end);

  /// As bytes, and back.
  std::string pack() const;
  static std::unique_ptr<const Matcher> unpack(std::string_view bytes);

  const GroupNames& names() const { return names_; }
  int groups() const { return groups_; }

  /// The match that begins first, at or behind `from` and not behind `last`; with `places`, its groups.
  Found search(std::string_view text, std::size_t from, Places& places, std::size_t last = kEndless) const;
  /// Whether a match begins at `at`; read towards the start: whether one ends there.
  Found at(std::string_view text, std::size_t at) const;

 private:
  enum class Op : std::uint8_t { literal, one_of, repeat, either, choose, save, begin, end, match };
  struct Step {
    Op op = Op::match;
    bool greedy = true;       ///< of a repeat
    std::uint32_t next = 0;   ///< the step behind it
    std::uint32_t other = 0;  ///< of either: the step tried if `next` fails; else an index, by op
    std::uint32_t least = 0;  ///< of a repeat; of a literal: its bytes
    std::uint32_t most = 0;   ///< of a repeat
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.op, self.greedy, self.next, self.other, self.least, self.most);
    }
  };
  /// A set of characters, quick to ask.
  struct CharSet {
    std::array<std::uint64_t, 2> ascii{};
    bool all_han = false;  ///< it has all of U+4E00 to U+9FFF, where nearly all characters lie
    std::vector<std::pair<char32_t, char32_t>> ranges;  ///< of the others
    bool has(char32_t ch) const {
      if (ch < 0x80) return (ascii[ch >> 6U] >> (ch & 63U) & 1U) != 0;
      return (all_han && ch >= kFirstHan && ch <= kLastHan) || in_ranges(ch);
    }
    bool in_ranges(char32_t ch) const;
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.ascii, self.all_han, self.ranges);
    }
  };
  /// Which steps a choice has for a character, in order of preference.
  struct Choice {
    struct Entry {
      char32_t ch = kFree;
      std::uint32_t begin = 0, end = 0;  ///< in steps_by_char_
      template <typename Archive, typename Self>
      static void parts(Archive& archive, Self& self) {
        archive(self.ch, self.begin, self.end);
      }
    };
    std::vector<Entry> entries;  ///< a hash table: a power of two, at most half full
    int shift = 32;
    std::uint32_t begin = 0, end = 0;  ///< for any other character
    static constexpr char32_t kFree = 0xFFFFFFFE;
    std::size_t slot_of(char32_t ch) const {
      return static_cast<std::size_t>((static_cast<std::uint32_t>(ch) * 0x9E3779B9U) >> static_cast<unsigned>(shift));
    }
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.entries, self.shift, self.begin, self.end);
    }
  };
  class Maker;
  template <typename Direction>
  struct Run;

  friend class Packer;
  friend class Unpacker;
  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.steps_, self.first_, self.literals_, self.sets_, self.choices_, self.steps_by_char_, self.names_,
            self.groups_, self.anywhere_, self.at_start_, self.at_start_only_, self.back_, self.ascii_firsts_,
            self.firsts_);
  }

  Matcher() = default;
  std::size_t next_start(std::string_view text, std::size_t at) const;

  static constexpr std::size_t kFirsts = std::size_t{1} << 12U;
  std::vector<Step> steps_;
  std::uint32_t first_ = 0;
  std::string literals_;
  std::vector<CharSet> sets_;
  std::vector<Choice> choices_;
  std::vector<std::uint32_t> steps_by_char_;
  GroupNames names_;
  int groups_ = 0;
  bool anywhere_ = true;        ///< a match behind the text's beginning may begin with any character, or be empty
  bool at_start_ = true;        ///< with ^ in it: one at the text's beginning is not told by its first character
  bool at_start_only_ = false;  ///< with ^
  bool back_ = false;           ///< read towards the start
  std::array<std::uint64_t, 2> ascii_firsts_{};
  std::bitset<kFirsts> firsts_;  ///< by the lower twelve bits of a character
};

}  // namespace zhibiao::rules
