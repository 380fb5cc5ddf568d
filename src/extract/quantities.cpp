// Extract stage: the quantities of a sentence. Every number is lifted out of the text as '#' (in Chinese
// numerals '@', 一 alone '&'), so that a rule can say '#%' or '#分之#' without spelling numbers; then units, comparators and denominators are read around each match.
// Tested by the quantity rules' own examples and tests/extract/.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "extract/mentions.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

// A number written in digits, in Chinese numerals, and 一 alone, which is mostly no number.
constexpr char kArabic = '#';
constexpr char kHanzi = '@';
constexpr char kOne = '&';
constexpr std::size_t kNone = std::string::npos;

/// A sentence with its numbers lifted out, and the way back.
class Lifted {
 public:
  Lifted(std::string_view sentence, const std::vector<Number>& numbers, const std::vector<Span>& names)
      : numbers_(numbers) {
    text_.reserve(sentence.size());
    std::size_t from = 0;
    auto mask = names.begin();
    for (std::size_t i = 0; i <= numbers.size(); ++i) {
      const std::size_t to = i < numbers.size() ? numbers[i].span.begin : sentence.size();
      append(sentence, {from, to}, names, mask);
      if (i == numbers.size()) break;
      signs_.push_back(text_.size());
      text_ += !numbers[i].hanzi ? kArabic : numbers[i].value == Decimal(1) ? kOne : kHanzi;
      from = numbers[i].span.end;
    }
  }

  const std::string& text() const { return text_; }

  /// The span of the sentence that a span of the text stands for.
  Span back(Span span) const {
    const std::size_t begin = origin(span.begin);
    return span.empty() ? Span{begin, begin} : Span{begin, origin(span.end)};
  }

  /// The number behind the sign with which a group begins; nullptr where it begins with none.
  const Number* number(Span group) const {
    if (group.empty()) return nullptr;
    const auto sign = std::lower_bound(signs_.begin(), signs_.end(), group.begin);
    return sign == signs_.end() || *sign != group.begin ? nullptr
                                                        : &numbers_[static_cast<std::size_t>(sign - signs_.begin())];
  }

 private:
  /// Text between numbers. A masked span is a name: no pattern may reach into it.
  void append(std::string_view sentence, Span span, const std::vector<Span>& names,
              std::vector<Span>::const_iterator& mask) {
    const std::size_t base = text_.size();
    text_.append(sentence, span.begin, span.size());
    for (std::size_t i = base; i < text_.size(); ++i) {
      if (text_[i] == kArabic || text_[i] == kHanzi || text_[i] == kOne) text_[i] = '_';
    }
    for (; mask != names.end() && mask->begin < span.end; ++mask) {
      const std::size_t begin = std::max(mask->begin, span.begin);
      for (std::size_t at = begin; at < std::min(mask->end, span.end); ++at) text_[base + at - span.begin] = '_';
      if (mask->end > span.end) break;
    }
  }

  /// Each sign before it stands for the whole number.
  std::size_t origin(std::size_t at) const {
    const auto before = static_cast<std::size_t>(std::lower_bound(signs_.begin(), signs_.end(), at) - signs_.begin());
    return before == 0 ? at : numbers_[before - 1].span.end + (at - signs_[before - 1] - 1);
  }

  const std::vector<Number>& numbers_;
  std::string text_;
  std::vector<std::size_t> signs_;  ///< where the numbers' signs stand, by number
};

