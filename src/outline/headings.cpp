// Outline, last step: headings of items, and whether they are titles.
// Input: nodes with their markers. Output: heading spans and texts. Tested by tests/outline/.
#include "outline/headings.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "outline/characters.hpp"
#include "text/chars.hpp"

namespace zhibiao::outline {
namespace {

constexpr std::size_t kRunningChars = 60;  // running text is cut at about this length
constexpr std::size_t kTitleChars = 60;    // a title on its own line is not longer
constexpr std::size_t kRunInChars = 40;    // nor a run-in title than this
constexpr std::size_t kRunInCommas = 2;    // and it has no more clauses

enum class Form { title, run_in, text };

struct Heading {
  Span span;
  Form form = Form::text;
};

// Offset of the first sentence end in the text, outside brackets and quotations; its size if there is none.
std::size_t sentence_end(std::string_view text) {
  static constexpr std::u32string_view kOpening = U"《“‘(「";
  static constexpr std::u32string_view kClosing = U"》”’)」";
  static constexpr text::CharSet kSigns = text::CharSet(U"。！？!?").add(kOpening).add(kClosing);
  int depth = 0;
  for (std::size_t at = kSigns.find(text, 0); at < text.size(); at = kSigns.find(text, at)) {
    const std::size_t begin = at;
    const char32_t ch = text::next_char(text, at);
    if (kOpening.find(ch) != std::u32string_view::npos) {
      ++depth;
    } else if (kClosing.find(ch) != std::u32string_view::npos) {
      depth = std::max(0, depth - 1);
    } else if (ch == U'。' || depth == 0) {
      return begin;
    }
  }
  return text.size();
}

// Running text of more than `kRunningChars` is cut at its last clause boundary before, or right there.
std::size_t cut(std::string_view text) {
  const std::size_t limit = bytes_of(text, kRunningChars);
  if (limit >= text.size()) return text.size();
  static constexpr text::CharSet kClauseEnds{U",;:；，："};
  std::size_t clause = 0;
  for (std::size_t at = 0; at < limit;) {
    const std::size_t begin = at;
    if (kClauseEnds.has(text::next_char(text, at))) clause = begin;
  }
  return char_count(text.substr(0, clause)) >= kRunningChars / 3 ? clause : limit;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && one_of(char_before(text, text.size()), "。；;:，,、 \t")) {
    text.remove_suffix(char_before(text, text.size()).size());
  }
  return text;
}

std::size_t commas(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
}

// Is there running text behind the first sentence, and not just a note in brackets?
bool has_more(std::string_view rest) {
  rest.remove_prefix(char_at(rest, 0).size());
  const std::size_t note = rest.starts_with('(') ? rest.find(')') : std::string_view::npos;
  if (note != std::string_view::npos) rest.remove_prefix(note + 1);
  return longer_than(rest, 2);
}

// `has_child`: the next item is one below this one.
Heading heading_of(std::string_view all, std::size_t begin, std::size_t paragraph_end, std::size_t node_end,
                   bool has_child) {
  const std::size_t end = std::min(paragraph_end, std::max(begin, node_end));
  const std::string_view text = all.substr(begin, end - begin);
  const std::size_t stop = sentence_end(text);
  const std::string_view first = trimmed(text.substr(0, stop));
  const Span whole{begin, begin + first.size()};
  const bool is_clause = !longer_than(first, kRunInChars) && commas(first) <= kRunInCommas;
  const auto running = [&] { return Heading{{begin, begin + cut(first)}, Form::text}; };
  if (has_more(text.substr(stop))) return is_clause ? Heading{whole, Form::run_in} : running();
  const bool open = first.size() == text.size() || text.ends_with(':');  // no 。 behind it
  if (open && !longer_than(first, kTitleChars) && end == paragraph_end) return {whole, Form::title};
  // 指导思想。 on its own line, its text or items below.
  if (is_clause && !open && (has_child || node_end > paragraph_end + 1)) return {whole, Form::run_in};
  return running();
}

// Where the title ends that begins at `begin`, line breaks aside; 0 if it does not stand there.
std::size_t title_end(std::string_view all, std::size_t begin, std::string_view title) {
  std::size_t at = begin;
  for (const char byte : title) {
    while (at < all.size() && all[at] == '\n' && at > begin) ++at;
    if (at >= all.size() || all[at] != byte) return 0;
    ++at;
  }
  return at;
}

// A title is printed in the contents: in text without line breaks nothing else says where it ends.
bool take_from_contents(Heading& heading, std::string_view all, std::size_t begin, const text::Marker& marker,
                        const std::vector<ContentsEntry>& entries) {
  std::size_t longest = 0;
  for (const ContentsEntry& entry : entries) {
    if (entry.style != marker.style || entry.label != marker.label || entry.title.empty()) continue;
    longest = std::max(longest, title_end(all, begin, entry.title));
  }
  if (longest > 0) heading = {{begin, begin + trimmed(all.substr(begin, longest - begin)).size()}, Form::title};
  return longest > 0;
}

// Where an item's title may stand.
struct TitlePlace {
  std::size_t begin = 0;
  std::size_t paragraph_end = 0;
};

// Behind the marker; where the marker stands alone on its line, the next line.
TitlePlace title_place(const Node& node, const Candidate& candidate, const text::View& view) {
  const auto& paragraphs = view.paragraphs();
  const TitlePlace behind{node.text, paragraphs[candidate.paragraph].span.end};
  if (behind.begin < behind.paragraph_end || candidate.paragraph + 1 >= paragraphs.size()) return behind;
  const text::Paragraph& next = paragraphs[candidate.paragraph + 1];
  const bool in_item = next.kind == text::ParagraphKind::body && next.span.begin < node.view.end;
  return in_item ? TitlePlace{next.span.begin, next.span.end} : behind;
}

// How many items of a kind look as if they had run-in titles.
struct Count {
  std::size_t all = 0;
  std::size_t run_in = 0;
  bool most() const { return run_in * 3 >= all * 2; }
};

// Counted among the items of one style: those of one parent, and those of one level of the whole document.
class Alike {
 public:
  void add(const Node& node, text::MarkerStyle style, Form form) {
    for (Count* count : {&siblings_[{node.parent, style}], &level_[{node.item.level, style}]}) {
      ++count->all;
      count->run_in += form == Form::run_in ? 1 : 0;
    }
  }
  // Run-in titles are titles where most items like this one have one; few siblings tell less than the level.
  bool run_in(const Node& node, text::MarkerStyle style) const {
    constexpr std::size_t kTelling = 3;
    const Count& near = siblings_.at({node.parent, style});
    return near.all >= kTelling ? near.most() : level_.at({node.item.level, style}).most();
  }

