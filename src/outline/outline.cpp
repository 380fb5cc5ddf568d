// Outline: the tree of numbered items. Input: the view. Output: nodes in text order, with level, path,
// spans and parents. Tested by tests/outline/.
#include "outline/outline.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "outline/candidates.hpp"
#include "outline/characters.hpp"
#include "outline/contents.hpp"
#include "outline/headings.hpp"
#include "outline/matcher.hpp"
#include "outline/opening.hpp"
#include "outline/sequence.hpp"
#include "outline/words.hpp"
#include "text/blanks.hpp"

namespace zhibiao::outline {
namespace {

using text::MarkerStyle;

// Which of two styles is the outer one. As GB/T 9704 and the enum have it, unless the document nests them
// the other way round: （一） opening right behind 1. again and again.
class Order {
 public:
  explicit Order(const std::vector<const Candidate*>& items) {
    for (std::size_t index = 1; index < items.size(); ++index) {
      if (items[index]->marker.ordinal == 1) ++opens_[{key_of(*items[index - 1]), key_of(*items[index])}];
    }
  }

  bool is_outer(const StyleKey& a, const StyleKey& b) const {
    const int usual = count(std::min(a, b), std::max(a, b));
    const int reverse = count(std::max(a, b), std::min(a, b));
    return reverse >= 2 && reverse > usual ? b < a : a < b;
  }

 private:
  int count(const StyleKey& outer, const StyleKey& inner) const {
    const auto found = opens_.find({outer, inner});
    return found == opens_.end() ? 0 : found->second;
  }
  std::map<std::pair<StyleKey, StyleKey>, int> opens_;
};

// The items open at a place of the text, outermost first.
class Stack {
 public:
  Stack(const std::vector<const Candidate*>& items, const Order& order) : items_(items), order_(order) {
    for (std::size_t index = 0; index < items.size(); ++index) {
      if (items[index]->chain >= 0) chain_end_[items[index]->chain] = index;
    }
  }

  /// Closes what the item ends and opens it; returns its parent or -1.
  int open(std::size_t index) {
    const Candidate& item = *items_[index];
    const auto same =
        std::find_if(open_.begin(), open_.end(), [&](std::size_t other) { return items_[other]->like(item); });
    if (same != open_.end()) {
      open_.erase(same, open_.end());
    } else {
      while (!open_.empty() && !holds(open_.back(), index)) open_.pop_back();
    }
    const int parent = open_.empty() ? -1 : static_cast<int>(open_.back());
    open_.push_back(index);
    return parent;
  }

  void clear() { open_.clear(); }

 private:
  // Can the open item contain this one? If its style is the outer one; or if its own list goes on behind
  // this one, or stands in the same paragraph: 一是…（1）…（2）…二是….
  bool holds(std::size_t outer, std::size_t index) const {
    const Candidate& container = *items_[outer];
    const Candidate& item = *items_[index];
    if (item.marker.style == MarkerStyle::hanzi && item.depth > 0) return true;  // a list nested in one of its style
    if (container.marker.style == MarkerStyle::dotted && item.marker.style == MarkerStyle::dotted) {
      return item.marker.label.starts_with(container.marker.label + '.');
    }
    if (order_.is_outer(key_of(container), key_of(item))) return true;
    if (container.chain < 0 || container.chain == item.chain) return false;
    return chain_end_.at(container.chain) > index || (!item.at_start && container.paragraph == item.paragraph);
  }