/// Applies the rule's `value` key to its numbers. False: the numbers make no sense for this rule.
bool set_value(const rules::Rule& rule, const Number* n, const Number* m, Quantity& quantity) {
  const std::string_view given = rule.view("value");
  const std::string_view how = given.empty() ? "number" : given;
  const auto hundred = Decimal(100);
  if (how == "number") {
    if (n == nullptr) return false;
    quantity.value = n->value;
    if (m != nullptr) {
      // 2-3万 means 2万 to 3万, but 9000-1万 does not.
      if (n->power == 0 && m->power > 0) {
        const auto scaled = n->value.scaled(m->power);
        if (scaled && *scaled < m->value) quantity.value = *scaled;
      }
      if (!(quantity.value < m->value)) return false;
      quantity.value_max = m->value;
    }
    return true;
  }
  if (how == "magnitude") {  // 10.5万 without a unit
    if (n == nullptr || n->power < 4) return false;
    quantity.value = n->value;
    return true;
  }
  if (how == "zero") {
    quantity.value = Decimal(0);
    return n != nullptr && n->value == Decimal(0);
  }
  if (how == "tenths") {
    if (n == nullptr) return false;
    const auto product = n->value.scaled(1);
    if (!product || !(quantity.value = *product, true)) return false;
    if (m != nullptr && m->value.scaled(1)) quantity.value_max = *m->value.scaled(1);
    return true;
  }
  if (how == "fraction") {  // m of n: 百分之五, 千分之三, 三分之二
    if (n == nullptr || m == nullptr) return false;
    if (n->value == hundred || n->value == Decimal(1000) || n->value == Decimal(10000) || n->value == Decimal(100000)) {
      quantity.value = m->value;
      quantity.unit = n->value == hundred          ? "%"
                      : n->value == Decimal(1000)  ? "‰"
                      : n->value == Decimal(10000) ? "‱"
                                                   : words::kPerHundredThousand;
      return true;
    }
    const auto scaled = m->value.times(hundred);
    const auto percent = scaled ? scaled->divided(n->value, 4) : std::nullopt;
    if (!percent) return false;
    quantity.value = *percent;
    quantity.unit = "%";
    return true;
  }
  if (how == "quotient") {  // a:b
    if (n == nullptr || m == nullptr) return false;
    quantity.value = n->value;
    quantity.unit = ":" + m->value.str();
    return true;
  }
  if (how == "doublings") {  // 翻一番 is +1 倍, 翻两番 +3
    if (n == nullptr || Decimal(6) < n->value) return false;
    quantity.value = Decimal((std::int64_t{1} << static_cast<int>(n->value.approx())) - 1);
    return true;
  }
  const auto fixed = Decimal::parse(how);
  if (!fixed) return false;
  quantity.value = *fixed;
  return true;
}

/// Reads `/日`, `/10万`-like denominators and a unit table word at `at`; returns the end.
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
  while (sentence.substr(at).starts_with('/')) {
    std::size_t from = at + 1;
    std::size_t per_length = 0;
    const auto time = lexicon.words().longest(sentence, from);
    if ((time.value & lexicon.bits(WordClass::denominator_time)) != 0) {
      per_length = time.length;
    } else if (lexicon.unit_at(sentence, from, per_length) == nullptr) {
      // 万元, 千人: a magnitude before the unit
      const std::size_t head = from < sentence.size() ? char_length(sentence[from]) : 0;
      if (head > 1 && lexicon.unit_at(sentence, from + head, per_length) != nullptr) per_length += head;
    }
    if (per_length == 0) break;
    {
      quantity.per += (quantity.per.empty() ? "" : "/") + std::string(sentence.substr(from, per_length));
      // 5万管/日 is a capacity, not a count.
      if (quantity.kind == Kind::count) quantity.kind = Kind::measure;
      at = from + per_length;
    }
  }
  return at;
}

/// Longer quotations are text that the plan makes its own; shorter ones are names and slogans (bytes).
constexpr std::size_t kMaxSlogan = 66;

/// Spans of short quotations. Scans mix “ with \" and lose closing marks, so either closes the other.
std::vector<Span> quotations(std::string_view sentence) {
  std::vector<Span> found;
  std::size_t open = kNone;
  for (std::size_t i = 0; i < sentence.size(); i += char_length(sentence[i])) {
    const auto one = sentence.substr(i, char_length(sentence[i]));
    const bool opens = one == "“" || one == "「" || (one == "\"" && open == kNone);
    const bool closes = one == "”" || one == "」" || one == "\"";
    if (opens) {
      open = i;
    } else if (closes && open != kNone) {
      if (i - open <= kMaxSlogan) found.push_back({open, i});
      open = kNone;
    }
  }
  return found;
}

