// What stands around a word of a sentence: the questions on which its tag depends.
#pragma once

#include <string_view>
#include <vector>

#include "extract/tag_words.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {

/// The words of one sentence, some of them tagged already. Token numbers may lie behind the end only where said.
class TagContext {
 protected:
  TagContext(std::string_view text, const Mentions& mentions, std::vector<TagWord> words, const rules::Lexicon& lexicon,
             const WordClasses& classes)
      : text_(text), mentions_(mentions), lexicon_(lexicon), classes_(classes), raws_(std::move(words)) {}

  /// 检查率: a head behind it makes the verb at token i part of a name.
  bool measured(std::size_t i) const;

  /// 补助提高到: what moves is a noun.
  bool moves_behind(std::size_t i) const;

  /// 年产…: a denominator that says how much, not what is done each time.
  bool of_capacity(const Token& token) const;

  /// 补助标准: whether the word behind token i is one on which indicators end.
  bool names_measure(std::size_t i) const;

  /// Tag of the next token that is no adverb or bound; ' ' at the end.
  char next_significant(std::size_t i) const;

  /// Whether the value behind token i counts a noun that follows it: 校企共建10所学院.
  bool noun_behind_value(std::size_t i) const;

  /// 举办3场招聘会、|促进就业: whether a deed begins behind the mark at token i, so that what was counted before it has ended.
  bool opens_deed(std::size_t i) const;

  /// 企业|达到200家, 用户|突破10万人: whether token i is a short noun, and so many of it are reached.
  bool reaches_count(std::size_t i) const;

  /// 社会资本参与的项目: 的 behind token i makes it part of what qualifies a noun.
  bool qualifies(std::size_t i) const;
  /// 1名能够提供康复服务|的人员: the same further behind, in its clause and before a value.
  bool qualifies_behind(std::size_t i) const;

  /// Whether 等 and a value follow token i.
  bool closes_list(std::size_t i) const;
  /// 每个|投放点: whether the word before token i counts what follows one by one.
  bool each_before(std::size_t i) const;
  /// 51栋楼、住户2340户: whether the mark at token i parts a count of what stands behind it from one of what stands before it.
  bool parts_counts(std::size_t i) const;
  /// 投入2000万元|治理|河道12公里: whether token i, right behind a sum, does what the sum is for, to what is counted behind it.
  bool spends_sum(std::size_t i) const;

  /// 不低于总数的20%: the bound at token i holds for a share of the noun behind it.
  bool bounds_share(std::size_t i) const;
  /// 余额预期增长均为12%: the verb of movement at token i has its value behind 为.
  bool moves_to_level(std::size_t i) const;

  /// 按(不低于)总数的5%配备: the verb behind the share or rate that the preposition at token i leads to; 0: there is none.
  std::size_t measured_out(std::size_t i) const;

  std::string_view word(std::size_t i) const {
    return text_.substr(raws_[i].token.span.begin, raws_[i].token.span.size());
  }

  bool is_of(std::size_t i) const { return i < raws_.size() && word(i) == words::kOf; }

  /// 5%|的比例, in one word or two, but not 5%|的学校: the token behind it; 0: it is no such thing.
  std::size_t measure_named(std::size_t i) const;

  /// Whether token i may be a preposition that says by what measure something is done.
  bool leads_to_measure(std::size_t i) const;

  /// 在5个乡镇和园区|建设泊位300个: whether a preposition leads to places, counted, right before token i, and a value follows.
  bool in_counted_places(std::size_t i) const;

  /// 在全市建设广场3处: behind a place that a preposition leads to the clause's verb stands.
  bool acts_in_place(std::size_t i) const;

  /// 为适龄女生接种疫苗8000剂次: so does one behind those it is done for.
  bool acts_for_holder(std::size_t i) const;

  /// 金融机构|向|民营企业发放贷款: behind who gives, a preposition leads to who gets.
  bool leads_to_receiver(std::size_t i) const;

  /// Whether token i is surely a verb of giving: 发放, 提供.
  bool provides(std::size_t i) const;

  /// Whether people, bodies or places that 为, 向 or 在 leads to stand right before token i.
  bool follows_holder(std::size_t i) const;

  /// Whether tokens [first, end) end with people, bodies or places.
  bool names_holder(std::size_t first, std::size_t end) const;

  /// 为300名学生|免费接种疫苗: whether token i stands behind people or bodies, counted, for whom the clause does something, and
  /// no surer verb follows.
  bool acts_for_counted(std::size_t i) const;

  /// 对首次上规的企业|奖励10万元, 达到标准的|奖补20万元: whether token i says what the sum behind it is, given to those before.
  bool pays_those_before(std::size_t i) const;

  /// 配置2辆吸污车|对农户厕所污水进行收集: whether the preposition at token i tells what those counted before it do.
  bool counted_act_on(std::size_t i) const;

  /// 对18个小区|实行物业管理: whether those a preposition leads to are counted right before a word.
  bool deals_with_counted(std::size_t i) const;

  /// 村庄|共16个: whether token i sums up one noun that opens the clause, and no list.
  bool sums_one(std::size_t i) const;

  /// Whether what follows token i makes one noun with it: 服务站, 巡查小组.
  bool fronts_compound(std::size_t i) const;

  /// Whether a verb at token i is the front of a compound that is counted: 巡查小组20个.
  bool counts_compound(std::size_t i) const;

  /// Whether a word that can only be a noun stands right behind token i.
  bool plain_noun_behind(std::size_t i) const;

  /// 原则上应占…
  bool short_modal_behind(std::size_t i) const;

  /// Whether token i is a share or multiple: 按工资总额8%提取.
  bool is_rate(std::size_t i) const;

  bool preposition_behind(std::size_t i) const;

  /// Whether a verb that is hardly ever a noun stands right behind token i.
  bool verb_behind(std::size_t i) const;
  /// 提供1次|定点|免费|体检: whether an adverb, right behind a value, opens the name of what is counted.
  bool opens_counted_name(std::size_t i) const;

  /// 综合医院|设立|老年医学科的比例达到60%, 参加|锻炼的人数占比: what the verb at token i says is the name of a share.
  bool says_of_share(std::size_t i) const;

  /// 签约|居民续约率达90%: before the name of a measure that has its own verb or value, what may be a noun is one.
  bool names_measure_behind(std::size_t i) const;

  std::string_view text_;
  const Mentions& mentions_;
  const rules::Lexicon& lexicon_;
  const WordClasses& classes_;
  std::vector<TagWord> raws_;
};

}  // namespace zhibiao::extract
