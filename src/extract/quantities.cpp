// Extract stage: the quantities of a sentence. Every number is lifted out of the text as '#' (in Chinese numerals '@', 一 alone
// '&'), so that a rule can say '#%' or '#分之#' without spelling numbers; then units, comparators and denominators are read
// around each match.
// Tested by the quantity rules' own examples and tests/extract/.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "extract/list_units.hpp"
#include "extract/mentions.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

constexpr std::size_t kNone = std::string::npos;
constexpr std::string_view kDot = "·";

/// How a rule's `value` key makes a value of its numbers n and m. False: the numbers make no sense so.
using SetValue = bool (*)(const Number* n, const Number* m, Quantity& quantity);

bool set_number(const Number* n, const Number* m, Quantity& quantity) {
  if (n == nullptr) return false;
  quantity.value = n->value;
  if (m == nullptr) return true;
  // 2-3万 means 2万 to 3万, but 9000-1万 does not.
  if (n->power == 0 && m->power > 0) {
    const auto scaled = n->value.scaled(m->power);
    if (scaled && *scaled < m->value) quantity.value = *scaled;
  }
  quantity.value_max = m->value;
  return quantity.value < m->value;
}

/// 10.5万 without a unit.
bool set_magnitude(const Number* n, const Number*, Quantity& quantity) {
  if (n == nullptr || n->power < 4) return false;
  quantity.value = n->value;
  return true;
}

bool set_zero(const Number* n, const Number*, Quantity& quantity) {
  quantity.value = Decimal(0);
  return n != nullptr && n->value == Decimal(0);
}

bool set_tenths(const Number* n, const Number* m, Quantity& quantity) {
  const auto least = n == nullptr ? std::nullopt : n->value.scaled(1);
  if (!least) return false;
  quantity.value = *least;
  if (m != nullptr) quantity.value_max = m->value.scaled(1);
  return true;
}

/// m of n: 百分之五, 千分之三, 三分之二.
bool set_fraction(const Number* n, const Number* m, Quantity& quantity) {
  if (n == nullptr || m == nullptr) return false;
  const std::pair<Decimal, std::string_view> bases[] = {
      {Decimal(100), "%"}, {Decimal(1000), "‰"}, {Decimal(10000), "‱"}, {Decimal(100000), words::kPerHundredThousand}};
  for (const auto& [base, unit] : bases) {
    if (n->value != base) continue;
    quantity.value = m->value;
    quantity.unit = unit;
    return true;
  }
  const auto scaled = m->value.times(Decimal(100));
  const auto percent = scaled ? scaled->divided(n->value, 4) : std::nullopt;
  quantity.value = percent.value_or(Decimal(0));
  quantity.unit = "%";
  return percent.has_value();
}

/// a:b.
bool set_quotient(const Number* n, const Number* m, Quantity& quantity) {
  if (n == nullptr || m == nullptr) return false;
  quantity.value = n->value;
  quantity.unit = ":" + m->value.str();
  return true;
}

/// 翻一番 is +1 倍, 翻两番 +3.
bool set_doublings(const Number* n, const Number*, Quantity& quantity) {
  if (n == nullptr || Decimal(6) < n->value) return false;
  quantity.value = Decimal((std::int64_t{1} << static_cast<int>(n->value.approx())) - 1);
  return true;
}

/// Applies the rule's `value` key: one of these ways, or a number of its own.
bool set_value(const rules::Rule& rule, const Number* n, const Number* m, Quantity& quantity) {
  static constexpr std::pair<std::string_view, SetValue> kWays[] = {
      {"", set_number},           {"number", set_number},     {"magnitude", set_magnitude},
      {"zero", set_zero},         {"roman", set_number},      {"tenths", set_tenths},
      {"fraction", set_fraction}, {"quotient", set_quotient}, {"doublings", set_doublings}};
  const std::string_view how = rule.view("value");
  for (const auto& [name, set] : kWays) {
    if (name == how) return set(n, m, quantity);
  }
  const auto fixed = Decimal::parse(how);
  quantity.value = fixed.value_or(Decimal(0));
  return fixed.has_value();
}

/// Bytes of the denominator at `at`: 日, 公顷, or a magnitude before a unit (万元, 百万人); 0: there is none.
std::size_t denominator_at(std::string_view sentence, std::size_t at, const rules::Lexicon& lexicon) {
  const auto time = lexicon.words().longest(sentence, at);
  if ((time.value & lexicon.bits(WordClass::denominator_time)) != 0) return time.length;
  std::size_t length = 0;
  if (lexicon.unit_at(sentence, at, length) != nullptr) return length;
  const bool power = (time.value & lexicon.bits(WordClass::denominator_magnitude)) != 0;
  const std::size_t head = power ? time.length : at < sentence.size() ? char_length(sentence[at]) : 0;
  return head > 1 && lexicon.unit_at(sentence, at + head, length) != nullptr ? head + length : 0;
}

