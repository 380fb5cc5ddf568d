// Fuzzer: everything behind reading: a text's records, in every form that is written, and why they are records.
#include "zhibiao/analyze.hpp"

#include "check.hpp"
#include "check_rows.hpp"
#include "target.hpp"
#include "zhibiao/explain.hpp"

namespace zhibiao_fuzz {

void analyze(std::string_view bytes) {
  static zhibiao::Analyzer analyzer;
  const zhibiao::Source source("plan.txt", as_text(bytes));
  zhibiao::Given given;
  if (bytes.size() % 2 == 0) given.plan_year = 2021;
  const zhibiao::Analysis analysis = analyzer.analyze(source, given);
  check_facts(source, analysis);
  const std::string rows = check_rows(source.name(), analysis, bytes.size());
  if (bytes.size() % 4 == 0) {
    require(rows_of(source.name(), analyzer.analyze(source, given)) == rows, "the same text gives the same rows");
  }
  if (bytes.size() % 8 != 0) return;
  require(zhibiao::explain_facts(source, analysis).size() == analysis.facts.size(), "every record is explained");
  if (!analysis.facts.empty()) check_people(zhibiao::explain(source, analysis.facts.front().line));
}

}  // namespace zhibiao_fuzz
