// Extract stage: units of lists, shared by their members. Tested by tests/specs/lists.toml and tests/extract/.
#include "extract/list_units.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

constexpr std::size_t kNone = std::string::npos;

/// Lists are read from their ends.
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

  void take_compound(Quantity& member, const Quantity& last) {
    const auto printed = sentence_.substr(last.core.begin, last.core.size());
    const bool ends = last.unit != member.unit && printed.ends_with(member.unit + last.unit);
    const bool compound = ends || (!short_.empty() && member.unit == short_ && last.unit == long_);
    if (ends) short_ = member.unit, long_ = last.unit;
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
    // 分别|不超过65、38微克: what touches the first member is its own; a bound that closes the list is shared later.
    quantity.suffix = quantity.comparator = {};
    quantity.comparator_rule = nullptr;
    read_comparators(sentence_, lexicon_, false, quantity);
    quantity.flags.emplace_back("unit_inferred");
    quantities_.push_back(std::move(quantity));
  }

  std::string_view sentence_;
  const std::vector<Number>& numbers_;
  const rules::Lexicon& lexicon_;
  std::vector<Quantity>& quantities_;
  std::ptrdiff_t found_;                     ///< how many there were at first
  std::optional<std::size_t> distributive_;  ///< where the sentence's first 分别 stands
  std::string short_;  ///< 个 of 3个、5个、2个百分点: what its members print of a list's unit
  std::string long_;   ///< the unit as its last member prints it
  int scale_ = 0;      ///< decimal power of the magnitude printed with the list's last number
};

}  // namespace

void share_list_units(std::string_view sentence, const std::vector<Number>& numbers, const rules::Lexicon& lexicon,
                      std::vector<Quantity>& quantities) {
  ListUnits(sentence, numbers, lexicon, quantities).share();
}

}  // namespace zhibiao::extract
