// One sentence through the first stages of extraction, and compact forms of what they find.
#pragma once

#include <string>
#include <string_view>

#include "extract/extractor.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/rules.hpp"

namespace helpers {

/// A sentence of a plan for 2021, read as far as its readings.
struct Read {
  explicit Read(std::string_view text) : source("test", std::string(text)), view(zhibiao::text::repair(source)) {
    const zhibiao::extract::Extractor extractor(zhibiao::Rules::builtin().lexicon());
    zhibiao::text::Segmenter segmenter;
    sentence = extractor.open(view, {0, view.text().size()});
    extractor.read(sentence, {2021, 2020, 2021}, segmenter);
  }
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  std::string slice(zhibiao::Span span) const { return std::string(sentence.text.substr(span.begin, span.size())); }

  zhibiao::Source source;
  zhibiao::text::View view;
  zhibiao::extract::Sentence sentence;
};

/// The facts of a document for 2021, as `indicator comparator value[..value_max] unit`, joined by "; ".
inline std::string facts(std::string_view text) {
  zhibiao::Analyzer analyzer;
  std::string all;
  for (const auto& fact : analyzer.analyze(zhibiao::Source("test", std::string(text)), {2021}).facts) {
    all += (all.empty() ? "" : "; ") + fact.indicator + " " + fact.comparator + " " +
           (fact.value ? fact.value->str() : "-") + (fact.value_max ? ".." + fact.value_max->str() : "") + " " +
           fact.unit;
  }
  return all;
}

}  // namespace helpers
