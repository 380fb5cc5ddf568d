// Compare, its rules: which words say the same, weigh little, exclude each other or turn "more is better" round.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rules/lexicon.hpp"
#include "rules/word_table.hpp"
#include "zhibiao/decimal.hpp"

namespace zhibiao::compare {

/// A unit in terms of the unit its dimension is counted in.
struct BaseUnit {
  std::string unit;
  Decimal factor{1};  ///< one of the unit is so many of the base
};

/// Bits for each group of alternatives: which of them a text names.
using Alternatives = std::vector<std::uint32_t>;

class Dictionary {
 public:
  explicit Dictionary(const rules::Lexicon& lexicon);

  /// The text in pieces: each synonym as the first word of its group, and what stands between.
  struct Piece {
    std::string text;
    bool word = false;  ///< one word, whatever ICU makes of it
  };
  std::vector<Piece> pieces(std::string_view text) const;
  /// The pieces put together again.
  std::string canonical(std::string_view text) const;
  /// Bytes of the longest word the rules list (as light, near or for a share) that begins there; 0: none.
  std::size_t listed(std::string_view text, std::size_t at) const { return listed_.longest(text, at).length; }
  /// How much the word counts for, against 1 of an ordinary one.
  double weight(std::string_view word) const;
  /// The word parts a share from its whole (占).
  bool parts_share(std::string_view word) const { return share_.contains(std::string(word)); }
  bool less_is_better(std::string_view text) const;
  /// A word for growth or decline that an indicator ends with (增速, 降幅).
  struct Growth {
    std::size_t length = 0;  ///< in bytes; 0: none
    std::string change;      ///< `increase` or `decrease`
  };
  Growth growth_tail(std::string_view text) const;

  /// Adds to `into` the alternatives named in the text.
  void find_alternatives(std::string_view text, Alternatives& into) const;
  Alternatives no_alternatives() const { return Alternatives(groups_.size(), 0); }
  /// The group is about what is measured: one that stands on one side only makes another definition.
  bool defines(std::size_t group) const { return groups_[group].defines; }
  /// How much likeness two different members of the group leave.
  double apart(std::size_t group) const { return groups_[group].apart; }
  /// How much a member of a defining group leaves that stands on one side only.
  double alone(std::size_t group) const { return groups_[group].alone; }
  /// The groups of words near in meaning that the word is in, ascending.
  const std::vector<std::size_t>& near_groups(const std::string& word) const;
  /// How much one of the group's words says of another.
  double nearness(std::size_t group) const { return nearness_[group]; }

  BaseUnit base_unit(const std::string& unit) const;
  /// Two measure words that only count, and the same sort of things (个 and 座, 人 and 名).
  bool count_alike(const std::string& one, const std::string& other) const;

 private:
  struct Group {
    bool defines = false;
    double apart = 0.4;
    double alone = 0.9;
  };
  struct Convert {
    std::string base;
    Decimal factor;
  };
  void add_synonyms(const rules::Rule& rule);
  void add_alternatives(const rules::Rule& rule);
  void add_near(const rules::Rule& rule);
  void add_measures(const rules::Rule& rule);

  rules::WordTable synonyms_;  // value: index in heads_ + 1
  std::vector<std::string> heads_;
  std::unordered_map<std::string, double> weights_;
  rules::WordTable listed_;
  rules::WordTable less_;
  rules::WordTable alternatives_;                                            // value: index in members_ + 1
  std::vector<std::vector<std::pair<std::size_t, std::uint32_t>>> members_;  // group, bit
  std::vector<Group> groups_;
  std::unordered_set<std::string> share_;
  std::vector<std::pair<std::string, std::string>> growth_;         // word, change
  std::unordered_map<std::string, std::vector<std::size_t>> near_;  // groups of each word
  std::vector<double> nearness_;
  std::unordered_map<std::string, std::uint32_t> measures_;  // a bit for each rule that lists the word
  std::uint32_t next_measure_ = 1;
  std::unordered_map<std::string, Convert> conversions_;
};

}  // namespace zhibiao::compare
