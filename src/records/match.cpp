// Records, rows and facts. Input: a row and the facts of its source; output: the fact it means, and the fields in which the two
// differ. Tested by tests/records/verify_test.cpp.
#include "records/match.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "records/damage.hpp"
#include "records/text.hpp"

namespace zhibiao::records {
namespace {

/// How much it counts that a row and a fact agree in a field.
constexpr std::array<std::pair<std::string_view, int>, 14> kWeights = {{{"mention", 8},
                                                                        {"sentence", 8},
                                                                        {"indicator", 6},
                                                                        {"value", 4},
                                                                        {"line", 4},
                                                                        {"unit", 2},
                                                                        {"scope", 2},
                                                                        {"item", 2},
                                                                        {"comparator", 2},
                                                                        {"deadline", 2},
                                                                        {"kind", 2},
                                                                        {"action", 2},
                                                                        {"role", 2},
                                                                        {"column", 2}}};
constexpr int kSameSpan = 12;

const Field& named(std::string_view name) { return *find_field(name); }

bool agree(const RecordRow& row, const Fact& fact, std::string_view field) {
  return row.has(field) && same_field(row, fact, named(field));
}

bool same_span(const RecordRow& row, const Fact& fact) { return has_span(row) && row.fact.span == fact.span; }

/// The row may well mean this fact.
bool may_be(const RecordRow& row, const Fact& fact) {
  const bool mention = has_mention(row) && same_text(row.fact.mention, fact.mention);
  const bool sentence = agree(row, fact, "sentence") && !fact.sentence.empty();
  const bool indicator = agree(row, fact, "indicator") && !fact.indicator.empty();
  if (same_span(row, fact)) {
    if (mention || !has_mention(row)) return true;
    return sentence || (indicator && agree(row, fact, "value"));
  }
  const bool knows_words = row.has("sentence") || row.has("indicator");
  return mention && (sentence || indicator || agree(row, fact, "line") || (!knows_words && !row.has("line")));
}

int score_of(const RecordRow& row, const Fact& fact) {
  int score = same_span(row, fact) ? kSameSpan : 0;
  for (const auto& [field, weight] : kWeights) {
    if (agree(row, fact, field)) score += weight;
  }
  return score;
}

}  // namespace

std::string row_text(const RecordRow& row, const Field& field) {
  const CellTrouble* trouble = row.trouble(field);
  return trouble != nullptr ? trouble->text : field.text(row.fact);
}

bool same_field(const RecordRow& row, const Fact& fact, const Field& field) {
  const std::string table = field.text(row.fact);
  const std::string source = field.text(fact);
  if (field.type != FieldType::text) return table == source;
  return same_text(table, source);
}

std::vector<RowDifference> differences(const RecordRow& row, const Fact& fact,
                                       const std::vector<const Field*>& compared) {
  std::vector<RowDifference> all;
  for (const Field* field : compared) {
    const CellTrouble* trouble = row.trouble(*field);
    const bool lost = trouble != nullptr && trouble->lost;
    if (!lost && (!row.has(field->name) || same_field(row, fact, *field))) continue;
    RowDifference one{field, row_text(row, *field), field->text(fact), {}};
    one.note = trouble != nullptr ? trouble->reason : damage_of(one.table, one.source);
    all.push_back(std::move(one));
  }
  return all;
}

bool has_span(const RecordRow& row) { return row.has("start") && row.has("end") && !row.fact.span.empty(); }

bool has_mention(const RecordRow& row) { return row.has("mention") && !row.fact.mention.empty(); }

bool stands_at_span(const RecordRow& row, const Source& source) {
  const Span span = row.fact.span;
  return has_span(row) && span.end <= source.text().size() && same_text(row.fact.mention, source.slice(span));
}

Facts::Facts(const Source& source, const std::vector<Fact>& facts)
    : source_(source), facts_(facts), taken_(facts.size(), false) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    by_start_.emplace(facts[i].span.begin, i);
    by_mention_.emplace(squeezed(facts[i].mention), i);
  }
}

void Facts::consider(const RecordRow& row, std::size_t fact, std::optional<Candidate>& best) const {
  if (!may_be(row, facts_[fact])) return;
  const int score = 2 * score_of(row, facts_[fact]) + (taken_[fact] ? 0 : 1);
  if (!best || score > best->score) best = {fact, score};
}

const Fact* Facts::find(const RecordRow& row) {
  std::optional<Candidate> best;
  if (has_span(row)) {
    const auto [first, last] = by_start_.equal_range(row.fact.span.begin);
    for (auto at = first; at != last; ++at) consider(row, at->second, best);
  }
  // What stands at its place is not looked for elsewhere, even if no record is read there.
  const bool in_place = best && same_span(row, facts_[best->fact]);
  if (has_mention(row) && !in_place && !stands_at_span(row, source_)) {
    const auto [first, last] = by_mention_.equal_range(squeezed(row.fact.mention));
    for (auto at = first; at != last; ++at) consider(row, at->second, best);
  }
  if (!best) return nullptr;
  taken_[best->fact] = true;
  return &facts_[best->fact];
}

}  // namespace zhibiao::records
