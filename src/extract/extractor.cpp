// Extract stage: walks the body's sentences, reads each and puts facts together. Tested by tests/specs/, tests/extract/ and the
// scores on the gold annotation.
#include "extract/extractor.hpp"

#include <algorithm>

namespace zhibiao::extract {
namespace {

/// Comparators that close a list hold for its members: `7.0‰和9.5‰以内`, `不低于22%和30%`.
void share_list_bounds(std::vector<Quantity>& quantities, const std::vector<Token>& tokens) {
  for (std::size_t i = tokens.size(); i-- > 2;) {
    if (tokens[i].tag != 'Q' || tokens[i - 1].tag != '/' || tokens[i - 2].tag != 'Q') continue;
    Quantity& last = quantities[static_cast<std::size_t>(tokens[i].mention)];
    Quantity& previous = quantities[static_cast<std::size_t>(tokens[i - 2].mention)];
    if (last.suffix.empty() || !previous.comparator.empty() || last.kind != previous.kind) continue;
    previous.comparator = previous.suffix = last.suffix;
    previous.comparator_rule = last.comparator_rule;
  }
}

/// `分别不低于93%、88%`: the bound before a 分别 list holds for all of it.
void share_distributed_bounds(std::vector<Quantity>& quantities, const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (tokens[i].tag != 'F') continue;
    const Quantity* first = nullptr;
    for (std::size_t j = i + 1; j < tokens.size() && std::string_view(",;.:").find(tokens[j].tag) == std::string_view::npos; ++j) {
      if (tokens[j].tag != 'Q') continue;
      Quantity& quantity = quantities[static_cast<std::size_t>(tokens[j].mention)];
      if (first == nullptr) {
        first = &quantity;
      } else if (quantity.comparator.empty() && first->suffix.empty()) {
        quantity.comparator = first->comparator;
      }
    }
  }
}

/// A bound that stands before the verb (`至少建成1个`) or before a 分别 list belongs to the value.
void attach_apart_bounds(std::string_view text, Mentions& mentions, const std::vector<Token>& tokens, const rules::Lexicon& lexicon) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].tag != 'K') continue;
    std::size_t length = 0;
    const auto* bound = lexicon.comparator_before(text, tokens[i].span.end, length);
    if (bound == nullptr) continue;
    for (std::size_t j = i + 1; j < tokens.size() && tokens[j].tag != ',' && tokens[j].tag != ';'; ++j) {
      if (tokens[j].tag == 'N' || tokens[j].tag == 'v') break;
      if (tokens[j].tag != 'Q') continue;
      Quantity& quantity = mentions.quantities[static_cast<std::size_t>(tokens[j].mention)];
      if (quantity.comparator.empty()) quantity.comparator = bound->value;
      break;
    }
  }
}

/// 年产X 35万台, 日处理…: a capacity, whatever its unit counts.
bool is_capacity(const Sentence& sentence, const Quantity& quantity) {
  bool capacity = false;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= quantity.span.begin) break;
    if (token.tag == ',' || token.tag == ';' || token.tag == '.') capacity = false;
    if (token.tag == 'E') capacity = sentence.mentions.pers[static_cast<std::size_t>(token.mention)].rule->get("capacity") == "true";
  }
  return capacity && quantity.kind == Kind::count;
}

/// `不低于总课时的10%`: the bound stands before the noun that the share is of.
void attach_distant_bounds(std::string_view text, std::vector<Quantity>& quantities, const rules::Lexicon& lexicon) {
  constexpr std::string_view kOf = "的";
  constexpr std::size_t kReach = 36;
  for (Quantity& quantity : quantities) {
    const auto before = text.substr(0, quantity.span.begin);
    if (!quantity.comparator.empty() || !before.ends_with(kOf)) continue;
    const std::size_t from = before.size() > kReach ? before.size() - kReach : 0;
    for (std::size_t end = before.size() - kOf.size(); end > from; --end) {
      if (text[end] == ',' || text[end] == ';') break;
      std::size_t length = 0;
      const auto* bound = lexicon.comparator_before(text, end, length);
      if (bound == nullptr || length < 2 * kOf.size()) continue;
      quantity.comparator = bound->value;
      break;
    }
  }
}

std::string rule_trail(const Quantity& quantity, const Reading& reading, const std::string& cue) {
  std::string trail = quantity.rule->id;
  if (quantity.unit_rule != nullptr) trail += " " + quantity.unit_rule->id;
  if (quantity.comparator_rule != nullptr) trail += " " + quantity.comparator_rule->id;
  if (reading.frame != nullptr) trail += " " + reading.frame->id;
  if (!cue.empty()) trail += " " + cue;
  return trail;
}

