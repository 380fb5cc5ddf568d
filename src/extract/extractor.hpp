// Extraction: the facts of a document, from its view and outline.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "extract/mentions.hpp"
#include "extract/reading.hpp"
#include "extract/screens.hpp"
#include "extract/tags.hpp"
#include "outline/outline.hpp"
#include "rules/lexicon.hpp"
#include "text/view.hpp"
#include "text/words.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::extract {

/// One sentence with everything found in it: what facts are made of, and what `explain` shows.
struct Sentence {
  Span view;                     ///< bytes of the view
  std::string_view text;         ///< the same bytes
  rules::Candidates candidates;  ///< patterns of Lexicon::prose() that may match it
  Figures figures;
  std::vector<std::size_t> boundaries;
  Mentions mentions;
  std::vector<Token> tokens;
  std::vector<Reading> readings;
};

/// What a sentence's place in the document says about it.
struct Setting {
  const outline::Node* item = nullptr;  ///< innermost item; nullptr before the first
  std::string heading;                  ///< of the innermost titled item
  Role role = Role::target;             ///< what the section is about, unless the sentence says otherwise
  std::string cue;                      ///< id of the rule that says so; empty: none does
  const rules::Rule* title = nullptr;   ///< the cue by which the document's title announces a plan
  bool hopes = false;                   ///< the cue is of a time that is not over: words of hope promise behind it
  YearContext years;
};

/// Indicator and scope as records print them, from the spans a reading found (indicator.cpp).
struct Naming {
  std::string indicator;
  std::string scope;
  bool scope_inferred = false;  ///< the scope stands elsewhere in the sentence, not with the indicator
};
Naming name_fact(const Sentence& sentence, std::size_t quantity, const text::View& view, const rules::Lexicon& lexicon);

/// For whom a value holds that names nothing else (elided.cpp): 覆盖率提高到75%、|重点人群|达90%; empty where it names more.
std::string part_before(const Sentence& sentence, std::size_t quantity, const Naming& naming,
                        const rules::Lexicon& lexicon);

/// The name of such a value, from the indicator before it: 高血压患者规范管理率 and 糖尿病患者 make 糖尿病患者规范管理率; where
/// the indicator before names nobody, the part is the scope.
Naming named_as_before(const std::string& before, const std::string& part, const rules::Lexicon& lexicon);

/// What the clause before did something to (elided.cpp): 建设快速通道,|力争10月底前通车. Empty where it has a value or a date
/// of its own. `first` is the first token of the clause that says nothing of it.
Span object_of_clause(const std::vector<Token>& tokens, std::size_t first);

/// The thing that a bare verb before a value counts: 推进高标准农田建设,|新建30万亩; empty where the clause before names none.
std::string object_before(const Sentence& sentence, std::size_t quantity, const text::View& view,
                          const rules::Lexicon& lexicon, const WordClasses& classes);

/// The denominator of a quantity: its own, or 每…, 人均, 年均 in its clause (denominator.cpp).
std::string denominator_of(const Sentence& sentence, std::size_t quantity, const text::View& view,
                           const rules::Lexicon& lexicon);

/// The deadline that holds at a place of the sentence; empty if none.
const DateMention* deadline_for(const Sentence& sentence, Span mention);

/// 到2022年和2025年分别达到85%和88%: the date that a 分别 list gives this value; empty where there is none.
std::string distributed_deadline(const Sentence& sentence, std::size_t quantity);

/// The innermost node whose text holds a view offset; -1 before the first and in an annex. Nodes are in text order.
int node_at(const std::vector<outline::Node>& outline, std::size_t offset);

/// Sentences of one paragraph, in order: the Segmenter's, with a dated bracket behind a full stop joined to its sentence.
std::vector<Span> sentences_of(std::string_view paragraph, text::Segmenter& segmenter, const rules::Lexicon& lexicon);

/// A stretch of a sentence that belongs to one item (-1: to none).
struct Piece {
  int node = -1;
  Span span;
};
/// Cuts a sentence of the view where a marker in it (；一是…) begins a new item, and leaves the markers out.
std::vector<Piece> pieces_of(Span sentence, const std::vector<outline::Node>& outline);

class TableWords;

class Extractor {
 public:
  explicit Extractor(const rules::Lexicon& lexicon);

  /// All facts in text order. `document` gives issuer and plan year. Throws Error where there are more than `most`.
  std::vector<Fact> extract(const Source& source, const text::View& view, const std::vector<outline::Node>& outline,
                            const DocumentData& document, text::Segmenter& segmenter,
                            std::size_t most = std::numeric_limits<std::size_t>::max()) const;

  /// A sentence of the view, its numbers, and which rules may have to do with it.
  Sentence open(const text::View& view, Span span) const;
  /// Finds the sentence's mentions, tags and readings.
  void read(Sentence& sentence, const YearContext& years, text::Segmenter& segmenter) const;

 private:
  class Walk;
  /// The same where the sentence holds a value or a date, as far as can be seen before names are taken out; most hold neither,
  /// and to see that is cheap.
  std::optional<Sentence> open_valued(const text::View& view, Span span) const;
  /// The cue with which one of the texts opens, the last of several; nullptr: none.
  const rules::Rule* last_opening(const std::vector<std::string_view>& texts, const YearContext& years) const;

  const rules::Lexicon& lexicon_;
  Screens screens_;
  WordClasses classes_;
  std::vector<Frame> frames_;
  std::shared_ptr<const TableWords> table_words_;
};

/// Facts of kind `deadline`: dated milestones without another quantity (milestones.cpp).
struct Milestone {
  std::size_t date = 0;  ///< index into the sentence's dates
  Span action;
  Span indicator;
  Span tail;
};
std::vector<Milestone> find_milestones(const Sentence& sentence, const rules::Lexicon& lexicon,
                                       const WordClasses& classes);

/// The text of a span of the sentence as the source prints it, blanks removed and edges trimmed of words that are
/// no part of a name (indicator.cpp).
std::string without_blanks(std::string_view text);
std::string clean_action(const Sentence& sentence, Span span, const text::View& view);
std::string clean_name(const Sentence& sentence, Span span, const text::View& view, const rules::Lexicon& lexicon);

}  // namespace zhibiao::extract
