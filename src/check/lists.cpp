// Check: the outline's items as lists of numbers. Input: source and items; output: members with style, ordinal and parent.
// Tested by tests/check/numbering_test.cpp.
#include "check/lists.hpp"

#include <algorithm>

#include "check/ground.hpp"
#include "text/chars.hpp"

namespace zhibiao::check {
namespace {

using text::MarkerStyle;

constexpr std::size_t kHead = 160;  // bytes in which a marker and what follows it can be seen

/// No more than `size` bytes, cut between characters.
std::string_view head(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && text::is_trail(text[size])) --size;
  return text.substr(0, size);
}

/// Where the first characters of `text` end that are `marker` when blanks do not count.
std::size_t end_of_marker(std::string_view text, std::string_view marker) {
  std::size_t at = 0;
  for (std::size_t done = 0; at < text.size() && done < marker.size();) {
    const std::size_t here = at;
    text::next_char(text, at);
    const std::string one = plain(text.substr(here, at - here));
    if (!one.empty() && one == marker.substr(done, one.size())) done += one.size();
  }
  return at;
}

/// Styles that a typist may mix up: 五、 for （五）, 2) for 2.
int family_of(MarkerStyle style) {
  switch (style) {
    case MarkerStyle::hanzi:
    case MarkerStyle::hanzi_paren: return 1;
    case MarkerStyle::dotted:
    case MarkerStyle::digit:
    case MarkerStyle::digit_paren: return 2;
    default: return 3 + static_cast<int>(style);
  }
}

/// `10.` or `10、`: at a line's start whatever follows, in mid-line not before a digit (2.5).
bool holds_digits(std::string_view line, MarkerStyle style, int ordinal) {
  const auto digit = [&](std::size_t at) {
    return at < line.size() && text::is_digit(static_cast<unsigned char>(line[at]));
  };
  const std::string number = std::to_string(ordinal);
  for (std::size_t at = line.find(number); at != std::string_view::npos; at = line.find(number, at + 1)) {
    const std::size_t behind = at + number.size();
    std::size_t next = behind;
    const char32_t sign = behind < line.size() ? text::next_char(line, next) : U'0';
    const bool opens = at == 0 || !(digit(at - 1) || line[at - 1] == '.' || line[at - 1] == '-');
    const bool signed_so = style == MarkerStyle::digit_paren ? sign == U')' : sign == U'.' || sign == U'、';
    if (opens && signed_so && (at == 0 || sign != U'.' || !digit(next))) return true;
  }
  return false;
}

bool holds_in_line(std::string_view line, MarkerStyle style, int ordinal) {
  if (family_of(style) == 2 && holds_digits(line, style, ordinal)) return true;
  for (std::size_t at = text::kMarkerOpeners.find(line, 0); at < line.size();) {
    const auto marker = text::match_marker(head(line.substr(at), kHead));
    if (marker && marker->style == style && marker->ordinal == ordinal) return true;
    text::next_char(line, at);
    at = text::kMarkerOpeners.find(line, at);
  }
  return false;
}

/// Calls `use(span)` for each line of these bytes until it returns true; whether it did.
template <typename Use>
bool any_line(const Source& source, Span where, const Use& use) {
  const std::string_view text = source.text();
  for (std::size_t at = where.begin; at < where.end;) {
    const std::size_t end = std::min(text.find('\n', at), where.end);
    if (use(Span{at, end})) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

std::vector<Member> members_of(const Source& source, const Analysis& analysis) {
  std::vector<Member> members;
  std::vector<std::size_t> open;  // items, outermost first
  for (std::size_t index = 0; index < analysis.items.size(); ++index) {
    const Item& item = analysis.items[index];
    open.resize(std::min(open.size(), item.level - 1));
    const int parent = open.empty() ? -1 : static_cast<int>(open.back());
    open.push_back(index);
    const std::string_view text = source.slice(item.span);
    const auto marker = text::match_marker(plain(head(text, kHead)));
    if (!marker || !item.path.ends_with(marker->label)) continue;
    Member member;
    member.item = index;
    member.style = marker->style;
    member.ordinal = marker->ordinal;
    if (const std::size_t dot = marker->label.rfind('.'); dot != std::string::npos) {
      member.prefix = marker->label.substr(0, dot);
      member.ordinal = std::atoi(marker->label.c_str() + dot + 1);
    }
    member.parent = parent;
    member.marker = {item.span.begin, item.span.begin + end_of_marker(text, plain(item.marker))};
    members.push_back(std::move(member));
  }
  return members;
}

bool NumberSearch::is_item(Span line) const {
  return std::any_of(analysis_.items.begin(), analysis_.items.end(),
                     [&](const Item& item) { return line.contains(item.span.begin); });
}

bool NumberSearch::holds(Span where, MarkerStyle style, int ordinal) const {
  return any_line(source_, where, [&](Span span) {
    const std::string line = plain(source_.slice(span));
    if (holds_in_line(line, style, ordinal)) return true;
    const auto first = text::match_marker(head(line, kHead));
    return first && first->ordinal == ordinal && family_of(first->style) == family_of(style) && !is_item(span);
  });
}

std::optional<Span> NumberSearch::at_line_start(Span where, MarkerStyle style, int ordinal) const {
  std::optional<Span> found;
  any_line(source_, where, [&](Span span) {
    const std::string line = plain(source_.slice(span));
    const auto first = text::match_marker(head(line, kHead));
    if (!first || first->style != style || first->ordinal != ordinal) return false;
    found = {span.begin, span.begin + end_of_marker(source_.slice(span), line.substr(first->offset, first->length))};
    return true;
  });
  return found;
}

}  // namespace zhibiao::check
