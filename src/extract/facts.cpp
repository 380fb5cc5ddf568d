// Extract stage, last step: what a sentence says of its values becomes facts. Tested by tests/specs/ and tests/scores/.
#include "extract/facts.hpp"

#include <algorithm>

#include "extract/deadline.hpp"
#include "extract/denominator.hpp"
#include "extract/roles.hpp"
#include "extract/trimming.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

/// 年产X 35万台, 日处理…: a capacity, whatever its unit counts.
bool is_capacity(const Sentence& sentence, const Quantity& quantity) {
  bool capacity = false;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= quantity.span.begin) break;
    if (token.tag == ',' || token.tag == ';' || token.tag == '.') capacity = false;
    if (token.tag == 'Q' && sentence.text.substr(token.span.end).starts_with(words::kOf)) capacity = false;
    if (token.tag == 'E' || token.tag == 'm')
      capacity = sentence.mentions.pers[static_cast<std::size_t>(token.mention)].rule->flag("capacity");
  }
  return capacity && quantity.kind == Kind::count;
}

/// Whether the clause promises with a word of commitment (确保, 力争).
bool commits(const Sentence& sentence, Span mention, const rules::Lexicon& lexicon) {
  const std::uint64_t commitment = lexicon.bits(WordClass::commitment);
  const auto& tokens = sentence.tokens;
  const auto before = [](const Token& token, std::size_t place) { return token.span.begin < place; };
  auto token = std::lower_bound(tokens.begin(), tokens.end(), mention.begin, before);
  while (token != tokens.begin() && (--token)->tag != ',' && token->tag != ';') {
    const auto word = sentence.text.substr(token->span.begin, token->span.size());
    if (token->tag != 'N' && (lexicon.words().find(word) & commitment) != 0) return true;
  }
  return false;
}

std::string rule_trail(const Quantity& quantity, const Reading& reading, const rules::Rule* scope,
                       const std::string& cue) {
  std::string trail = quantity.rule->id;
  if (quantity.unit_rule != nullptr) trail += " " + quantity.unit_rule->id;
  if (quantity.comparator_rule != nullptr) trail += " " + quantity.comparator_rule->id;
  if (reading.frame != nullptr) trail += " " + reading.frame->id;
  if (scope != nullptr) trail += " " + scope->id;
  if (!cue.empty()) trail += " " + cue;
  return trail;
}

std::string_view change_of(const Quantity& quantity, const Reading& reading) {
  if (!quantity.change.empty()) return quantity.change;
  return reading.direction == 'G' ? "increase" : reading.direction == 'L' ? "decrease" : "";
}

/// A density (每千人口3个) is a rate, a repeated event (每年1次) a frequency.
Kind kind_with_denominator(Kind kind, const std::string& unit, const std::string& per, const rules::Lexicon& lexicon) {
  if (per.empty()) return kind;
  const rules::Unit* counted = kind == Kind::measure ? lexicon.unit(unit) : nullptr;  // 5批次/千人
  const bool counts =
      kind == Kind::count || kind == Kind::frequency || (counted != nullptr && counted->kind == Kind::count);
  if (!counts) return kind;
  if ((lexicon.words().longest(per, 0).value & lexicon.bits(WordClass::denominator_magnitude)) != 0) return Kind::rate;
  const std::string last = per.substr(per.rfind('/') == std::string::npos ? 0 : per.rfind('/') + 1);
  const bool time = (lexicon.words().find(last) & lexicon.bits(WordClass::denominator_time)) != 0;
  const bool event = (lexicon.words().find(unit) & lexicon.bits(WordClass::unit_repeated)) != 0;
  return time && event ? Kind::frequency : kind;
}

}  // namespace

Fact fact_at(const Source& source, const text::View& view, const DocumentData& document, Span mention, Span sentence) {
  Fact fact;
  fact.file = source.name();
  fact.issuer = document.issuer;
  fact.year = document.plan_year;
  fact.span = view.source_span(mention);
  // A mention that runs over a line break is quoted up to the break.
  const std::size_t line_break = source.slice(fact.span).find_first_of("\r\n");
  if (line_break != std::string_view::npos && line_break > 0) fact.span.end = fact.span.begin + line_break;
  fact.mention = std::string(source.slice(fact.span));
  const auto position = source.position(fact.span.begin);
  fact.line = position.line;
  fact.column = position.column;
  fact.sentence = view.display(sentence);
  return fact;
}

