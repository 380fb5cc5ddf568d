// Explain, the walk over a document's sentences: the extract stage's own steps once more, for those that are asked for.
// Tested by tests/golden/explain-*.
#include "explain/sentences.hpp"

#include "extract/extractor.hpp"
#include "outline/outline.hpp"
#include "rules/lexicon.hpp"
#include "text/words.hpp"

namespace zhibiao::explaining {

void for_each_sentence(const Source& source, const Analysis& analysis, const Rules& rules,
                       const std::function<bool(Span)>& wanted,
                       const std::function<void(const text::View&, const extract::Sentence&)>& use) {
  const text::View view = text::repair(source);
  const auto outline = outline::build_outline(view, source);
  const extract::Extractor extractor(rules.lexicon());
  text::Segmenter segmenter;
  const int year = analysis.document.plan_year.value_or(0);
  for (const auto& paragraph : view.paragraphs()) {
    if (paragraph.kind != text::ParagraphKind::body) continue;
    for (const Span within : extract::sentences_of(view.slice(paragraph.span), segmenter, rules.lexicon())) {
      const Span span{paragraph.span.begin + within.begin, paragraph.span.begin + within.end};
      for (const auto& piece : extract::pieces_of(view, span, outline)) {
        if (!wanted(view.source_span(piece.span))) continue;
        extract::Sentence sentence = extractor.open(view, piece.span);
        extractor.read(sentence, {year, year > 0 ? year - 1 : 0, year}, segmenter);
        use(view, sentence);
      }
    }
  }
}

}  // namespace zhibiao::explaining
