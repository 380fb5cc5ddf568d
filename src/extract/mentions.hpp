// First half of extraction: typed spans of one sentence, found by rules: quantities, dates, populations,
// denominators, and names that only look like quantities.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/lifted.hpp"
#include "rules/lexicon.hpp"
#include "rules/screen.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::extract {

using rules::WordClass;

/// What relative dates refer to.
struct YearContext {
  int plan = 0;    ///< the plan's year; 0: unknown
  int review = 0;  ///< the year under review; 0: the one before the plan's
  int now = 0;     ///< what 今年, 年内, 年底 mean here: the plan's year, or the review's in a review
};

struct Masked {
  Span span;
  const rules::Rule* rule = nullptr;
};

struct PerMention {
  Span span;        ///< 每千人口, 年均
  std::string per;  ///< 千人口, 年; empty: the noun that follows (每个村…)
  const rules::Rule* rule = nullptr;
};

struct DateMention {
  Span span;
  std::string deadline;    ///< ISO; empty where the year is unknown
  bool milestone = false;  ///< exact enough to make a milestone on its own: 年底前, 5月份
  int year = 0;            ///< the year it names, 0 if none
  const rules::Rule* rule = nullptr;
};

struct Quantity {
  Span span;  ///< the mention: comparator words that touch it included
  Span core;  ///< number and unit alone
  Kind kind = Kind::count;
  Decimal value;
  std::optional<Decimal> value_max;
  std::string unit;
  std::string per;
  std::string_view comparator;  ///< the rules' text; empty: none of its own
  std::string_view suffix;      ///< the comparator behind it, which may close a list
  std::string_view change;      ///< set by the rule itself (减半, 翻一番)
  Span indicator;               ///< set by the rule itself (零感染)
  bool hanzi = false;
  bool in_quotes = false;
  const rules::Rule* rule = nullptr;
  const rules::Rule* unit_rule = nullptr;
  const rules::Rule* comparator_rule = nullptr;
  std::vector<std::string> flags;
};

struct Mentions {
  std::vector<Masked> names;
  std::vector<Masked> populations;
  std::vector<PerMention> pers;
  std::vector<DateMention> dates;
  std::vector<Quantity> quantities;
};

/// Whether a date rule matches somewhere in the text. `candidates` are the patterns of Lexicon::prose() that may match it.
bool holds_date(std::string_view text, const rules::Lexicon& lexicon, const rules::Candidates& candidates);

/// The numbers of a sentence, found once, and the patterns of Lexicon::quantities() that may read them.
struct Figures {
  Lifted lifted;
  rules::Candidates candidates;
};
Figures find_figures(std::string_view sentence, const rules::Lexicon& lexicon);

/// How texts print the number that a sign of lifted text stands for: at least their beginnings.
std::vector<rules::Screen::Print> print_of_sign(char sign);

/// What a sentence holds besides quantities: names, dates, populations and denominators, each list in text order, all disjoint.
/// `candidates` are the patterns of Lexicon::prose() that may match.
Mentions find_landmarks(std::string_view sentence, const rules::Lexicon& lexicon, const rules::Candidates& candidates,
                        const YearContext& years);
Mentions find_landmarks(std::string_view sentence, const rules::Lexicon& lexicon, const YearContext& years);

/// All mentions of a sentence (cleaned text), each list in text order, spans of different kinds disjoint.
Mentions find_mentions(std::string_view sentence, const rules::Lexicon& lexicon, const rules::Candidates& candidates,
                       const Figures& figures, const YearContext& years);
Mentions find_mentions(std::string_view sentence, const rules::Lexicon& lexicon, const YearContext& years);

/// The deadline a date rule's template gives for its match (dates.cpp).
DateMention resolve_date(std::string_view sentence, const rules::Match& match, const rules::Rule& rule,
                         const YearContext& years);

/// Quantities of a sentence (quantities.cpp). No number is read inside `masked` (sorted); `names`, sorted, are those of
/// them that patterns may not even look at.
std::vector<Quantity> find_quantities(std::string_view sentence, const Figures& figures,
                                      const std::vector<Span>& masked, const std::vector<Span>& names,
                                      const rules::Lexicon& lexicon);
/// The same where nothing is masked.
inline std::vector<Quantity> find_quantities(std::string_view sentence, const rules::Lexicon& lexicon) {
  return find_quantities(sentence, find_figures(sentence, lexicon), {}, {}, lexicon);
}

/// Gives a quantity its span, comparator and what follows from it: the comparator words that touch its core on either side.
/// `more`: its number says so itself (10多).
void read_comparators(std::string_view text, const rules::Lexicon& lexicon, bool more, Quantity& quantity);

/// Whether the sentence, as it stands, holds a quantity.
bool holds_quantity(std::string_view sentence, const Figures& figures, const rules::Lexicon& lexicon);

}  // namespace zhibiao::extract