/// A density (每千人口3个) is a rate, a repeated event (每年1次) a frequency.
Kind kind_with_denominator(Kind kind, const std::string& unit, const std::string& per, const rules::Lexicon& lexicon) {
  if (per.empty() || (kind != Kind::count && kind != Kind::frequency)) return kind;
  if ((lexicon.words().longest(per, 0).value & lexicon.class_bit("denominator.magnitude")) != 0) return Kind::rate;
  const std::string last = per.substr(per.rfind('/') == std::string::npos ? 0 : per.rfind('/') + 1);
  const bool time = (lexicon.words().find(last) & lexicon.class_bit("denominator.time")) != 0;
  const bool event = (lexicon.words().find(unit) & lexicon.class_bit("unit.repeated")) != 0;
  return time && event ? Kind::frequency : kind;
}

}  // namespace

Sentence Extractor::read(const text::View& view, Span span, const YearContext& years, text::Segmenter& segmenter) const {
  Sentence sentence;
  sentence.view = span;
  sentence.text = view.slice(span);
  sentence.mentions = find_mentions(sentence.text, lexicon_, years);
  if (sentence.mentions.quantities.empty() && sentence.mentions.dates.empty()) return sentence;
  sentence.boundaries = segmenter.word_boundaries(sentence.text);
  sentence.tokens = tag_sentence(sentence.text, sentence.mentions, sentence.boundaries, lexicon_, classes_);
  attach_distant_bounds(sentence.text, sentence.mentions.quantities, lexicon_);
  share_list_bounds(sentence.mentions.quantities, sentence.tokens);
  share_distributed_bounds(sentence.mentions.quantities, sentence.tokens);
  attach_apart_bounds(sentence.text, sentence.mentions, sentence.tokens, lexicon_);
  sentence.readings = read_sentence(sentence.text, sentence.mentions, sentence.tokens, lexicon_);
  distribute(sentence.text, sentence.mentions, sentence.tokens, sentence.boundaries, lexicon_, sentence.readings);
  return sentence;
}

namespace {

/// Turns what one sentence says into facts.
class FactMaker {
 public:
  FactMaker(const Source& source, const text::View& view, const DocumentData& document, const rules::Lexicon& lexicon,
            const WordClasses& classes)
      : source_(source), view_(view), document_(document), lexicon_(lexicon), classes_(classes) {}

  void make(const Sentence& sentence, const Setting& setting, std::vector<Fact>& facts) {
    const std::size_t first = facts.size();
    carried_.clear();
    for (std::size_t i = 0; i < sentence.mentions.quantities.size(); ++i) {
      if (auto fact = quantity_fact(sentence, i, setting)) facts.push_back(std::move(*fact));
    }
    for (const auto& milestone : find_milestones(sentence, lexicon_, classes_)) {
      facts.push_back(milestone_fact(sentence, milestone, setting));
    }
    std::stable_sort(facts.begin() + static_cast<std::ptrdiff_t>(first), facts.end(),
                     [](const Fact& a, const Fact& b) { return a.span.begin < b.span.begin; });
  }

 private:
  Fact common(const Sentence& sentence, Span mention, const Setting& setting) const {
    Fact fact;
    fact.file = source_.name();
    fact.issuer = document_.issuer;
    fact.year = document_.plan_year;
    if (setting.item != nullptr) fact.item = setting.item->item.path;
    fact.heading = setting.heading;
    Span span = view_.source_span({sentence.view.begin + mention.begin, sentence.view.begin + mention.end});
    // A mention that runs over a line break is quoted up to the break.
    const std::size_t line_break = source_.slice(span).find_first_of("\r\n");
    if (line_break != std::string_view::npos && line_break > 0) span.end = span.begin + line_break;
    fact.span = span;
    fact.mention = std::string(source_.slice(span));
    const auto position = source_.position(span.begin);
    fact.line = position.line;
    fact.column = position.column;
    fact.sentence = view_.display(sentence.view);
    return fact;
  }

  std::optional<Fact> quantity_fact(const Sentence& sentence, std::size_t index, const Setting& setting) {
    const Quantity& quantity = sentence.mentions.quantities[index];
    const Reading& reading = sentence.readings[index];
    Fact fact = common(sentence, quantity.span, setting);
    fact.value = quantity.value;
    fact.value_max = quantity.value_max;
    fact.unit = quantity.unit;
    fact.comparator = quantity.comparator.empty() ? "=" : quantity.comparator;
    fact.flags = quantity.flags;
    fact.per = denominator_of(sentence, index, view_, lexicon_);
    fact.kind = is_capacity(sentence, quantity) ? Kind::measure : kind_with_denominator(quantity.kind, quantity.unit, fact.per, lexicon_);
    fact.action = clean_action(sentence, reading.action, view_);
    Naming naming = name_fact(sentence, index, view_, lexicon_);
    if (!quantity.indicator.empty()) naming.indicator = clean_name(sentence, quantity.indicator, view_, lexicon_);
    const bool bare = !carried_.empty() && (lexicon_.words().find(naming.indicator) & lexicon_.class_bit("indicator.bare")) != 0;
    if (bare) naming.indicator = carried_ + naming.indicator;
    const bool about_the_same = reading.frame != nullptr && reading.frame->get("carry") == "verb" && !intransitive(fact.action);
    if (naming.indicator.empty() && !carried_.empty() && (reading.carries || about_the_same || fact.action.empty())) {
      naming.indicator = carried_;
    }
    if (naming.indicator.empty()) naming.indicator = !fact.action.empty() ? fact.action : carried_;
    if (naming.indicator.empty()) fact.flags.emplace_back("indicator_missing");
    fact.indicator = naming.indicator;
    fact.scope = naming.scope;
    if (!bare) carried_ = fact.indicator;
    fact.change = !quantity.change.empty() ? quantity.change : reading.direction == 'G' ? "increase" : reading.direction == 'L' ? "decrease" : "";
    if (const DateMention* date = deadline_for(sentence, quantity.span)) fact.deadline = date->deadline;
    if (const std::string own = distributed_deadline(sentence, index); !own.empty()) fact.deadline = own;
    std::string cue;
    fact.role = role_of(sentence, quantity.span, setting, lexicon_, cue);
    fact.rule = rule_trail(quantity, reading, cue);
    return fact;
  }

