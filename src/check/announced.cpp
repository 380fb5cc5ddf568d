// Check, announcements: 抓好以下十个方面的工作, and seven items. Input: the outline and the sentence before each list;
// output: faults. Tested by tests/check/announced_test.cpp.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "check/ground.hpp"
#include "check/lists.hpp"
#include "extract/numerals.hpp"
#include "text/chars.hpp"

namespace zhibiao::check {
namespace {

constexpr std::size_t kLead = 600;      // bytes before a list in which its announcement stands
constexpr std::size_t kBehind = 20000;  // bytes behind a list's last known item in which another may stand unseen

/// Members of one list that count up from 1.
struct List {
  const Member* first = nullptr;
  const Member* last = nullptr;
  int count = 0;
};

std::optional<int> number_of(std::string_view text) {
  const auto value = text::is_digit(static_cast<unsigned char>(text.empty() ? ' ' : text.front()))
                         ? Decimal::parse(text)
                         : extract::parse_hanzi(text);
  if (!value || *value < Decimal(2) || *value > Decimal(200)) return std::nullopt;
  return static_cast<int>(value->approx());
}

std::vector<List> lists_of(const std::vector<Member>& members) {
  std::vector<List> lists;
  std::map<std::tuple<int, text::MarkerStyle, std::string>, std::size_t> open;
  for (const Member& member : members) {
    const auto key = std::tuple(member.parent, member.style, member.prefix);
    if (member.ordinal == 1) {
      open[key] = lists.size();
      lists.push_back({&member, &member, 1});
    } else if (const auto found = open.find(key); found != open.end()) {
      lists[found->second].last = &member;
      ++lists[found->second].count;
    }
  }
  return lists;
}

/// The last sentence before the list, and where it begins.
struct Lead {
  std::string text;
  Span span;
};

Lead lead_of(const Source& source, std::size_t from, std::size_t end) {
  std::size_t begin = std::max(from, end > kLead ? end - kLead : 0);
  while (begin < end && text::is_trail(source.text()[begin])) ++begin;
  const std::string_view before = source.slice({begin, end});
  std::size_t last = 0;   // where the last sentence begins
  std::size_t after = 0;  // where the next would
  for (std::size_t at = 0; at < before.size();) {
    const char32_t ch = text::next_char(before, at);
    const bool ends = text::is_stop(text::fold_width(ch));
    if (!ends && !text::is_blank(ch) && !text::is_invisible(ch) && !text::is_closer(ch) && after > last) last = after;
    if (ends) after = at;
  }
  return {plain(before.substr(last)), {begin + last, end}};
}

/// Bytes of `text` in the source, blanks between its characters not counted.
Span find_plain(const Source& source, Span where, std::string_view wanted) {
  const std::string_view text = source.slice(where);
  for (std::size_t from = 0; from < text.size();) {
    std::size_t at = from;
    std::size_t done = 0;
    while (at < text.size() && done < wanted.size()) {
      std::size_t next = at;
      text::next_char(text, next);
      const std::string folded = plain(text.substr(at, next - at));
      if (!folded.empty() && wanted.substr(done, folded.size()) != folded) break;
      if (folded.empty() && done == 0) break;
      done += folded.size();
      at = next;
    }
    if (done == wanted.size()) return {where.begin + from, where.begin + at};
    text::next_char(text, from);
  }
  return where;
}

/// The number that follows the last member stands in the text behind it: there are more than the outline knows.
bool goes_on_unseen(const Ground& ground, const List& list) {
  const std::size_t begin = list.last->marker.end;
  const std::size_t end = std::min(ground.source.text().size(), begin + kBehind);
  const NumberSearch search(ground.source, ground.analysis);
  return search.holds({begin, end}, list.last->style, list.last->ordinal + 1);
}

void check_list(const Ground& ground, const List& list, std::size_t from, Faults& faults) {
  const Lead lead = lead_of(ground.source, from, list.first->marker.begin);
  for (const rules::Pattern& pattern : ground.rules.announcements()) {
    rules::Match match;
    if (!pattern.find(lead.text, 0, match)) continue;
    const Span group = match.group("n");
    const auto announced = number_of(std::string_view(lead.text).substr(group.begin, group.size()));
    if (!announced || *announced == list.count || *announced == list.last->ordinal) return;
    if (*announced > list.count && goes_on_unseen(ground, list)) return;
    std::string said = lead.text.substr(match.span.begin, match.span.size());
    for (const std::string_view end : {":", "。"}) {
      if (said.ends_with(end)) said.resize(said.size() - end.size());
    }
    const Span place = find_plain(ground.source, lead.span, said);
    faults.push_back(
        make_fault(FaultKind::announced_count, place, {said, std::to_string(list.count)}, &pattern.rule()));
    return;
  }
}

}  // namespace

void check_announced(const Ground& ground, Faults& faults) {
  const std::vector<Member> members = members_of(ground.source, ground.analysis);
  for (const List& list : lists_of(members)) {
    if (list.count < 2) continue;
    const std::size_t index = list.first->item;
    const std::size_t from = index == 0 ? 0 : ground.analysis.items[index - 1].span.begin;
    check_list(ground, list, from, faults);
  }
}

}  // namespace zhibiao::check