void FactMaker::make(const Sentence& sentence, const Setting& setting, std::vector<Fact>& facts) {
  const std::size_t first = facts.size();
  names_.begin_sentence(setting.heading);
  for (std::size_t i = 0; i < sentence.mentions.quantities.size(); ++i) {
    // Behind a semicolon another matter begins.
    const Span here = sentence.mentions.quantities[i].span;
    const std::size_t from = i == 0 ? 0 : sentence.mentions.quantities[i - 1].span.end;
    const bool parted =
        here.begin > from && sentence.text.substr(from, here.begin - from).find(';') != std::string_view::npos;
    if (parted) names_.begin_matter();
    facts.push_back(quantity_fact(sentence, i, setting));
  }
  const auto milestones = find_milestones(sentence, lexicon_, classes_);
  for (const auto& milestone : milestones) facts.push_back(milestone_fact(sentence, milestone, setting));
  if (milestones.empty()) return;  // quantities are in text order
  std::stable_sort(facts.begin() + static_cast<std::ptrdiff_t>(first), facts.end(),
                   [](const Fact& a, const Fact& b) { return a.span.begin < b.span.begin; });
}

Fact FactMaker::common(const Sentence& sentence, Span mention, const Setting& setting) const {
  Fact fact = fact_at(source_, view_, document_,
                      {sentence.view.begin + mention.begin, sentence.view.begin + mention.end}, sentence.view);
  if (setting.item != nullptr) fact.item = setting.item->item.path;
  fact.heading = setting.heading;
  return fact;
}

Fact FactMaker::quantity_fact(const Sentence& sentence, std::size_t index, const Setting& setting) {
  const Quantity& quantity = sentence.mentions.quantities[index];
  const Reading& reading = sentence.readings[index];
  Fact fact = common(sentence, quantity.span, setting);
  fact.value = quantity.value;
  fact.value_max = quantity.value_max;
  fact.unit = quantity.unit;
  fact.comparator = quantity.comparator.empty() ? "=" : quantity.comparator;
  fact.flags = quantity.flags;
  if (quantity.kind != Kind::level) fact.per = denominator_of(sentence, index, view_, lexicon_);
  fact.kind = is_capacity(sentence, quantity) ? Kind::measure
                                              : kind_with_denominator(quantity.kind, quantity.unit, fact.per, lexicon_);
  fact.action = clean_action(sentence, reading.action, view_);
  // 增长7%左右,力争7.5%: a value that says nothing of its own goes the way of the one before.
  const bool silent = reading.frame == nullptr && reading.action.empty();
  const Before& before = names_.before();
  const bool goes_on = silent && !before.indicator.empty() && fact.unit == before.unit;
  const rules::Rule* scope = names_.name(sentence, index, fact);
  fact.change = change_of(quantity, reading);
  if (fact.change.empty() && goes_on) fact.change = before.change;
  names_.set_change(fact.change);
  const DateMention* date = deadline_for(sentence, quantity.span, setting, lexicon_);
  if (date != nullptr) fact.deadline = date->deadline;
  if (const std::string own = distributed_deadline(sentence, index); !own.empty()) fact.deadline = own;
  if (commits(sentence, quantity.span, lexicon_)) fact.flags.emplace_back("commitment");
  // Scans turn ‰ into %: a mortality of 7 % is doubtful.
  if (fact.unit == "%" && ends_with(fact.indicator, WordClass::rate_permille, lexicon_))
    fact.flags.emplace_back("permille_doubt");
  std::string cue;
  fact.role = role_of(sentence, quantity.span, date, setting, lexicon_, cue);
  if (fact.deadline.empty() && fact.role == Role::target) fact.deadline = setting.due;
  fact.rule = rule_trail(quantity, reading, scope, cue);
  return fact;
}

Fact FactMaker::milestone_fact(const Sentence& sentence, const Milestone& milestone, const Setting& setting) const {
  const DateMention& date = sentence.mentions.dates[milestone.date];
  Fact fact = common(sentence, date.span, setting);
  fact.kind = Kind::deadline;
  fact.deadline = date.deadline;
  fact.action = clean_action(sentence, milestone.action, view_);
  fact.indicator = clean_name(sentence, milestone.indicator, view_, lexicon_) +
                   clean_name(sentence, milestone.tail, view_, lexicon_);
  std::string cue;
  const DateMention* due = deadline_for(sentence, date.span, setting, lexicon_);
  fact.role = role_of(sentence, date.span, due, setting, lexicon_, cue);
  // A date alone never makes a result.
  if (fact.role == Role::result) fact.role = Role::mention;
  fact.rule = date.rule->id + (cue.empty() ? "" : " " + cue);
  return fact;
}

}  // namespace zhibiao::extract
