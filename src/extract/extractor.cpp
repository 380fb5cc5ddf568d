// Extract stage: walks the body's sentences, reads each and has facts made of them. Tested by tests/specs/, tests/extract/ and
// the scores on the gold annotation.
#include "extract/extractor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "extract/bounds.hpp"
#include "extract/facts.hpp"
#include "extract/table_parts.hpp"
#include "extract/tables.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::extract {

Extractor::Extractor(const rules::Lexicon& lexicon)
    : lexicon_(lexicon),
      classes_(lexicon),
      frames_(make_frames(lexicon)),
      table_words_(std::make_shared<TableWords>(lexicon)) {}

Sentence Extractor::open(const text::View& view, Span span) const {
  Sentence sentence;
  sentence.view = span;
  sentence.text = view.slice(span);
  lexicon_.prose().candidates(sentence.text, sentence.candidates);
  return sentence;
}

void Extractor::read(Sentence& sentence, const YearContext& years, text::Segmenter& segmenter) const {
  sentence.mentions = find_mentions(sentence.text, lexicon_, sentence.candidates, years);
  if (sentence.mentions.quantities.empty() && sentence.mentions.dates.empty()) return;
  sentence.boundaries = segmenter.word_boundaries(sentence.text);
  sentence.tokens = tag_sentence(sentence.text, sentence.mentions, sentence.boundaries, lexicon_, classes_);
  attach_bounds(sentence.text, sentence.mentions, sentence.tokens, lexicon_);
  sentence.readings = read_sentence(sentence.text, sentence.mentions, sentence.tokens, frames_, lexicon_);
  distribute(sentence.text, sentence.mentions, sentence.tokens, sentence.boundaries, lexicon_, sentence.readings);
}

namespace {

/// The first node that begins behind the offset; the number of nodes if none does. Nodes are in text order.
std::size_t first_behind(const std::vector<outline::Node>& outline, std::size_t offset) {
  const auto begins_behind = [](std::size_t at, const outline::Node& node) { return at < node.view.begin; };
  return static_cast<std::size_t>(std::upper_bound(outline.begin(), outline.end(), offset, begins_behind) -
                                  outline.begin());
}

}  // namespace

int node_at(const std::vector<outline::Node>& outline, std::size_t offset) {
  const std::size_t behind = first_behind(outline, offset);
  // An annex is no part of the item before it.
  return behind > 0 && offset < outline[behind - 1].view.end ? static_cast<int>(behind) - 1 : -1;
}

namespace {

/// What each item's place says about the facts in it; the last entry is for text before the first item.
std::vector<Setting> settings_of(const std::vector<outline::Node>& outline, int plan_year,
                                 const rules::Lexicon& lexicon) {
  Setting bare;
  bare.years = {plan_year, plan_year > 0 ? plan_year - 1 : 0, plan_year};
  std::vector<Setting> settings(outline.size() + 1, bare);
  const auto headings = read_headings(outline, bare.years, lexicon);
  for (std::size_t i = 0; i < outline.size(); ++i) {
    settings[i].item = &outline[i];
    for (int at = static_cast<int>(i); at >= 0 && settings[i].heading.empty();
         at = outline[static_cast<std::size_t>(at)].parent) {
      const Item& item = outline[static_cast<std::size_t>(at)].item;
      if (item.titled) settings[i].heading = item.heading;
    }
    apply_headings(outline, headings, static_cast<int>(i), settings[i]);
  }
  return settings;
}

}  // namespace

std::vector<Span> sentences_of(std::string_view paragraph, text::Segmenter& segmenter, const rules::Lexicon& lexicon) {
  constexpr std::size_t kLongest = 300;
  std::vector<Span> joined;
  for (const Span one : segmenter.sentences(paragraph)) {
    // `…建档。(11月底前完成)`: a bracket with a date behind the full stop belongs to the sentence before it.
    const auto bracket = paragraph.substr(one.begin, one.size());
    const bool dated = !joined.empty() && bracket.starts_with('(') && bracket.size() < kLongest &&
                       bracket.find(')') != std::string_view::npos &&
                       !find_mentions(bracket, lexicon, {}).dates.empty();
    if (dated) {
      joined.back().end = one.end;
    } else {
      joined.push_back(one);
    }
  }
  return joined;
}

std::vector<Piece> pieces_of(Span sentence, const std::vector<outline::Node>& outline) {
  std::vector<Piece> pieces;
  for (std::size_t from = sentence.begin; from < sentence.end;) {
    const int node = node_at(outline, from);
    const std::size_t next = first_behind(outline, from);
    const std::size_t to = next < outline.size() ? std::min(sentence.end, outline[next].view.begin) : sentence.end;
    const std::size_t text = node < 0 ? from : std::max(from, outline[static_cast<std::size_t>(node)].text);
    if (text < to) pieces.push_back({node, {text, to}});
    from = std::max(to, from + 1);
  }
  return pieces;
}

namespace {

/// Memory grows with the records: what has more than anybody can use is left before it takes all of it.
void check_count(const Source& source, const std::vector<Fact>& facts, std::size_t most) {
  if (facts.size() <= most) return;
  throw Error(source.name(), fmt::format("holds more than {} records; --limit records=N lifts this limit", most));
}

}  // namespace

std::vector<Fact> Extractor::extract(const Source& source, const text::View& view,
                                     const std::vector<outline::Node>& outline, const DocumentData& document,
                                     text::Segmenter& segmenter, std::size_t most) const {
  std::vector<Fact> facts;
  FactMaker maker(source, view, document, lexicon_, classes_);
  const auto settings = settings_of(outline, document.plan_year.value_or(0), lexicon_);
  const TableReading tables = read_tables(source, view, outline, document, *table_words_);
  for (const auto& paragraph : tables.prose(view)) {
    if (paragraph.kind != text::ParagraphKind::body) continue;
    const rules::Rule* opened = nullptr;  // what a sentence of the paragraph said of all that follows in it
    for (const Span within : sentences_of(view.slice(paragraph.span), segmenter, lexicon_)) {
      const Span span{paragraph.span.begin + within.begin, paragraph.span.begin + within.end};
      for (const Piece& piece : pieces_of(span, outline)) {
        Sentence sentence = open(view, piece.span);
        if (const auto* cue = opening_cue(sentence.text, sentence.candidates, lexicon_)) opened = cue;
        if (!may_hold_value(sentence.text, lexicon_, sentence.candidates)) continue;
        Setting setting = settings[piece.node < 0 ? outline.size() : static_cast<std::size_t>(piece.node)];
        if (opened != nullptr) apply_opening(*opened, setting);
        read(sentence, setting.years, segmenter);
        if (!sentence.tokens.empty()) maker.make(sentence, setting, facts);
        check_count(source, facts, most);
      }
    }
  }
  tables.finish(facts);
  check_count(source, facts, most);
  return facts;
}

}  // namespace zhibiao::extract