  const std::vector<const Candidate*>& items_;
  const Order& order_;
  std::map<int, std::size_t> chain_end_;
  std::vector<std::size_t> open_;
};

std::size_t body_end(const text::View& view) {
  std::size_t end = 0;
  for (const text::Paragraph& paragraph : view.paragraphs()) {
    if (paragraph.kind == text::ParagraphKind::body) end = paragraph.span.end;
  }
  return end;
}

// Tables print the head of a group of rows again on each page: the same marker with the same text.
bool is_repeated_head(const Candidate& last, const Candidate& next, const text::View& view) {
  if (!last.at_start || !next.at_start || !last.like(next) || last.marker.ordinal != next.marker.ordinal) return false;
  const auto& paragraphs = view.paragraphs();
  return last.paragraph != next.paragraph &&
         view.slice(paragraphs[last.paragraph].span) == view.slice(paragraphs[next.paragraph].span);
}

std::vector<const Candidate*> items_of(const std::vector<Candidate>& candidates, const text::View& view) {
  std::vector<const Candidate*> items;
  std::map<StyleKey, const Candidate*> last;
  for (const Candidate& candidate : candidates) {
    if (!candidate.accepted || candidate.contents) continue;
    const Candidate*& before = last[key_of(candidate)];
    if (before != nullptr && is_repeated_head(*before, candidate, view)) continue;
    before = &candidate;
    items.push_back(&candidate);
  }
  return items;
}

// Body and date that sign a letter or a plan are no part of the last item before them. Only where the numbering
// ends or begins anew: in a table both can stand side by side too.
void cut_signatures(std::vector<Node>& nodes, const std::vector<const Candidate*>& items, const text::View& view) {
  static const Matcher date{words::kDateLine};
  const auto& paragraphs = view.paragraphs();
  for (std::size_t index = 0; index < nodes.size(); ++index) {
    const bool ends =
        index + 1 == nodes.size() || (nodes[index + 1].item.level == 1 && items[index + 1]->marker.ordinal == 1);
    if (!ends) continue;
    for (std::size_t at = items[index]->paragraph + 2; at < paragraphs.size(); ++at) {
      if (paragraphs[at].span.begin >= nodes[index].view.end) break;
      const std::string_view body = view.slice(paragraphs[at - 1].span);
      if (!is_body(body) || !date.find(view.slice(paragraphs[at].span))) continue;
      nodes[index].view.end = paragraphs[at - 1].span.begin;
      break;
    }
  }
}

/// 一是…;二是…。 and a paragraph more: a list of which each member is told within a paragraph ends with its last member's; what
/// follows is of the item around it.
void end_lists(std::vector<Node>& nodes, const std::vector<const Candidate*>& items, const text::View& view) {
  const auto& paragraphs = view.paragraphs();
  std::map<int, std::size_t> before;  // by chain: its last member so far
  std::map<int, bool> short_members;
  const auto enumerated = [&](std::size_t index) {
    return items[index]->marker.style == text::MarkerStyle::enumerated && items[index]->chain >= 0;
  };
  for (std::size_t index = 0; index < nodes.size(); ++index) {
    if (!enumerated(index)) continue;
    const auto [last, first] = before.emplace(items[index]->chain, index);
    bool& all_short = short_members.emplace(items[index]->chain, true).first->second;
    if (!first) all_short = all_short && items[index]->paragraph <= items[last->second]->paragraph + 1;
    last->second = index;
  }
  for (const auto& [chain, index] : before) {
    const Span whole = paragraphs[items[index]->paragraph].span;
    const bool told = one_of(char_before(view.text(), whole.end), "。;；!！");
    if (!short_members[chain] || !told || nodes[index].view.end <= whole.end + 1) continue;
    nodes[index].open = std::exchange(nodes[index].view.end, whole.end);
  }
}

/// Numbers in the cells of a table are its rows', not the plan's items; so are those of groups between its rows.
class TableRows {
 public:
  TableRows(const text::View& view, const Source& source)
      : view_(view), source_(source), rows_(view.paragraphs().size() + 1, false) {
    std::size_t paragraph = 0;
    std::size_t tabs = 0;
    for (std::size_t at = view.text().find('\t'); at != std::string_view::npos; at = view.text().find('\t', at + 1)) {
      for (; at >= view.paragraphs()[paragraph].span.end; ++paragraph) tabs = 0;
      if (++tabs == kTabs) rows_[paragraph] = true;
    }
  }

  bool holds(const Candidate& one) const {
    if (rows_[one.paragraph] || is_in_cell(one)) return true;
    const bool between = one.paragraph > 0 && rows_[one.paragraph - 1] && rows_[one.paragraph + 1];
    return between && one.at_start && view_.paragraphs()[one.paragraph].span.size() <= kGroupBytes;
  }

 private:
  static constexpr std::size_t kGroupBytes = 90;  // thirty characters: longer is prose between two tables
  static constexpr std::size_t kTabs = 2;         // one alone may stand behind an item's marker

  bool is_in_cell(const Candidate& one) const {
    return !source_.facts().landmarks.empty() && source_.place(view_.source_span({one.begin, one.end}).begin).table > 0;
  }

  const text::View& view_;
  const Source& source_;
  std::vector<bool> rows_;  // by paragraph; none behind the last
};

// Marker, level and path of an item below its parent (nullptr: none).
Node node_of(const Candidate& candidate, const Node* parent, const text::View& view) {
  Node node;
  node.text = candidate.end;
  node.item.marker = text::without_blanks(view.display({candidate.begin, candidate.end}));
  node.item.level = parent == nullptr ? 1 : parent->item.level + 1;
  node.item.path = (parent == nullptr ? "" : parent->item.path + '/') + candidate.marker.label;
  return node;
}

}  // namespace

std::vector<Node> build_outline(const text::View& view, const Source& source) {
  std::vector<Candidate> candidates = find_candidates(view);
  const TableRows rows(view, source);
  std::erase_if(candidates, [&](const Candidate& one) { return rows.holds(one); });
  const std::vector<std::size_t> annexes = find_annexes(view);
  const std::vector<ContentsEntry> entries = find_contents(candidates, view);
  decide(candidates, view, annexes);
  const std::vector<const Candidate*> items = items_of(candidates, view);
  const Order order(items);
  Stack stack(items, order);

  std::vector<Node> nodes;
  nodes.reserve(items.size());
  const std::size_t end = body_end(view);
  auto annex = annexes.begin();
  for (std::size_t index = 0; index < items.size(); ++index) {
    const Candidate& candidate = *items[index];
    for (; annex != annexes.end() && *annex < candidate.paragraph; ++annex) stack.clear();
    const int parent = stack.open(index);
    Node node = node_of(candidate, parent < 0 ? nullptr : &nodes[static_cast<std::size_t>(parent)], view);
    node.parent = parent;
    node.view = {candidate.begin, index + 1 < items.size() ? items[index + 1]->begin : std::max(end, candidate.end)};
    if (annex != annexes.end() && view.paragraphs()[*annex].span.begin < node.view.end) {
      node.view.end = view.paragraphs()[*annex].span.begin;  // an annex is no part of the last item before it
    }
    nodes.push_back(std::move(node));
  }
  cut_signatures(nodes, items, view);
  end_lists(nodes, items, view);
  for (Node& node : nodes) {
    node.item.span = view.source_span(node.view);
    node.item.line = source.line_at(node.item.span.begin);
  }
  set_headings(nodes, items, view, entries);
  return nodes;
}

}  // namespace zhibiao::outline
