// Runs the analysis over the annotated documents; see evaluate.hpp.
#include "scores/evaluate.hpp"

#include "scores/gold.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/read.hpp"

namespace scores {

std::vector<Evaluation> evaluate_all(const std::filesystem::path& top) {
  const std::filesystem::path gold_folder = top / "tests/gold";
  zhibiao::Analyzer analyzer;
  std::vector<Evaluation> all;
  for (const auto& one : annotated(gold_folder, top / "seeds")) {
    const zhibiao::Source source = zhibiao::read(one.source.string());
    const zhibiao::Analysis analysis = analyzer.analyze(source);
    const auto gold = load_facts(one.facts, source);
    const auto found = records_of(analysis.facts);
    const auto data = load_data(gold_folder / "meta.jsonl", one.doc);
    Evaluation made;
    made.doc = one.doc;
    made.title = data.title;
    made.matches = match(counted(gold), counted(found));
    made.of_every_role = match(gold, found);
    made.facts = score_matches(one.doc, made.matches);
    made.outline = score_items(one.doc, load_items(one.items), analysis.items);
    made.outline += score_data(one.doc, data, analysis.document);
    all.push_back(std::move(made));
  }
  return all;
}

std::vector<FactScore> evaluate_facts(const std::filesystem::path& gold, const std::filesystem::path& sources) {
  zhibiao::Analyzer analyzer;
  std::vector<FactScore> all;
  for (const auto& one : annotated(gold, sources)) {
    const zhibiao::Source source = zhibiao::read(one.source.string());
    const auto found = counted(records_of(analyzer.analyze(source).facts));
    all.push_back(score_facts(one.doc, counted(load_facts(one.facts, source)), found));
  }
  return all;
}

}  // namespace scores
