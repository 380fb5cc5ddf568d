// The pipeline in one place: repair -> outline -> extract. Tested by tests/scores/ and tests/specs/.
#include "zhibiao/analyze.hpp"

#include "extract/extractor.hpp"
#include "outline/outline.hpp"
#include "rules/lexicon.hpp"
#include "text/view.hpp"
#include "text/words.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao {

struct Analyzer::Parts {
  explicit Parts(const Rules& given) : rules(given), extractor(rules.lexicon()) {}
  Rules rules;
  extract::Extractor extractor;
  text::Segmenter segmenter;
  std::size_t most_records = ReadLimits().records;
};

Analyzer::Analyzer(const Rules& rules) : parts_(std::make_unique<Parts>(rules)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const Rules& Analyzer::rules() const { return parts_->rules; }

void Analyzer::limit_records(std::size_t most) { parts_->most_records = most; }

namespace {

/// What a file's labels say goes before what was read from its text.
void prefer_labels(DocumentData& document, const DocumentData& labelled) {
  const std::string own_title = document.title;
  for (const auto field : {&DocumentData::title, &DocumentData::issuer, &DocumentData::doc_number,
                           &DocumentData::issued, &DocumentData::index_number, &DocumentData::published}) {
    if (!(labelled.*field).empty()) document.*field = labelled.*field;
  }
  // A page's title is often that of the covering notice: 关于印发《…工作要点》的通知. A title at its end was cut by a line.
  const bool covered = labelled.title.find(own_title) != std::string::npos && !labelled.title.ends_with(own_title);
  if (!own_title.empty() && covered) document.title = own_title;
}

void prefer_given(DocumentData& document, const Given& given) {
  if (given.plan_year) document.plan_year = given.plan_year;
  if (!given.title.empty()) document.title = given.title;
  if (!given.issuer.empty()) document.issuer = given.issuer;
}

/// Outline and document data of a view.
std::vector<outline::Node> read_outline(const text::View& view, const Source& source, Analysis& analysis) {
  auto nodes = outline::build_outline(view, source);
  analysis.document = outline::read_document_data(view, nodes);
  prefer_labels(analysis.document, source.facts().labelled);
  analysis.items.reserve(nodes.size());
  for (const auto& node : nodes) analysis.items.push_back(node.item);
  return nodes;
}

}  // namespace

Analysis Analyzer::analyze(const Source& source, const Given& given) {
  Analysis analysis;
  const text::View view = text::repair(source);
  const auto nodes = read_outline(view, source, analysis);
  prefer_given(analysis.document, given);
  analysis.facts =
      parts_->extractor.extract(source, view, nodes, analysis.document, parts_->segmenter, parts_->most_records);
  for (Fact& fact : analysis.facts) fact.place = source.place(fact.span.begin).str();
  return analysis;
}

Analysis Analyzer::outline(const Source& source) {
  Analysis analysis;
  const text::View view = text::repair(source);
  read_outline(view, source, analysis);
  return analysis;
}

}  // namespace zhibiao
