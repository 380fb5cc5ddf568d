// Patterns of one kind, and what tells which of them are worth a try.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/letter_filter.hpp"
#include "rules/pattern.hpp"
#include "rules/word_filter.hpp"

namespace zhibiao::rules {

/// Patterns of one kind in file order.
class PatternSet {
 public:
  enum class Filter {
    words,   ///< WordFilter
    letters  ///< LetterFilter: patterns over tags
  };
  explicit PatternSet(Filter filter = Filter::words) : by_(filter) {}

  void add(const Rule& rule, const Fragments& fragments) { patterns_.emplace_back(rule, fragments); }
  /// Call once, behind the last add(); with what pack() gave for the same rules, if that is at hand.
  void finish(std::string_view packed = {});
  /// What finish() has found, as bytes.
  std::string pack() const;

  const std::vector<Pattern>& patterns() const { return patterns_; }
  /// The patterns that may match somewhere in `text`, by index: file order is priority. The places where they may begin
  /// hold for this text alone, not for a part of it.
  void candidates(std::string_view text, Candidates& found) const;

 private:
  friend class Packer;
  friend class Unpacker;
  /// What tells candidates.
  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.letters_, self.words_);
  }

  Filter by_;
  std::vector<Pattern> patterns_;
  WordFilter words_;
  LetterFilter letters_;
};

}  // namespace zhibiao::rules
