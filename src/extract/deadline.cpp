// Extract stage: which date of a sentence holds for a value. Tested by tests/specs/deadlines.toml.
#include "extract/extractor.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::string_view kModifier = "的";  // what it closes qualifies the value's noun
constexpr std::size_t kDayPrecision = 7;      // YYYY-MM

bool holds_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  for (const auto mark : marks) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

const DateMention* deadline_for(const Sentence& sentence, Span mention) {
  const DateMention* best = nullptr;
  for (const auto& date : sentence.mentions.dates) {
    if (date.deadline.empty()) continue;
    if (date.span.begin < mention.begin) {
      // 年内列入计划的6辆: the date belongs to what qualifies the thing.
      const auto between = sentence.text.substr(date.span.end, mention.begin - date.span.end);
      if (between.ends_with(kModifier) && !holds_any(between, {",", ";"})) continue;
      best = &date;
      continue;
    }
    // Behind the value it counts in the same clause only: …120公里(11月底前完成), 36例…于3月5日治愈.
    const auto between = sentence.text.substr(mention.end, date.span.begin > mention.end ? date.span.begin - mention.end : 0);
    const bool exact = date.milestone || (date.deadline.size() >= kDayPrecision && date.deadline.find('/') == std::string::npos);
    if (exact && !holds_any(between, {",", ";", "、"})) best = &date;
    break;
  }
  return best;
}

}  // namespace zhibiao::extract
