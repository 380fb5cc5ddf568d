// The rules in force, compiled: word tables and patterns ready for the extract stage.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/fragments.hpp"
#include "rules/packed.hpp"
#include "rules/pattern_set.hpp"
#include "rules/rule.hpp"
#include "rules/word_table.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::rules {

/// One measure word.
struct Unit {
  std::string word;  ///< as it stands behind a number
  std::string unit;  ///< as records print it (个百分点 is 百分点)
  std::string per;   ///< denominator of a compound word (毫克/升 is 毫克 per 升)
  Kind kind = Kind::count;
  const Rule* rule = nullptr;
};

/// Words before or behind a value that bound it.
struct Comparator {
  std::string value;  ///< `>=` `<=` `>` `<` `~` `=`
  const Rule* rule = nullptr;
};

/// The [[words]] groups that the code asks for.
enum class WordClass {
#define WORD_CLASS(name, id) name,
#include "rules/word_classes.def"
  count_
};

class Lexicon {
 public:
  /// What is known of the rules beforehand.
  enum class Known {
    nothing,
    by_the_build  ///< they are those of packed_rules() alone, and what packed.hpp has of them holds
  };
  /// Compiles rule files. The user's own come before the compiled-in rules of their type, and replace those whose id they
  /// give. Throws Error.
  explicit Lexicon(std::vector<RuleFile> builtin, const std::vector<RuleFile>& own = {}, Known known = Known::nothing);
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  const std::deque<Rule>& rules() const { return rules_; }

  /// The unit that `text` has at `offset`, longest first; nullptr if none. `length` gets its bytes.
  const Unit* unit_at(std::string_view text, std::size_t offset, std::size_t& length) const;
  const Unit* unit(std::string_view word) const;

  /// A comparator word that ends at `offset`, or starts there.
  const Comparator* comparator_before(std::string_view text, std::size_t offset, std::size_t& length) const;
  const Comparator* comparator_after(std::string_view text, std::size_t offset, std::size_t& length) const;

  /// Words with the classes they belong to, as bits (see class_bit).
  const WordTable& words() const { return words_; }
  /// The bit of a [[words]] group that the code asks for; 0 if no rule file has it.
  std::uint64_t bits(WordClass group) const { return class_of_code_[static_cast<std::size_t>(group)]; }
  /// The bit of the [[words]] group of that id; 0 if there is none.
  std::uint64_t class_bit(std::string_view id) const;
  /// The words of the [[words]] group of that id; none if there is no such group.
  std::span<const std::string> words_of(std::string_view id) const;

  /// All patterns over sentences, so that one pass tells which to try: first those of types name, date, population and per, in
  /// this order (what each finds, no later one may touch), then the cues.
  const PatternSet& prose() const { return prose_; }
  /// Index in prose() of the first cue.
  std::size_t first_cue() const { return first_cue_; }
  std::span<const Pattern> cues() const { return std::span(prose_.patterns()).subspan(first_cue_); }
  const PatternSet& quantities() const { return quantities_; }
  const PatternSet& frames() const { return frames_; }
  const PatternSet& scopes() const { return scopes_; }

  /// What patterns' {names} stand for.
  const Fragments& fragments() const { return fragments_; }
  /// Notes the tables that need no making if they are known: packed_tables().
  void note_tables(Notes& notes) const;

 private:
  void merge(std::vector<RuleFile> builtin, const std::vector<RuleFile>& own);
  void build_words();
  void build_units(const Rule& rule);
  void build_comparators(const Rule& rule);
  /// Throws Error for what makes no sense. Rules of the build were checked by it.
  void check_rules() const;
  void build_patterns(const std::vector<RuleFile>& own);
  /// What the build noted under the name; nothing if it knows nothing of these rules.
  std::string_view known(std::string_view table) const;
  /// Makes the table what the build noted; false if it is still to be made.
  bool take(std::string_view name, WordTable& table) const;

  std::deque<Rule> rules_;
  Fragments fragments_;
  WordTable words_;
  std::map<std::string, std::uint64_t, std::less<>> class_bits_;
  std::deque<Unit> units_;
  WordTable unit_table_;  // value: index + 1
  std::deque<Comparator> comparators_;
  WordTable before_table_;  // reversed look-up: value is index + 1
  WordTable after_table_;
  std::size_t longest_before_ = 0;
  std::array<std::uint64_t, static_cast<std::size_t>(WordClass::count_)> class_of_code_{};
  PatternSet prose_;
  std::size_t first_cue_ = 0;
  PatternSet quantities_;
  PatternSet frames_{PatternSet::Filter::letters};
  PatternSet scopes_{PatternSet::Filter::letters};
};

}  // namespace zhibiao::rules
