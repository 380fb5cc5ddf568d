// Explain, record by record: which rules made it, from which words, and which guards let them. Input: an analysis and its
// source; output: lines for people. Tested by tests/golden/targets-explain-*.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "explain/sentences.hpp"
#include "explain/words.hpp"
#include "rules/lexicon.hpp"
#include "write/labels.hpp"
#include "zhibiao/explain.hpp"

namespace zhibiao {
namespace {

using explaining::fill;
using explaining::number_of;
using explaining::word;
using explaining::Word;
using extract::Sentence;
using Lines = std::vector<std::string>;

constexpr std::array kGuards = {"unless", "unless_before", "unless_after", "require_before", "require_after"};

/// `[id: what it is for]`
std::string named(const rules::Rule& rule) { return fmt::format("[{}: {}]", rule.id, rule.about); }

std::string guards_of(const rules::Rule& rule) {
  std::string text;
  for (const char* guard : kGuards) {
    const std::string pattern = rule.get(guard);
    if (!pattern.empty()) text += fmt::format("{}{} {}", text.empty() ? "" : "; ", guard, pattern);
  }
  return text;
}

/// The lines of one fact.
class Reasons {
 public:
  Reasons(const Sentence& sentence, const rules::Lexicon& lexicon, Language language)
      : sentence_(sentence), lexicon_(lexicon), language_(language) {}

  Lines of(const Fact& fact, const extract::Quantity& quantity, const extract::Reading& reading) {
    add(Word::value, quantity.core, fmt::format("{} {}", write::label(quantity.kind, language_), number_of(fact)),
        quantity.rule);
    if (quantity.unit_rule != nullptr) row(Word::unit, fact.unit, named(*quantity.unit_rule));
    if (quantity.comparator_rule != nullptr) {
      row(Word::bound, slice(quantity.span) + " = " + fact.comparator, named(*quantity.comparator_rule));
    }
    frame(reading);
    qualifiers(fact, quantity.span);
    cue(fact);
    return std::move(lines_);
  }

  Lines of(const Fact& fact, const extract::DateMention& date) {
    add(Word::date, date.span, date.deadline, date.rule);
    cue(fact);
    return std::move(lines_);
  }

 private:
  std::string slice(Span span) const { return std::string(sentence_.text.substr(span.begin, span.size())); }

  void row(Word what, std::string_view text, std::string_view rule) {
    lines_.push_back(fmt::format("{:8}{}{}{}", word(what, language_), text, rule.empty() ? "" : "  ", rule));
  }

  /// A reason that is no rule.
  std::string bracketed(Word reason) const { return fmt::format("[{}]", word(reason, language_)); }

  void add(Word what, Span span, std::string_view meaning, const rules::Rule* rule) {
    row(what, slice(span) + " = " + std::string(meaning), named(*rule));
    if (const std::string guards = guards_of(*rule); !guards.empty()) row(Word::guards, guards, "");
  }

  void frame(const extract::Reading& reading) {
    const std::string parts =
        fill(Word::parts, language_, slice(reading.indicator) + slice(reading.tail), slice(reading.action));
    if (reading.distributed) {
      row(Word::frame, parts, bracketed(Word::own_part));
    } else if (reading.frame != nullptr) {
      row(Word::frame, parts, named(*reading.frame));
      if (const std::string guards = guards_of(*reading.frame); !guards.empty()) row(Word::guards, guards, "");
    } else {
      row(Word::frame, word(Word::none_fits, language_), bracketed(Word::one_before));
    }
  }

  /// What of the sentence went into scope, denominator and deadline: of several that fit, the nearest.
  void qualifiers(const Fact& fact, Span value) {
    const auto& mentions = sentence_.mentions;
    nearest(Word::scope, mentions.populations, value, fact.scope,
            [&](const extract::Masked& one) { return fact.scope.find(slice(one.span)) != std::string::npos; });
    nearest(Word::per, mentions.pers, value, fact.per, [&](const extract::PerMention& one) {
      return one.per.empty() || fact.per.find(one.per) != std::string::npos;
    });
    nearest(Word::date, mentions.dates, value, fact.deadline,
            [&](const extract::DateMention& one) { return fact.deadline == one.deadline; });
  }

