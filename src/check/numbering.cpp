// Check, numbering: items whose numbers jump, repeat, go back or begin late. Input: the outline; output: faults. A number
// that stands in the text, though not as an item, is not missing. Tested by tests/check/numbering_test.cpp.
#include <map>
#include <string>
#include <tuple>

#include "check/ground.hpp"
#include "check/lists.hpp"
#include "text/chars.hpp"

namespace zhibiao::check {
namespace {

constexpr std::size_t kHeadingCharacters = 25;
constexpr std::size_t kBehind = 20000;  // bytes behind an item in which a smaller number may stand

/// One numbering while it is followed.
struct Run {
  const Member* last = nullptr;
  bool repeated = false;  ///< the last number stood twice: one more may be counted or not
};

class Numbering {
 public:
  Numbering(const Ground& ground, Faults& faults)
      : ground_(ground),
        faults_(faults),
        members_(members_of(ground.source, ground.analysis)),
        search_(ground.source, ground.analysis) {}

  void run() {
    for (const Member& member : members_) {
      const auto list = std::tuple(member.parent, member.style, member.prefix);
      const auto series = std::pair(member.style, member.prefix);
      follow(member, lists_[list], series_[series]);
      series_[series] = &member;
    }
  }

 private:
  void follow(const Member& member, Run& list, const Member* before) {
    const Member* last = list.last;
    const bool goes_on = before != nullptr && member.ordinal == before->ordinal + 1;
    const bool counted = last != nullptr && list.repeated && member.ordinal == last->ordinal + 2;
    bool repeats = false;
    if (last != nullptr && member.ordinal == last->ordinal && !twin(*last, member)) {
      if (member.ordinal > 1 || !parted(*last, member)) {
        repeats = true;
        tell(FaultKind::numbering_repeat, member, {printed(member), std::to_string(line_of(*last))});
      }
    } else if (member.ordinal > 1 && !goes_on && !counted) {
      if (last == nullptr) {
        begins_late(member, before);
      } else if (member.ordinal > last->ordinal + 1) {
        jumps(member, *last);
      } else if (member.ordinal < last->ordinal && !stands_between(*last, member, member.ordinal - 1)) {
        tell(FaultKind::numbering_back, member, {printed(*last), printed(member)});
      }
    }
    if (last != nullptr && member.ordinal == last->ordinal + 1) stands_behind(member, *last);
    list = {&member, repeats};
  }

  void jumps(const Member& member, const Member& last) {
    for (int missing = last.ordinal + 1; missing < member.ordinal; ++missing) {
      if (stands_between(last, member, missing)) return;
    }
    const std::size_t end = std::min(ground_.source.text().size(), member.marker.end + kBehind);
    if (const auto late = search_.at_line_start({member.marker.end, end}, member.style, member.ordinal - 1)) {
      // Only where nothing else of its kind comes first: another list has a number of that kind too.
      if (!search_.at_line_start({member.marker.end, late->begin}, member.style, 1)) {
        faults_.push_back(
            make_fault(FaultKind::numbering_back, *late, {printed(member), plain(ground_.source.slice(*late))}));
        return;
      }
    }
    tell(FaultKind::numbering_jump, member, {printed(last), printed(member)});
  }

  /// 二、 四、 三、: the outline goes on from 二、 to 三、 and takes 四、 for text.
  void stands_behind(const Member& member, const Member& last) {
    const int next = member.ordinal + 1;
    const Span between{last.marker.end, member.marker.begin};
    const auto early = search_.at_line_start(between, member.style, next);
    // A list of the same kind in between (in a table, say) has numbers of its own.
    if (!early || search_.at_line_start(between, member.style, 1)) return;
    const std::size_t end = std::min(ground_.source.text().size(), member.marker.end + kBehind);
    if (search_.at_line_start({member.marker.end, end}, member.style, next)) return;
    tell(FaultKind::numbering_back, member, {plain(ground_.source.slice(*early)), printed(member)});
  }

  /// 3. where no list of its kind has begun in the item, nor goes on from another.
  void begins_late(const Member& member, const Member* before) {
    std::size_t begin = 0;
    if (member.parent >= 0) {
      const Item& parent = ground_.analysis.items[static_cast<std::size_t>(member.parent)];
      begin = parent.span.begin + parent.marker.size();
    }
    if (before != nullptr) begin = std::min(begin, before->marker.end);
    if (search_.holds({begin, member.marker.begin}, member.style, member.ordinal - 1)) return;
    tell(FaultKind::numbering_start, member, {printed(member)});
  }

  /// Heads of tables are printed again on each page.
  bool twin(const Member& a, const Member& b) const { return item(a).heading == item(b).heading; }

  /// A heading without a number parts two lists that both begin with 1.
  bool parted(const Member& a, const Member& b) const {
    std::string_view between = text(a.marker.end, b.marker.begin);
    between.remove_prefix(std::min(between.find('\n'), between.size()));
    while (!between.empty()) {
      between.remove_prefix(1);
      const std::size_t end = std::min(between.find('\n'), between.size());
      const std::string line = plain(between.substr(0, end));
      if (!line.empty() && text::count_characters(line) <= kHeadingCharacters && !text::is_stop(text::last_char(line)))
        return true;
      between.remove_prefix(end);
    }
    return false;
  }

  bool stands_between(const Member& a, const Member& b, int ordinal) const {
    return search_.holds({a.marker.end, b.marker.begin}, b.style, ordinal);
  }

  std::string_view text(std::size_t begin, std::size_t end) const {
    return ground_.source.slice({begin, std::max(begin, end)});
  }
  const Item& item(const Member& member) const { return ground_.analysis.items[member.item]; }
  std::string printed(const Member& member) const { return item(member).marker; }
  std::size_t line_of(const Member& member) const { return item(member).line; }

  void tell(FaultKind kind, const Member& member, std::vector<std::string> details) {
    Fault fault = make_fault(kind, member.marker, std::move(details));
    fault.text = item(member).marker + item(member).heading;
    faults_.push_back(std::move(fault));
  }

  const Ground& ground_;
  Faults& faults_;
  std::vector<Member> members_;
  NumberSearch search_;
  std::map<std::tuple<int, text::MarkerStyle, std::string>, Run> lists_;
  std::map<std::pair<text::MarkerStyle, std::string>, const Member*> series_;
};

}  // namespace

void check_numbering(const Ground& ground, Faults& faults) { Numbering(ground, faults).run(); }

}  // namespace zhibiao::check
