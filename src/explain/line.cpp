// Shows the extract stage's work on one line: what was seen, what was made of it, what was refused and why.
// Tested by tests/cli/ and tests/golden/explain-*.
#include <fmt/format.h>

#include <algorithm>

#include "explain/sentences.hpp"
#include "rules/lexicon.hpp"
#include "zhibiao/explain.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao {
namespace {

/// Writes the findings of one sentence.
class Explainer {
 public:
  Explainer(const extract::Sentence& sentence, const rules::Lexicon& lexicon)
      : sentence_(sentence), lexicon_(lexicon) {}

  std::string text() {
    out_ = fmt::format("  {}\n", sentence_.text);
    tags();
    for (const auto& name : sentence_.mentions.names) row("name", name.span, "no value inside", name.rule);
    for (const auto& date : sentence_.mentions.dates) {
      row("date", date.span, date.deadline.empty() ? "only compared with" : date.deadline, date.rule);
    }
    for (const auto& people : sentence_.mentions.populations)
      row("scope", people.span, "for whom or where", people.rule);
    for (const auto& per : sentence_.mentions.pers)
      row("per", per.span, per.per.empty() ? "what follows" : per.per, per.rule);
    for (std::size_t i = 0; i < sentence_.mentions.quantities.size(); ++i) value(i);
    refused();
    return out_;
  }

 private:
  std::string_view slice(Span span) const { return sentence_.text.substr(span.begin, span.size()); }

  void row(std::string_view what, Span span, std::string_view meaning, const rules::Rule* rule) {
    out_ += fmt::format("    {:8}{} = {}  [{}]\n", what, slice(span), meaning, rule->id);
  }

  void tags() {
    if (sentence_.tokens.empty()) return;
    out_ += "    tags   ";
    for (const auto& token : sentence_.tokens) out_ += fmt::format(" {}:{}", token.tag, slice(token.span));
    out_ += '\n';
  }

  void value(std::size_t index) {
    const auto& quantity = sentence_.mentions.quantities[index];
    const auto& reading = sentence_.readings[index];
    std::string number = quantity.value.str();
    if (quantity.value_max) number += "-" + quantity.value_max->str();
    out_ += fmt::format("    value   {} = {} {} {}  [{}{}]\n", slice(quantity.span), name_of(quantity.kind), number,
                        quantity.unit, quantity.rule->id,
                        quantity.unit_rule == nullptr ? "" : " " + quantity.unit_rule->id);
    if (reading.distributed) {
      out_ += fmt::format("            indicator '{}{}', action '{}'  [its own part of the list]\n",
                          slice(reading.indicator), slice(reading.tail), slice(reading.action));
      return;
    }
    if (reading.frame == nullptr) {
      out_ += "            no frame fits: the indicator is the one before, if any\n";
      return;
    }
    out_ += fmt::format("            indicator '{}{}', action '{}'  [{}: {}]\n", slice(reading.indicator),
                        slice(reading.tail), slice(reading.action), reading.frame->id, reading.frame->about);
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
      out_ += fmt::format(
          "    refused {}: no quantity rule takes it here (no unit behind it, a slogan in quotation marks, or a "
          "guard)\n",
          slice(number.span));
    }
  }

  const extract::Sentence& sentence_;
  const rules::Lexicon& lexicon_;
  std::string out_;
};

/// The records whose mention starts on the line, one each.
std::string records_of(const Analysis& analysis, std::size_t line) {
  std::string out;
  for (const auto& fact : analysis.facts) {
    if (fact.line != line) continue;
    std::string number = fact.value ? fact.value->str() : "";
    if (fact.value_max) number += "-" + fact.value_max->str();
    out += fmt::format("  record  {} {}:", name_of(fact.role), name_of(fact.kind));
    const auto add = [&](std::string_view before, const std::string& part) {
      if (!part.empty()) out += fmt::format(" {}{}", before, part);
    };
    if (fact.action != fact.indicator) add("", fact.action);  // a milestone may be nothing but its verb
    for (const std::string& part : {fact.indicator, fact.change, fact.comparator, number, fact.unit}) {
      add("", part);
    }
    add("per ", fact.per);
    add("for ", fact.scope);
    add("by ", fact.deadline);
    out += fmt::format("  [{}]\n", fact.rule);
  }
  return out.empty() ? "  no record on this line\n" : out;
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

std::string explain(const Source& source, std::size_t line, const Rules& rules, const Given& given) {
  Analyzer analyzer(rules);
  const Analysis analysis = analyzer.analyze(source, given);
  const Span line_span = source.line(line);
  std::string out = fmt::format("{}:{}\n", source.name(), line);
  bool any = false;
  explaining::for_each_sentence(
      source, analysis, rules, [&](Span span) { return line_span.begin < span.end && span.begin < line_span.end; },
      [&](const text::View&, const extract::Sentence& sentence) {
        out += Explainer(sentence, rules.lexicon()).text();
        any = true;
      });
  if (!any) out += "  no text of the plan's body: a page number, a header, a contents line, or nothing\n";
  return printable_lines(out + records_of(analysis, line));
}

}  // namespace zhibiao