  bool intransitive(const std::string& verb) const { return (lexicon_.words().find(verb) & classes_.intransitive) != 0; }

  Fact milestone_fact(const Sentence& sentence, const Milestone& milestone, const Setting& setting) const {
    const DateMention& date = sentence.mentions.dates[milestone.date];
    Fact fact = common(sentence, date.span, setting);
    fact.kind = Kind::deadline;
    fact.deadline = date.deadline;
    fact.action = clean_action(sentence, milestone.action, view_);
    fact.indicator = clean_name(sentence, milestone.indicator, view_, lexicon_) + clean_name(sentence, milestone.tail, view_, lexicon_);
    std::string cue;
    fact.role = role_of(sentence, date.span, setting, lexicon_, cue);
    // A date alone never makes a result.
    if (fact.role == Role::result) fact.role = Role::mention;
    fact.rule = date.rule->id + (cue.empty() ? "" : " " + cue);
    return fact;
  }

  const Source& source_;
  const text::View& view_;
  const DocumentData& document_;
  const rules::Lexicon& lexicon_;
  const WordClasses& classes_;
  std::string carried_;  ///< the indicator of the sentence's last fact
};

/// The innermost node whose text holds a view offset, -1 before the first; nodes are in text order.
int node_at(const std::vector<outline::Node>& outline, std::size_t offset) {
  const auto after = std::upper_bound(outline.begin(), outline.end(), offset, [](std::size_t at, const outline::Node& node) { return at < node.view.begin; });
  return static_cast<int>(after - outline.begin()) - 1;
}

}  // namespace

std::vector<Fact> Extractor::extract(const Source& source, const text::View& view, const std::vector<outline::Node>& outline,
                                     const DocumentData& document, text::Segmenter& segmenter) const {
  std::vector<Fact> facts;
  FactMaker maker(source, view, document, lexicon_, classes_);
  const int plan = document.plan_year.value_or(0);
  for (const auto& paragraph : view.paragraphs()) {
    if (paragraph.kind != text::ParagraphKind::body) continue;
    std::optional<Role> opened;  // what a sentence of the paragraph said of all that follows in it
    for (const Span within : segmenter.sentences(view.slice(paragraph.span))) {
      const Span span{paragraph.span.begin + within.begin, paragraph.span.begin + within.end};
      // A marker in mid-sentence (；一是…) begins a new item: cut there, and leave markers out.
      std::size_t from = span.begin;
      while (from < span.end) {
        const int node = node_at(outline, from);
        const std::size_t next = static_cast<std::size_t>(node + 1);
        std::size_t to = next < outline.size() ? std::min(span.end, outline[next].view.begin) : span.end;
        if (node >= 0) from = std::max(from, std::min(outline[static_cast<std::size_t>(node)].text, to));
        if (to <= from) {
          if (to >= span.end) break;
          from = std::max(to, from);
          if (next < outline.size() && from >= outline[next].view.begin) continue;
          break;
        }
        Setting setting;
        setting.years = {plan, plan > 0 ? plan - 1 : 0, plan};
        if (node >= 0) {
          setting.item = &outline[static_cast<std::size_t>(node)];
          for (int at = node; at >= 0 && setting.heading.empty(); at = outline[static_cast<std::size_t>(at)].parent) {
            if (outline[static_cast<std::size_t>(at)].item.titled) setting.heading = outline[static_cast<std::size_t>(at)].item.heading;
          }
          apply_headings(outline, node, lexicon_, setting);
        }
        if (const auto role = opening_role(view.slice({from, to}), lexicon_)) opened = role;
        if (opened) setting.role = *opened;
        const Sentence sentence = read(view, {from, to}, setting.years, segmenter);
        if (!sentence.tokens.empty()) maker.make(sentence, setting, facts);
        from = to;
      }
    }
  }
  return facts;
}

}  // namespace zhibiao::extract
