// From the readings of a sentence to facts.
#pragma once

#include <string>
#include <vector>

#include "extract/fact_names.hpp"
#include "extract/milestones.hpp"
#include "extract/sentence.hpp"

namespace zhibiao::extract {

/// A record with file, issuer, year, mention, place and sentence filled in. Both spans are of the view.
Fact fact_at(const Source& source, const text::View& view, const DocumentData& document, Span mention, Span sentence);

/// Turns what one sentence says into facts, in text order. One for each document.
class FactMaker {
 public:
  FactMaker(const Source& source, const text::View& view, const DocumentData& document, const rules::Lexicon& lexicon,
            const WordClasses& classes, const HolderRules& holders)
      : source_(source),
        view_(view),
        document_(document),
        lexicon_(lexicon),
        classes_(classes),
        names_(view, lexicon, classes, holders) {}

  void make(const Sentence& sentence, const Setting& setting, std::vector<Fact>& facts);

 private:
  Fact common(const Sentence& sentence, Span mention, const Setting& setting) const;
  Fact quantity_fact(const Sentence& sentence, std::size_t index, const Setting& setting);
  Fact milestone_fact(const Sentence& sentence, const Milestone& milestone, const Setting& setting) const;

  const Source& source_;
  const text::View& view_;
  const DocumentData& document_;
  const rules::Lexicon& lexicon_;
  const WordClasses& classes_;
  FactNamer names_;
};

}  // namespace zhibiao::extract
