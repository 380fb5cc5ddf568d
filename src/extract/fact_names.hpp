// The names of a sentence's values, one after the other.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/holders.hpp"
#include "extract/naming.hpp"
#include "extract/sentence.hpp"

namespace zhibiao::extract {

/// What later values of a sentence may leave out: the fact before.
struct Before {
  std::string indicator;
  std::string parted;  ///< the indicator before the last semicolon: 普及率达到95%;县城达到90%
  std::string scope;
  std::string unit;
  std::string per;
  std::string change;
  std::string action;
  std::string averaged;  ///< the indicator with 人均 and the like in their place, where they became its denominator
  bool rate = false;     ///< it is the level of a rate
  bool counts = false;   ///< it counts things
  bool deed = false;     ///< its verb alone names it
  bool people = false;   ///< it counts people
};

/// Names the values of a sentence in text order: a later value may leave out what an earlier one was of.
class FactNamer {
 public:
  FactNamer(const text::View& view, const rules::Lexicon& lexicon, const WordClasses& classes,
            const HolderRules& holders)
      : view_(view),
        lexicon_(lexicon),
        classes_(classes),
        holders_(holders),
        halves_(lexicon.words_of("indicator.half")) {}

  /// `heading`: of the item that the sentence stands in.
  void begin_sentence(std::string_view heading);
  /// Behind a semicolon another matter begins: little is left out there.
  void begin_matter();
  /// Gives the fact its indicator and scope: the frame's names, then what those below make of them. Returns the scope rule
  /// that named the holder, if one did.
  const rules::Rule* name(const Sentence& sentence, std::size_t index, Fact& fact);

  /// The value named last.
  const Before& before() const { return before_; }
  void set_change(const std::string& change) { before_.change = change; }

 private:
  bool is(std::string_view word, std::uint64_t bits) const;
  /// Joins the name with a subject that stood before. Whether it is no more than a head of that subject (规模, 占比).
  bool join_before(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming);
  /// Puts the subject of the value's verb before what it does, where that alone says little.
  void join_subject(const Sentence& sentence, const Reading& reading, bool sum, Naming& naming) const;
  /// Gives such a head what it measures: what stands behind the value, before its verb, or what was named before it. Whether
  /// it is that last.
  bool join_head(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const;
  /// Where only a verb says what is counted: that verb, or what it is done to.
  void name_by_verb(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const;
  /// Names what has no name, or only says that it was reached, by the topic: `1、实际到位资金。1-12月累计完成682.5亿元`.
  void take_topic(const Fact& fact, Naming& naming) const;
  /// 预算收入120亿元、支出430亿元: the one half tells whose the other is.
  void complete_half(const Fact& fact, Naming& naming) const;
  /// The heading, where it is nothing but an indicator: `1、实际到位资金。`.
  std::string_view topic_of(std::string_view heading) const;
  /// What the value leaves out because the one before has said it.
  void fill_in(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const;
  /// A rank or place alone names what the value before counted there: 省级示范村5个、|市级|20个.
  void name_by_rank(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const;
  /// 推进6个产业园区建设, 58个项目全面开工: what is done to those counted, or what they do, is no part of their name.
  void drop_deed(const Sentence& sentence, std::size_t index, const Fact& fact, std::string& name) const;
  /// For whom the value holds, where its name does not say; the rule that says so.
  const rules::Rule* name_holder(const Sentence& sentence, std::size_t index, Naming& naming) const;
  /// 60岁以上老年人口46.8万人, 已达46.8万人: people who stand right before their number are what is counted.
  void name_people(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const;
  /// What the last value of that unit counted, whatever was measured since: 项目120个,投资150亿元,其中|新开工60个.
  std::string counted_before(const std::string& unit) const;
  /// 首贷户新增1.2万户: whether the noun before a bare verb is counted itself, and does not do the counting (环保部门整改27家).
  bool acted_thing(std::string_view name) const;
  /// Whether it names a kind of money (市级财政投入8亿元), and is more than an adverb (平均补贴8万元).
  bool pays(std::string_view name) const;
  /// What the value before was of; behind a semicolon for a value that something reaches only.
  const std::string& measured_before(const Reading& reading) const;
  /// Whether a value may have left out what it is of, being of the same kind as the one before.
  bool leaves_out(const Sentence& sentence, std::size_t index, const Fact& fact) const;

  /// What a value of the sentence counted.
  struct Counted {
    std::string unit;
    std::string indicator;
  };

  const text::View& view_;
  const rules::Lexicon& lexicon_;
  const WordClasses& classes_;
  const HolderRules& holders_;
  std::span<const std::string> halves_;  ///< names in pairs: 预算收入, 预算支出
  Before before_;
  std::vector<Counted> counted_;
  std::string_view topic_;  ///< the indicator that the item's heading is; empty where it is none
  std::string whole_;       ///< what the last value that is no part (其中) was of
  std::string subject_;     ///< of the value before, where it stands between subject and predicate
};

}  // namespace zhibiao::extract