/// Comparator words that touch the value on either side become part of the mention.
void read_comparators(std::string_view sentence, const rules::Lexicon& lexicon, bool more, Quantity& quantity) {
  quantity.span = quantity.core;
  std::string prefix;
  std::size_t length = 0;
  std::size_t begin = quantity.core.begin;
  while (begin > 0 && sentence[begin - 1] == ' ') --begin;
  if (const auto* before = lexicon.comparator_before(sentence, begin, length)) {
    prefix = before->value;
    quantity.comparator_rule = before->rule;
    if (before->rule->view("inside") != "false") quantity.span.begin = begin - length;
  }
  std::size_t end = quantity.core.end;
  if (const auto* after = lexicon.comparator_after(sentence, end, length)) {
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

/// A unit that a list prints once, at its end, holds for its members: `分别达到20、60、300个`, and `4个、10个百分点`, where the
/// measure word stands with each. The quantities come in text order, their numbers apart; those added stand behind them.
class ListUnits {
 public:
  ListUnits(std::string_view sentence, const std::vector<Number>& numbers, const rules::Lexicon& lexicon,
            std::vector<Quantity>& quantities)
      : sentence_(sentence),
        numbers_(numbers),
        lexicon_(lexicon),
        quantities_(quantities),
        found_(static_cast<std::ptrdiff_t>(quantities.size())) {}

  void share() {
    for (std::size_t i = numbers_.size(); i-- > 1;) {
      const auto last = at(numbers_[i].span.begin);
      if (numbers_[i].power > 0) scale_ = numbers_[i].power;
      if (last == quantities_.end() || last->unit_rule == nullptr) continue;
      const Number& number = numbers_[i - 1];
      const auto member = at(number.span.begin);
      const std::size_t end = member == quantities_.end() ? number.span.end : member->core.end;
      if (end > numbers_[i].span.begin || !is_mark(end, numbers_[i].span.begin)) continue;
      if (member != quantities_.end()) {
        take_compound(*member, *last);
      } else if (spreads(number.span.begin) && !inside(number.span)) {
        add(number, *last);
      } else {
        scale_ = 0;
      }
    }
  }

 private:
  std::vector<Quantity>::iterator at(std::size_t begin) {
    const auto end = quantities_.begin() + found_;
    const auto before = [](const Quantity& one, std::size_t place) { return one.core.begin < place; };
    const auto one = std::lower_bound(quantities_.begin(), end, begin, before);
    if (one != end && one->core.begin == begin) return one;
    // Lists are read from their ends: of those added, only the last is asked for.
    const bool added = end != quantities_.end() && quantities_.back().core.begin == begin;
    return added ? quantities_.end() - 1 : quantities_.end();
  }

  bool is_mark(std::size_t begin, std::size_t end) const {
    const auto between = sentence_.substr(begin, end - begin);
    return between == "、" || between == "," || between == words::kAnd;
  }

  bool inside(Span span) const {
    const auto end = quantities_.begin() + found_;
    const auto ends_before = [](const Quantity& one, std::size_t place) { return one.core.end <= place; };
    const auto one = std::lower_bound(quantities_.begin(), end, span.begin, ends_before);
    return one != end && one->core.begin < span.end;
  }

  /// Whether a 分别 stands before the list: without it 第3、5、8项 would be values.
  bool spreads(std::size_t begin) {
    if (!distributive_) distributive_ = first_distributive();
    return *distributive_ < begin;
  }

  std::size_t first_distributive() const {
    const std::uint64_t distributive = lexicon_.bits(WordClass::distributive);
    for (std::size_t i = 0; i < sentence_.size(); i += char_length(sentence_[i])) {
      if ((lexicon_.words().longest(sentence_, i).value & distributive) != 0) return i;
    }
    return kNone;
  }

  void take_compound(Quantity& member, const Quantity& last) const {
    const auto printed = sentence_.substr(last.core.begin, last.core.size());
    const bool compound = last.unit != member.unit && printed.ends_with(member.unit + last.unit);
    // 30万、12万、25万人次: members with a magnitude and nothing else.
    if (!compound && !(member.unit.empty() && member.kind == Kind::count && last.kind == Kind::count)) return;
    member.unit = last.unit;
    member.kind = last.kind;
    member.unit_rule = last.unit_rule;
    member.flags.emplace_back("unit_inferred");
  }

  void add(const Number& number, const Quantity& last) {
    Quantity quantity = last;
    quantity.core = quantity.span = number.span;
    quantity.value = number.value;
    // 分别完成18、65、97亿元: the magnitude is printed once too.
    if (number.power == 0 && scale_ > 0) quantity.value = number.value.scaled(scale_).value_or(number.value);
    quantity.value_max.reset();
    quantity.flags.emplace_back("unit_inferred");
    quantities_.push_back(std::move(quantity));
  }

  std::string_view sentence_;
  const std::vector<Number>& numbers_;
  const rules::Lexicon& lexicon_;
  std::vector<Quantity>& quantities_;
  std::ptrdiff_t found_;                     ///< how many there were at first
  std::optional<std::size_t> distributive_;  ///< where the sentence's first 分别 stands
  int scale_ = 0;                            ///< decimal power of the magnitude printed with the list's last number
};

/// All quantities, or the first that is found.
std::vector<Quantity> find(std::string_view sentence, const std::vector<Span>& masked, const std::vector<Span>& names,
                           const rules::Lexicon& lexicon, bool one_will_do) {
  const auto numbers = scan_numbers(sentence, masked, lexicon);
  const Lifted lifted(sentence, numbers, names);
  std::vector<Quantity> quantities;
  std::vector<int> candidates;
  lexicon.quantities().candidates(lifted.text(), candidates);
  if (candidates.empty()) return quantities;
  std::vector<Span> taken;
  const std::vector<Span> quotes = numbers.empty() ? std::vector<Span>() : quotations(sentence);
  rules::Match match;
  for (const int index : candidates) {
    const auto& pattern = lexicon.quantities().patterns()[static_cast<std::size_t>(index)];
    const rules::Rule& rule = pattern.rule();
    for (std::size_t from = 0; from < lifted.text().size() && pattern.find(lifted.text(), from, match);) {
      from = std::max(match.span.begin + 1, match.span.begin + char_length(lifted.text()[match.span.begin]));
      const Span value = match.group("value").empty() ? match.span : match.group("value");
      Quantity quantity;
      quantity.rule = &rule;
      quantity.core = lifted.back(value);
      const auto overlap = [&](Span one) { return one.begin < quantity.core.end && quantity.core.begin < one.end; };
      if (std::any_of(taken.begin(), taken.end(), overlap)) continue;
      const Number* n = lifted.number(match.group("n"));
      const Number* m = lifted.number(match.group("m"));
      if (!set_value(rule, n, m, quantity)) continue;
      const std::string_view unit = rule.view("unit");
      if (unit == "table") {
        const std::size_t end = read_unit(sentence, quantity.core.end, lexicon, n != nullptr && n->hanzi, quantity);
        const bool zero_words = n != nullptr && n->hanzi && n->value == Decimal(0);  // 零部件, 零星
        if (end == kNone || quantity.kind == Kind::level || zero_words) continue;    // a grade needs a rule of its own
        quantity.core.end = end;
      } else if (!unit.empty()) {
        quantity.unit = unit;
      } else if (const Span group = match.group("unit"); !group.empty()) {
        const Span back = lifted.back(group);
        quantity.unit = std::string(sentence.substr(back.begin, back.size()));
        if (const auto* known = lexicon.unit(quantity.unit)) {
          quantity.unit = known->unit;
          quantity.unit_rule = known->rule;
        }
      }
      if (n != nullptr && m == nullptr && is_year(sentence.substr(n->span.begin, n->span.size()), quantity)) continue;
      const std::string_view kind = rule.view("kind");
      for (const Kind one : {Kind::rate, Kind::count, Kind::money, Kind::measure, Kind::duration, Kind::frequency,
                             Kind::ratio, Kind::level}) {
        if (name_of(one) == kind) quantity.kind = one;
      }
      // 十三五-like spelled digits and 千万 alone are no numbers unless a word says so.
      quantity.hanzi = n != nullptr && n->hanzi;
      const bool more = (m != nullptr ? m->more : n != nullptr && n->more);
      quantity.change = rule.view("change");
      if (!match.group("indicator").empty()) quantity.indicator = lifted.back(match.group("indicator"));
      read_comparators(sentence, lexicon, more, quantity);
      if (quantity.value_max) quantity.comparator = "range";
      const auto value_rule = rule.view("value");
      const bool plain = value_rule.empty() || value_rule == "number" || value_rule == "magnitude";
      if (plain && n != nullptr && n->magnitude_only && quantity.comparator.empty()) continue;
      quantity.in_quotes =
          std::any_of(quotes.begin(), quotes.end(), [&](Span one) { return one.contains(quantity.core.begin); });
      // A slogan (“四个意识”) counts nothing; a bound in quotation marks (“最多90天”) is meant.
      if (quantity.in_quotes && rule.view("in_quotes") != "true" && quantity.span.begin == quantity.core.begin)
        continue;
      taken.push_back(quantity.core);
      from = value.end;
      quantities.push_back(std::move(quantity));
      if (one_will_do) return quantities;
    }
  }
  sort_by_place(quantities);
  ListUnits(sentence, numbers, lexicon, quantities).share();
  sort_by_place(quantities);
  return quantities;
}

}  // namespace

std::vector<Quantity> find_quantities(std::string_view sentence, const std::vector<Span>& masked,
                                      const std::vector<Span>& names, const rules::Lexicon& lexicon) {
  return find(sentence, masked, names, lexicon, false);
}

bool holds_quantity(std::string_view sentence, const rules::Lexicon& lexicon) {
  return !find(sentence, {}, {}, lexicon, true).empty();
}

}  // namespace zhibiao::extract
