// Writes the scores, the confusions and the disagreements as Markdown; see page.hpp. Tested by accuracy_test.cpp.
#include "scores/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "scores/floors.hpp"

namespace scores {
namespace {

constexpr std::string_view kIntroduction = R"(# Accuracy

How far `zhibiao` agrees with an annotation. `tools/accuracy` writes this page; do not edit it. A test holds it to what the
program gives now, another holds the floors below.

The plans of `seeds/` are annotated in `tests/gold/`: every target and result with its fields, the outline, and
the document's data. **The rules were written with these plans in view.** The scores say how much of them is
covered and keep it from getting lost; they do not say how well an unseen plan is read: expect less there.

How much less: in November 2026, 208 excerpts of published plans and reports (some filled out by hand) with 3,149 facts were
annotated in twenty rounds before the program had read them. F1 at first sight was .92 to .99 for detect, .88 to .98 for value and
.45 to .82 for full, .30 in one round of reports of which most came without their titles (the annotation as first made, with its own
slips); the rules were mended by each round. The last eight rounds, 69 excerpts with 1,014 facts, had .92 to .99, .89 to .97 and .55 to
.81. Most of what was lost in full were deadlines and items of excerpts without a title or with headings of other kinds, names, and
target or result in reports without plain headings. Some of these plans are kept in `tests/gold/published/`, where a test holds them
to floors.

## How it is measured

The annotated facts of a document and the found ones are paired one to one where their mentions (the value's words)
overlap in the source: best agreement first, then longest overlap. Precision P is the share of right facts among the
found ones, recall R their share among the annotated ones, F1 the harmonic mean of both.

**detect**: a fact is right if it has a partner. Facts annotated but not found are *missed*, facts found but not
annotated are *extra*. Facts whose role is `mention` are neither annotated nor counted.

**value**: a fact is right if it has a partner and both agree in value, upper end of the range (value_max), unit,
denominator (per) and comparator. Numbers agree when they are equal, texts when they are equal with blanks left out.

**full**: a fact is right if it is right in value and both agree in kind, role, change, deadline, item and indicator
too. Indicators agree when the F1 of their characters with the annotated one, or with an alternative the annotation
allows, is 0.8 or more: wordings differ there by a word. The action is not scored, the scope by itself.

**scope**: among the facts that have a partner, a scope is right if it agrees with the annotated one as indicators do.

Items of the outline agree in line, level, marker, path and the first ten characters of the heading; the data of a
document are title, issuer, number, date, year of the plan and addressees.
)";

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? "–" : fmt::format("{:.3f}", static_cast<double>(part) / static_cast<double>(whole));
}

/// A cell of a table: bars would end it, line ends too.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '<') safe += '\\';
    safe += c == '\n' ? ' ' : c;
  }
  return safe;
}

/// Empty is a value, too: the document does not say.
std::string or_dash(std::string_view text) { return text.empty() ? "–" : cell(text); }

std::string by_document(const std::vector<Evaluation>& all) {
  std::string text =
      "\n### By document\n\n"
      "| document | gold | found | detect P | detect R | detect F1 | value F1 | full F1 | items F1 | data |\n"
      "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
  const auto row = [&](const std::string& name, const FactScore& facts, const OutlineScore& outline) {
    const Tally& detect = facts.detect;
    text += fmt::format("| {} | {} | {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |\n", cell(name),
                        detect.gold, detect.found, detect.precision(), detect.recall(), detect.f1(), facts.value.f1(),
                        facts.full.f1(), outline.items.f1(), outline.meta());
  };
  FactScore facts;
  OutlineScore outline;
  for (const auto& one : all) {
    row(one.doc + " " + one.title, one.facts, one.outline);
    facts += one.facts;
    outline += one.outline;
  }
  row("all", facts, outline);
  text += fmt::format("| floor | | | | | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |\n", kDetectFloor, kValueFloor,
                      kFullFloor, kItemsFloor, kMetaFloor);
  return text;
}

template <typename Enum>
std::vector<std::string> names_up_to(Enum last) {
  std::vector<std::string> names;
  for (int k = 0; k <= static_cast<int>(last); ++k) names.emplace_back(zhibiao::name_of(static_cast<Enum>(k)));
  return names;
}

std::string by_kind(const std::vector<Match>& matches) {
  std::string text =
      "\n### By kind\n\nA fact is counted under its annotated kind, an extra one under the kind found.\n\n"
      "| kind | gold | found | detect F1 | value F1 | full F1 |\n|---|--:|--:|--:|--:|--:|\n";
  for (const auto& kind : names_up_to(zhibiao::Kind::deadline)) {
    std::vector<Match> some;
    std::copy_if(matches.begin(), matches.end(), std::back_inserter(some),
                 [&](const Match& one) { return (one.gold ? one.gold : one.found)->kind == kind; });
    if (some.empty()) continue;
    const FactScore score = score_matches("", some);
    text += fmt::format("| {} | {} | {} | {:.3f} | {:.3f} | {:.3f} |\n", kind, score.detect.gold, score.detect.found,
                        score.detect.f1(), score.value.f1(), score.full.f1());
  }
  return text;
}

