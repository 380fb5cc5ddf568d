// Shows the extract stage's work on one line: what was seen, what was made of it, what was refused and why.
// Tested by tests/cli/ and tests/golden/explain-*.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "explain/sentences.hpp"
#include "explain/words.hpp"
#include "rules/lexicon.hpp"
#include "write/labels.hpp"
#include "zhibiao/explain.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao {
namespace {

using explaining::fill;
using explaining::word;
using explaining::Word;

/// Writes the findings of one sentence.
class Explainer {
 public:
  Explainer(const extract::Sentence& sentence, const rules::Lexicon& lexicon, Language language)
      : sentence_(sentence), lexicon_(lexicon), language_(language) {}

  std::string text() {
    out_ = fmt::format("  {}\n", sentence_.text);
    tags();
    for (const auto& name : sentence_.mentions.names) row(Word::name, name.span, in_words(Word::no_value), name.rule);
    for (const auto& date : sentence_.mentions.dates) {
      row(Word::date, date.span, date.deadline.empty() ? in_words(Word::compared) : date.deadline, date.rule);
    }
    for (const auto& people : sentence_.mentions.populations) {
      row(Word::scope, people.span, in_words(Word::for_whom), people.rule);
    }
    for (const auto& per : sentence_.mentions.pers) {
      row(Word::per, per.span, per.per.empty() ? in_words(Word::what_follows) : per.per, per.rule);
    }
    for (std::size_t i = 0; i < sentence_.mentions.quantities.size(); ++i) value(i);
    refused();
    return out_;
  }

 private:
  std::string_view slice(Span span) const { return sentence_.text.substr(span.begin, span.size()); }

  std::string_view in_words(Word one) const { return word(one, language_); }

  void row(Word what, Span span, std::string_view meaning, const rules::Rule* rule) {
    out_ += fmt::format("    {:8}{} = {}  [{}]\n", in_words(what), slice(span), meaning, rule->id);
  }

  void tags() {
    if (sentence_.tokens.empty()) return;
    out_ += fmt::format("    {:7}", in_words(Word::tags));
    for (const auto& token : sentence_.tokens) out_ += fmt::format(" {}:{}", token.tag, slice(token.span));
    out_ += '\n';
  }

  void value(std::size_t index) {
    const auto& quantity = sentence_.mentions.quantities[index];
    const auto& reading = sentence_.readings[index];
    std::string number = quantity.value.str();
    if (quantity.value_max) number += "-" + quantity.value_max->str();
    out_ += fmt::format("    {:8}{} = {} {} {}  [{}{}]\n", in_words(Word::value), slice(quantity.span),
                        write::label(quantity.kind, language_), number, quantity.unit, quantity.rule->id,
                        quantity.unit_rule == nullptr ? "" : " " + quantity.unit_rule->id);
    out_ += fmt::format("            {}\n", read_as(reading));
  }

  std::string read_as(const extract::Reading& reading) const {
    if (!reading.distributed && reading.frame == nullptr) return std::string(in_words(Word::no_frame));
    const std::string indicator = fmt::format("{}{}", slice(reading.indicator), slice(reading.tail));
    const std::string parts = fill(Word::parts, language_, indicator, slice(reading.action));
    return reading.distributed ? fmt::format("{}  [{}]", parts, in_words(Word::own_part))
                               : fmt::format("{}  [{}: {}]", parts, reading.frame->id, reading.frame->about);
  }

  /// Numbers that are part of no value.
  void refused() {
    const auto& mentions = sentence_.mentions;
    for (const auto& number : extract::scan_numbers(sentence_.text, {}, lexicon_)) {
      const auto holds = [&](const auto& one) {
        return one.span.begin < number.span.end && number.span.begin < one.span.end;
      };
      if (std::any_of(mentions.quantities.begin(), mentions.quantities.end(), holds)) continue;
      const bool explained = std::any_of(mentions.names.begin(), mentions.names.end(), holds) ||
                             std::any_of(mentions.dates.begin(), mentions.dates.end(), holds) ||
                             std::any_of(mentions.populations.begin(), mentions.populations.end(), holds) ||
                             std::any_of(mentions.pers.begin(), mentions.pers.end(), holds);
      if (explained) continue;
      out_ +=
          fmt::format("    {:8}{}\n", in_words(Word::refused), fill(Word::why_refused, language_, slice(number.span)));
    }
  }

  const extract::Sentence& sentence_;
  const rules::Lexicon& lexicon_;
  Language language_;
  std::string out_;
};

/// `increase` or `decrease` in words.
std::string change_of(const Fact& fact, Language language) {
  if (fact.change.empty()) return {};
  return std::string(word(fact.change == "decrease" ? Word::decrease : Word::increase, language));
}

std::string record_of(const Fact& fact, Language language) {
  std::string out = fmt::format("  {}  {} {}:", word(Word::record, language), write::label(fact.role, language),
                                write::label(fact.kind, language));
  if (fact.action != fact.indicator && !fact.action.empty()) out += " " + fact.action;  // a milestone may be its verb
  for (const std::string& part :
       {fact.indicator, change_of(fact, language), fact.comparator, explaining::number_of(fact), fact.unit}) {
    if (!part.empty()) out += " " + part;
  }
  const std::pair<Word, const std::string&> told[] = {
      {Word::record_per, fact.per}, {Word::record_scope, fact.scope}, {Word::record_deadline, fact.deadline}};
  for (const auto& [how, part] : told) {
    if (!part.empty()) out += " " + fill(how, language, part);
  }
  return out + fmt::format("  [{}]\n", fact.rule);
}

/// The records whose mention starts on the line, one each.
std::string records_of(const Analysis& analysis, std::size_t line, Language language) {
  std::string out;
  for (const Fact& fact : analysis.facts) {
    if (fact.line == line) out += record_of(fact, language);
  }
  return out.empty() ? fmt::format("  {}\n", word(Word::no_record, language)) : out;
}

/// The same lines without what could drive a terminal: they are shown to people as they are.
std::string printable_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += printable(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

std::string explain(const Source& source, std::size_t line, const Rules& rules, const Given& given, Language language) {
  Analyzer analyzer(rules);
  const Analysis analysis = analyzer.analyze(source, given);
  const Span line_span = source.line(line);
  std::string out = fmt::format("{}:{}\n", source.name(), line);
  bool any = false;
  explaining::for_each_sentence(
      source, analysis, rules, [&](Span span) { return line_span.begin < span.end && span.begin < line_span.end; },
      [&](const text::View&, const extract::Sentence& sentence) {
        out += Explainer(sentence, rules.lexicon(), language).text();
        any = true;
      });
  if (!any) out += fmt::format("  {}\n", word(Word::no_body, language));
  return printable_lines(out + records_of(analysis, line, language));
}

}  // namespace zhibiao