  template <typename Mention, typename Fits>
  void nearest(Word what, const std::vector<Mention>& mentions, Span value, const std::string& meaning,
               const Fits& fits) {
    if (meaning.empty()) return;
    const Mention* best = nullptr;
    const auto distance = [&](const Mention& one) {
      return one.span.end <= value.begin ? value.begin - one.span.end
                                         : one.span.begin - std::min(one.span.begin, value.end);
    };
    for (const Mention& one : mentions) {
      if (fits(one) && (best == nullptr || distance(one) < distance(*best))) best = &one;
    }
    if (best != nullptr) add(what, best->span, meaning, best->rule);
  }

  /// The last rule of the trail may be the one that told the role.
  void cue(const Fact& fact) {
    const auto ids = rules::parts_of(fact.rule, ' ');
    const std::string_view id = ids.empty() ? std::string_view() : ids.back();
    for (const auto& pattern : lexicon_.cues()) {
      if (pattern.rule().id != id) continue;
      rules::Match match;
      const bool here = pattern.find(sentence_.text, 0, match);
      const std::string words = here ? slice(match.span) : std::string(word(Word::above, language_));
      row(Word::role, fmt::format("{} = {}", words, write::label(fact.role, language_)), named(pattern.rule()));
      return;
    }
    row(Word::role, write::label(fact.role, language_), bracketed(Word::nothing_else));
  }

  const Sentence& sentence_;
  const rules::Lexicon& lexicon_;
  Language language_;
  Lines lines_;
};

/// A record of a table's cell: the trail alone, rule by rule.
Lines trail_of(const Fact& fact, const std::vector<RuleInfo>& known, Language language) {
  Lines lines;
  for (const std::string_view id : rules::parts_of(fact.rule, ' ')) {
    const auto rule = std::find_if(known.begin(), known.end(), [&](const RuleInfo& one) { return one.id == id; });
    lines.push_back(
        fmt::format("{:8}[{}{}]", word(Word::rule, language), id, rule == known.end() ? "" : ": " + rule->about));
  }
  return lines;
}

/// Fills in the reasons of the facts that stand in this sentence.
void explain_sentence(const text::View& view, const Sentence& sentence, const rules::Lexicon& lexicon,
                      const Analysis& analysis, Language language, std::vector<Lines>& reasons) {
  const auto source_begin = [&](Span span) {
    return view.source_span({sentence.view.begin + span.begin, sentence.view.begin + span.end}).begin;
  };
  for (std::size_t i = 0; i < analysis.facts.size(); ++i) {
    const Fact& fact = analysis.facts[i];
    if (!reasons[i].empty()) continue;
    for (std::size_t q = 0; q < sentence.mentions.quantities.size() && fact.kind != Kind::deadline; ++q) {
      const auto& quantity = sentence.mentions.quantities[q];
      if (source_begin(quantity.span) != fact.span.begin) continue;
      reasons[i] = Reasons(sentence, lexicon, language).of(fact, quantity, sentence.readings[q]);
    }
    for (const auto& date : sentence.mentions.dates) {
      if (fact.kind != Kind::deadline || source_begin(date.span) != fact.span.begin) continue;
      reasons[i] = Reasons(sentence, lexicon, language).of(fact, date);
    }
  }
}

}  // namespace

std::vector<Lines> explain_facts(const Source& source, const Analysis& analysis, const Rules& rules,
                                 Language language) {
  std::vector<Lines> reasons(analysis.facts.size());
  explaining::for_each_sentence(
      source, analysis, rules,
      [&](Span span) {
        return std::any_of(analysis.facts.begin(), analysis.facts.end(),
                           [&](const Fact& fact) { return span.contains(fact.span.begin); });
      },
      [&](const text::View& view, const Sentence& sentence) {
        explain_sentence(view, sentence, rules.lexicon(), analysis, language, reasons);
      });
  const auto known = rules.list();
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i].empty()) reasons[i] = trail_of(analysis.facts[i], known, language);
  }
  return reasons;
}

}  // namespace zhibiao