/// Reads what a unit at `at` is for each of: 5万管|/日, 5吨|/月·平方公里; returns the end.
std::size_t read_denominators(std::string_view sentence, std::size_t at, const rules::Lexicon& lexicon,
                              Quantity& quantity) {
  for (;;) {
    const std::string_view rest = sentence.substr(at);
    const bool slash = rest.starts_with('/');
    if (!slash && (quantity.per.empty() || !rest.starts_with(kDot))) return at;
    const std::size_t from = at + (slash ? 1 : kDot.size());
    const std::size_t length = denominator_at(sentence, from, lexicon);
    if (length == 0) return at;
    if (!quantity.per.empty()) quantity.per += slash ? std::string_view("/") : kDot;
    quantity.per += sentence.substr(from, length);
    // 5万管/日 is a capacity, not a count.
    if (quantity.kind == Kind::count) quantity.kind = Kind::measure;
    at = from + length;
  }
}

/// Reads a unit and its denominators at `at`; returns the end, kNone where there is no unit.
std::size_t read_unit(std::string_view sentence, std::size_t at, const rules::Lexicon& lexicon, bool hanzi,
                      Quantity& quantity) {
  std::size_t length = 0;
  if (sentence.substr(at).starts_with(' ')) ++at;  // 10000 m²: the blank stays between Latin characters
  const rules::Unit* unit = lexicon.unit_at(sentence, at, length);
  if (unit == nullptr) return kNone;
  // 八部门, 三门县: a word that only begins like a unit; 十分: a unit of figures only.
  const auto word = lexicon.words().longest(sentence, at);
  if (word.length > length && (word.value & lexicon.bits(WordClass::unit_blocked)) != 0) return kNone;
  if (hanzi && (lexicon.words().find(unit->word) & lexicon.bits(WordClass::unit_arabic_only)) != 0) return kNone;
  quantity.unit = unit->unit;
  quantity.per = unit->per;
  quantity.kind = unit->kind;
  quantity.unit_rule = unit->rule;
  at += length;
  // 微克每立方米: unit and denominator in one word
  if (const std::size_t each = quantity.unit.find(words::kEach); each != std::string::npos && each > 0) {
    quantity.per = quantity.unit.substr(each + words::kEach.size());
    quantity.unit.resize(each);
  }
  return read_denominators(sentence, at, lexicon, quantity);
}

/// Longer quotations are text that the plan makes its own; shorter ones are names and slogans (bytes).
constexpr std::size_t kMaxSlogan = 66;

/// Spans of short quotations. Scans mix “ with \" and lose closing marks, so either closes the other.
std::vector<Span> quotations(std::string_view sentence) {
  static constexpr text::CharSet kMarks{U"“”「」\""};
  std::vector<Span> found;
  std::size_t open = kNone;
  for (std::size_t at = kMarks.find(sentence, 0); at < sentence.size(); at = kMarks.find(sentence, at)) {
    const std::size_t begin = at;
    const char32_t one = text::next_char(sentence, at);
    if (one == U'“' || one == U'「' || (one == U'"' && open == kNone)) {
      open = begin;
    } else if (open != kNone) {
      if (begin - open <= kMaxSlogan) found.push_back({open, begin});
      open = kNone;
    }
  }
  return found;
}

/// A calendar year that no date rule took (2019年版) is no length of time.
bool is_year(std::string_view digits, const Quantity& quantity) {
  constexpr std::size_t kYearDigits = 4;
  return quantity.kind == Kind::duration && digits.size() == kYearDigits &&
         (digits.starts_with("19") || digits.starts_with("20"));
}

void sort_by_place(std::vector<Quantity>& quantities) {
  std::sort(quantities.begin(), quantities.end(),
            [](const Quantity& a, const Quantity& b) { return a.core.begin < b.core.begin; });
}

/// Which quantities a lifted sentence holds, rule by rule: what a rule has taken, no later one may touch.
class Finder {
 public:
  Finder(std::string_view sentence, const Lifted& lifted, const rules::Lexicon& lexicon)
      : sentence_(sentence), lifted_(lifted), lexicon_(lexicon) {}

