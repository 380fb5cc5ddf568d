// Outline: tables of contents. Input: candidates. Output: the same with `contents` set, and the titles printed there.
// Tested by tests/outline/.
#include "outline/contents.hpp"

#include <algorithm>

#include "outline/characters.hpp"

namespace zhibiao::outline {
namespace {

// So many entries in a row, all printed again further down, make a table of contents.
constexpr std::size_t kContentsEntries = 4;
constexpr std::size_t kMostEntries = 1000;  // and so many are more than any has
constexpr std::size_t kEntryChars = 60;     // an entry is not longer
constexpr std::size_t kAlikeChars = 4;      // the two printings agree in so many characters at least
constexpr std::size_t kContentsReach = 60;  // candidates looked at for the first entry

// Text of the candidate up to the next candidate or its paragraph's end.
std::string_view entry_text(const std::vector<Candidate>& all, std::size_t index, const text::View& view) {
  std::size_t end = view.paragraphs()[all[index].paragraph].span.end;
  if (index + 1 < all.size() && all[index + 1].paragraph == all[index].paragraph) end = all[index + 1].begin;
  return view.text().substr(all[index].end, end - all[index].end);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size()) {
    const std::size_t size = char_size(a, at);
    if (a.substr(at, size) != b.substr(at, size)) break;
    at += size;
  }
  return at;
}

bool is_entry(std::string_view text) {
  if (text.empty() || longer_than(text, kEntryChars)) return false;
  for (std::size_t at = 0; at < text.size(); at += char_size(text, at)) {
    if (one_of(char_at(text, at), "。；;")) return false;
  }
  return true;
}

// The later candidates with the same number whose text begins alike: how many bytes agree at most.
std::size_t printed_again(const std::vector<Candidate>& all, std::size_t index, const text::View& view) {
  const std::string_view title = entry_text(all, index, view);
  std::size_t most = 0;
  for (std::size_t later = index + 1; later < all.size(); ++later) {
    if (all[later].marker.ordinal != all[index].marker.ordinal) continue;  // as the label says, at less cost
    if (!all[later].like(all[index]) || all[later].marker.label != all[index].marker.label) continue;
    const std::string_view again =
        view.text().substr(all[later].end, view.paragraphs()[all[later].paragraph].span.end - all[later].end);
    most = std::max(most, common_prefix(title, again));
    if (most == title.size()) break;
  }
  return most == title.size() || longer_than(title.substr(0, most), kAlikeChars - 1) ? most : 0;
}

// A table of contents without dots: entries in a row, each of which is printed again further down.
std::vector<ContentsEntry> find_undotted(std::vector<Candidate>& all, const text::View& view) {
  std::vector<ContentsEntry> run;
  std::size_t first = 0;
  const auto reach = [&] { return std::min(all.size(), kContentsReach + std::min(run.size(), kMostEntries)); };
  for (std::size_t index = 0; index < reach(); ++index) {
    const std::size_t same = printed_again(all, index, view);
    if (same > 0) {
      if (run.empty()) first = index;
      const std::string_view text = entry_text(all, index, view);
      run.push_back({all[index].marker.style, all[index].marker.label, std::string(text.substr(0, same))});
      if (is_entry(text)) continue;  // only the last entry runs into the text
    }
    if (run.size() >= kContentsEntries) break;
    run.clear();
  }
  if (run.size() < kContentsEntries) return {};
  for (std::size_t member = first; member < first + run.size(); ++member) all[member].contents = true;
  return run;
}

// The entries of the pages that text repair knew for contents, without their dots and page numbers.
void add_printed_contents(std::vector<ContentsEntry>& entries, const text::View& view) {
  for (const text::Paragraph& paragraph : view.paragraphs()) {
    if (paragraph.kind != text::ParagraphKind::contents) continue;
    std::string_view line = view.slice(paragraph.span);
    while (!line.empty() && one_of(char_before(line, line.size()), "0123456789.…·-—() \t")) {
      line.remove_suffix(char_before(line, line.size()).size());
    }
    const auto marker = text::match_marker(line);
    if (!marker) continue;
    const std::size_t begin = marker->offset + marker->length;
    if (begin < line.size()) entries.push_back({marker->style, marker->label, std::string(line.substr(begin))});
  }
}

}  // namespace

std::vector<ContentsEntry> find_contents(std::vector<Candidate>& candidates, const text::View& view) {
  std::vector<ContentsEntry> entries = find_undotted(candidates, view);
  add_printed_contents(entries, view);
  return entries;
}

}  // namespace zhibiao::outline