std::string by_field(const FactScore& score) {
  std::string text =
      "\n### By field\n\nAmong the facts that have a partner.\n\n| field | agree | differ | share |\n"
      "|---|--:|--:|--:|\n";
  for (std::size_t k = 0; k < kFieldCount; ++k) {
    text += fmt::format("| {} | {} | {} | {} |\n", kFields[k], score.agree[k], score.detect.hit - score.agree[k],
                        share(score.agree[k], score.detect.hit));
  }
  text += fmt::format(
      "\n### Scope\n\n| annotated | found | P | R | F1 |\n|--:|--:|--:|--:|--:|\n| {} | {} | {:.3f} | {:.3f} | {:.3f} "
      "|\n"
      "| | | | floor | {:.3f} |\n",
      score.scope.gold, score.scope.found, score.scope.precision(), score.scope.recall(), score.scope.f1(),
      kScopeFloor);
  return text;
}

/// Rows: as annotated; columns: as found. Names that never occur are left out.
std::string confusion(const std::vector<Match>& matches, std::string Record::*field, std::vector<std::string> names) {
  std::map<std::string, std::map<std::string, std::size_t>> counts;
  std::set<std::string> rows, columns;
  for (const auto& one : matches) {
    const std::string gold = one.gold ? *one.gold.*field : "";
    const std::string found = one.found ? *one.found.*field : "";
    ++counts[gold][found];
    rows.insert(gold);
    columns.insert(found);
  }
  names.emplace_back();  // no partner
  std::string head = "| gold \\ found |", line = "\n|---|", body;
  for (const auto& name : names) {
    if (columns.contains(name)) {
      head += fmt::format(" {} |", name.empty() ? "*not found*" : name);
      line += "--:|";
    }
    if (!rows.contains(name)) continue;
    body += fmt::format("| {} |", name.empty() ? "*not annotated*" : name);
    for (const auto& other : names) {
      if (!columns.contains(other)) continue;
      const std::size_t count = counts[name][other];
      body += count == 0 ? " · |" : fmt::format(" {} |", count);
    }
    body += "\n";
  }
  return head + line + "\n" + body;
}

std::string disagreements(const Evaluation& one, const Reasons& reasons) {
  std::string text = fmt::format("\n### {} {}\n\n", one.doc, cell(one.title));
  if (one.facts.misses.empty() && one.outline.misses.empty()) return text + "None.\n";
  if (!one.facts.misses.empty()) {
    text += "| line | mention | field | gold | found | reason |\n|--:|---|---|---|---|---|\n";
  }
  for (const auto& miss : one.facts.misses) {
    const std::string reason = reasons.of(miss);
    const bool whole = miss.field == kMissed || miss.field == kExtra;
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", miss.line, cell(miss.mention), cell(miss.field),
                        whole ? "" : or_dash(miss.gold), whole ? "" : or_dash(miss.found),
                        reason.empty() ? "not yet looked at" : cell(reason));
  }
  if (!one.outline.misses.empty()) text += "\nOutline and data:\n\n";
  for (const auto& miss : one.outline.misses) text += "- " + cell(miss) + "\n";
  return text;
}

}  // namespace

std::string accuracy_page(const std::vector<Evaluation>& all, const Reasons& reasons) {
  FactScore score;
  std::vector<Match> matches, of_every_role;
  for (const auto& one : all) {
    score += one.facts;
    matches.insert(matches.end(), one.matches.begin(), one.matches.end());
    of_every_role.insert(of_every_role.end(), one.of_every_role.begin(), one.of_every_role.end());
  }
  std::string text(kIntroduction);
  text += "\n## Scores\n" + by_document(all) + by_kind(matches) + by_field(score);
  text += "\n## Confusions\n\nRows: as annotated; columns: as found.\n\n### Role\n\n";
  text += confusion(of_every_role, &Record::role, names_up_to(zhibiao::Role::mention));
  text += "\n### Kind\n\n" + confusion(matches, &Record::kind, names_up_to(zhibiao::Kind::deadline));
  text += "\n## Misses and disagreements\n\nAll that are left; reasons stand in `tests/scores/reasons.tsv`.\n";
  for (const auto& one : all) text += disagreements(one, reasons);
  return text;
}

}  // namespace scores