  /// All quantities in text order, or the first that is found.
  std::vector<Quantity> run(const rules::Candidates& candidates, bool one_will_do) {
    for (const rules::Candidate& candidate : candidates) {
      apply(candidate, one_will_do);
      if (one_will_do && !quantities_.empty()) return std::move(quantities_);
    }
    sort_by_place(quantities_);
    share_list_units(sentence_, lifted_.numbers(), lexicon_, quantities_);
    sort_by_place(quantities_);
    return std::move(quantities_);
  }

 private:
  void apply(const rules::Candidate& candidate, bool one_will_do) {
    rules::Match match;
    const auto& pattern = lexicon_.quantities().patterns()[static_cast<std::size_t>(candidate.pattern)];
    const std::string& text = lifted_.text();
    for (std::size_t from = candidate.first; from < text.size() && pattern.find(text, from, match, candidate.last);) {
      from = match.span.begin + char_length(text[match.span.begin]);
      const Span value = match.group("value").empty() ? match.span : match.group("value");
      const Span core = lifted_.back(value);
      if (is_taken(core)) continue;
      Quantity quantity;
      quantity.core = core;
      if (!read(pattern.rule(), match, quantity)) continue;
      taken_.push_back(quantity.core);
      from = value.end;
      quantities_.push_back(std::move(quantity));
      if (one_will_do) return;
    }
  }

  bool is_taken(Span core) const {
    return std::any_of(taken_.begin(), taken_.end(),
                       [&](Span one) { return one.begin < core.end && core.begin < one.end; });
  }

  /// What a rule's match says. False: it is no quantity after all.
  bool read(const rules::Rule& rule, const rules::Match& match, Quantity& quantity) {
    quantity.rule = &rule;
    const std::optional<Number> roman =
        rule.view("value") == "roman" ? roman_number(lifted_.back(match.group("n"))) : std::nullopt;
    const Number* n = roman ? &*roman : lifted_.number(match.group("n"));
    const Number* m = lifted_.number(match.group("m"));
    if (!set_value(rule, n, m, quantity) || !set_unit(rule, match, n, quantity)) return false;
    if (n != nullptr && m == nullptr && is_year(sentence_.substr(n->span.begin, n->span.size()), quantity))
      return false;
    if (const auto kind = find_kind(rule.view("kind"))) quantity.kind = *kind;  // else the unit's
    quantity.hanzi = n != nullptr && n->hanzi;
    quantity.change = rule.view("change");
    if (!match.group("indicator").empty()) quantity.indicator = lifted_.back(match.group("indicator"));
    const bool more = m != nullptr ? m->more : n != nullptr && n->more;
    read_comparators(sentence_, lexicon_, more, quantity);
    if (quantity.value_max) quantity.comparator = "range";
    // 千万 alone is no number unless a word says so.
    const auto value_rule = rule.view("value");
    const bool plain = value_rule.empty() || value_rule == "number" || value_rule == "magnitude";
    if (plain && n != nullptr && n->magnitude_only && quantity.comparator.empty()) return false;
    quantity.in_quotes = is_quoted(quantity.core.begin);
    // A slogan (“四个意识”) counts nothing; a bound in quotation marks (“最多90天”) is meant.
    return !quantity.in_quotes || rule.flag("in_quotes") || quantity.span.begin != quantity.core.begin;
  }

  /// A Roman numeral, which is not lifted.
  std::optional<Number> roman_number(Span span) const {
    const auto value = parse_roman(sentence_.substr(span.begin, span.size()));
    if (!value) return std::nullopt;
    Number number;
    number.span = span;
    number.value = *value;
    return number;
  }

  /// The unit that the rule gives, names as a group, or leaves to the table of units. False: there is none to be found.
  bool set_unit(const rules::Rule& rule, const rules::Match& match, const Number* n, Quantity& quantity) const {
    const std::string_view unit = rule.view("unit");
    if (unit == "table") {
      const std::size_t end = read_unit(sentence_, quantity.core.end, lexicon_, n != nullptr && n->hanzi, quantity);
      const bool zero_words = n != nullptr && n->hanzi && n->value == Decimal(0);    // 零部件, 零星
      if (end == kNone || quantity.kind == Kind::level || zero_words) return false;  // a grade needs a rule of its own
      quantity.core.end = end;
    } else if (!unit.empty()) {
      quantity.unit = unit;
    } else if (const Span group = match.group("unit"); !group.empty()) {
      const Span back = lifted_.back(group);
      quantity.unit = std::string(sentence_.substr(back.begin, back.size()));
      if (const auto* known = lexicon_.unit(quantity.unit)) {
        quantity.unit = known->unit;
        quantity.unit_rule = known->rule;
      }
    }
    return true;
  }