 private:
  std::map<std::pair<int, text::MarkerStyle>, Count> siblings_;
  std::map<std::pair<std::size_t, text::MarkerStyle>, Count> level_;
};

}  // namespace

void set_headings(std::vector<Node>& nodes, const std::vector<const Candidate*>& items, const text::View& view,
                  const std::vector<ContentsEntry>& entries) {
  const std::string_view all = view.text();
  std::vector<Heading> headings(nodes.size());
  Alike alike;
  for (std::size_t index = 0; index < nodes.size(); ++index) {
    const Node& node = nodes[index];
    const auto [begin, paragraph_end] = title_place(node, *items[index], view);
    const bool has_child = index + 1 < nodes.size() && nodes[index + 1].parent == static_cast<int>(index);
    if (!take_from_contents(headings[index], all, begin, items[index]->marker, entries)) {
      headings[index] = heading_of(all, begin, paragraph_end, node.view.end, has_child);
    }
    alike.add(node, items[index]->marker.style, headings[index].form);
  }
  for (std::size_t index = 0; index < nodes.size(); ++index) {
    Node& node = nodes[index];
    const Form form = headings[index].form;
    node.heading = headings[index].span;
    node.item.heading = view.display(node.heading);
    std::erase(node.item.heading, '\n');
    node.item.titled = form == Form::title || (form == Form::run_in && alike.run_in(node, items[index]->marker.style));
  }
}

}  // namespace zhibiao::outline
