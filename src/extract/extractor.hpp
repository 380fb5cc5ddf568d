// Extraction: the facts of a document, from its view and outline.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/holders.hpp"
#include "extract/screens.hpp"
#include "extract/sentence.hpp"
#include "outline/outline.hpp"
#include "text/view.hpp"
#include "text/words.hpp"

namespace zhibiao::extract {

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
std::vector<Piece> pieces_of(const text::View& view, Span sentence, const std::vector<outline::Node>& outline);

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
  /// Puts into `opened` the cue with which one of the texts opens, the last of several; `of_last`: what may match the last text.
  void note_opening(const std::vector<std::string_view>& texts, const rules::Candidates& of_last,
                    const YearContext& years, const rules::Rule*& opened) const;

  const rules::Lexicon& lexicon_;
  Screens screens_;
  WordClasses classes_;
  std::vector<Frame> frames_;
  HolderRules holders_;
  std::shared_ptr<const TableWords> table_words_;
};

}  // namespace zhibiao::extract