  bool is_quoted(std::size_t at) {
    if (!quotes_) quotes_ = quotations(sentence_);
    return std::any_of(quotes_->begin(), quotes_->end(), [&](Span one) { return one.contains(at); });
  }

  std::string_view sentence_;
  const Lifted& lifted_;
  const rules::Lexicon& lexicon_;
  std::vector<Quantity> quantities_;
  std::vector<Span> taken_;
  std::optional<std::vector<Span>> quotes_;  ///< looked for when a value is found
};

/// 30家内资企业: whether the bound of that length is only the beginning of a word.
bool begins_word(std::string_view sentence, std::size_t at, std::size_t length, const rules::Lexicon& lexicon) {
  const auto word = lexicon.words().longest(sentence, at);
  return word.length > length && (word.value & lexicon.bits(WordClass::unit_blocked)) != 0;
}

}  // namespace

void read_comparators(std::string_view sentence, const rules::Lexicon& lexicon, bool more, Quantity& quantity) {
  quantity.span = quantity.core;
  std::string_view prefix;
  std::size_t length = 0;
  std::size_t begin = quantity.core.begin;
  while (begin > 0 && sentence[begin - 1] == ' ') --begin;
  if (const auto* before = lexicon.comparator_before(sentence, begin, length)) {
    prefix = before->value;
    quantity.comparator_rule = before->rule;
    if (before->rule->view("inside") != "false") quantity.span.begin = begin - length;
  }
  std::size_t end = quantity.core.end;
  if (const auto* after = lexicon.comparator_after(sentence, end, length);
      after != nullptr && !begins_word(sentence, end, length, lexicon)) {
    quantity.suffix = after->value;
    quantity.comparator_rule = after->rule;
    quantity.span.end = end + length;
  }
  quantity.comparator = !quantity.suffix.empty() ? quantity.suffix : prefix;
  // 不低于…左右 stays a bound; 约…以上 too.
  if (!prefix.empty() && prefix != "~" && quantity.suffix == "~") quantity.comparator = "~";
  if (quantity.comparator.empty() && more) quantity.comparator = ">";
  if (quantity.comparator == "~") quantity.flags.emplace_back("approximate");
}

Figures find_figures(std::string_view sentence, const rules::Lexicon& lexicon) {
  Figures figures{Lifted(sentence, scan_numbers(sentence, {}, lexicon), {}), {}};
  lexicon.quantities().candidates(figures.lifted.text(), figures.candidates);
  return figures;
}

std::vector<rules::Screen::Print> print_of_sign(char sign) {
  std::vector<rules::Screen::Print> prints;
  if (sign == kArabicSign) {
    for (char digit = '0'; digit <= '9'; ++digit) prints.push_back({std::string(1, digit)});
  }
  for (const words::Numeral& numeral : words::kNumerals) {
    const std::string one(numeral.character);
    if (numeral.digit != 1) {
      if (sign == kHanziSign) prints.push_back({one});
    } else if (sign == kHanziSign) {
      prints.push_back({one + one});  // 一一一: the only such number without another numeral
    } else if (sign == kOneSign) {
      prints.push_back({one, true});
      prints.push_back({one + std::string(words::kPoint)});
      for (const auto more : words::kMore) prints.push_back({one + std::string(more), true});
    }
  }
  return prints;
}

std::vector<Quantity> find_quantities(std::string_view sentence, const Figures& figures,
                                      const std::vector<Span>& masked, const std::vector<Span>& names,
                                      const rules::Lexicon& lexicon) {
  if (masked.empty()) return Finder(sentence, figures.lifted, lexicon).run(figures.candidates, false);
  auto outside = numbers_outside(sentence, figures.lifted.numbers(), masked);
  const bool parted = !outside;
  const Lifted lifted(sentence, parted ? scan_numbers(sentence, masked, lexicon) : std::move(*outside), names);
  // Fewer numbers and more blanks than in the whole sentence: no pattern that did not match there matches here.
  rules::Candidates candidates;
  if (parted) {
    lexicon.quantities().candidates(lifted.text(), candidates);
  } else {
    for (const auto& one : figures.candidates) candidates.push_back({one.pattern});
  }
  return Finder(sentence, lifted, lexicon).run(candidates, false);
}

bool holds_quantity(std::string_view sentence, const Figures& figures, const rules::Lexicon& lexicon) {
  return !Finder(sentence, figures.lifted, lexicon).run(figures.candidates, true).empty();
}

}  // namespace zhibiao::extract
