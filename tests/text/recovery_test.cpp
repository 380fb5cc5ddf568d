// Plans that are damaged as scanning and copying damage them come out as they were.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "helpers.hpp"
#include "text/chars.hpp"
#include "text/width.hpp"

namespace text = zhibiao::text;

namespace {

/// Breaks the paragraphs (one a line) every `page` characters, as the end of a page does, with `gap` for the break.
/// A break that falls behind a sentence's end moves on: nobody could tell it from a paragraph's end.
std::string break_pages(std::string_view document, std::size_t page, const std::string& gap) {
  std::string out;
  std::size_t on_page = 0;
  std::size_t in_line = 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < document.size();) {
    const std::size_t begin = at;
    const char32_t ch = text::next_char(document, at);
    const bool unclear = text::is_stop(last) || text::is_closer(last) || last == U';' || last == U'：' || last == U'；';
    const bool near_end = document.find('\n', begin) - begin < 12;
    if (on_page >= page && in_line > 12 && !unclear && !near_end && ch != U'\n') {
      out += gap;
      on_page = 0;
    }
    out.append(document, begin, at - begin);
    ++on_page;
    in_line = ch == U'\n' ? 0 : in_line + 1;
    last = ch;
  }
  return out;
}

/// Wraps each paragraph at `width` columns, its first line indented by two squares; numbers stay whole.
std::string wrap(std::string_view document, std::size_t width) {
  std::string out = "　　";
  std::size_t columns = 4;
  for (std::size_t at = 0; at < document.size();) {
    std::size_t begin = at;
    char32_t ch = text::next_char(document, at);
    if (ch == U'\n') {
      out += at < document.size() ? "\n　　" : "\n";
      columns = 4;
      continue;
    }
    while (text::is_alnum(ch) || ch == U'.' || ch == U'%') {
      std::size_t next = at;
      if (next >= document.size()) break;
      ch = text::next_char(document, next);
      if (!text::is_alnum(ch) && ch != U'.' && ch != U'%') break;
      at = next;
    }
    const auto piece = document.substr(begin, at - begin);
    std::size_t size = 0;
    for (std::size_t k = 0; k < piece.size();) size += text::next_char(piece, k) < 0x80 ? 1 : 2;
    const char32_t first = text::next_char(piece, begin = 0);
    const bool hangs = text::is_closer(first) || text::is_stop(first) || first == U'，' || first == U'、' ||
                       first == U',' || first == U'；' || first == U'：' || first == U';' || first == U':';
    if (columns + size > width && !hangs) {
      out += '\n';
      columns = 0;
    }
    out += piece;
    columns += size;
  }
  return out;
}

}  // namespace

TEST_CASE("seeds broken by pages come out whole") {
  const auto sources = helpers::seeds();
  for (const std::size_t seed : {1U, 4U}) {
    const std::string document(sources[seed].text());
    const auto whole = helpers::paragraphs(document);
    for (const std::size_t page : {150U, 350U, 640U}) {
      for (const char* gap : {"\n\n", "\n\n\n- 7 -\n\n", "\n\f", "\n\n第 3 页 共 9 页\n\n"}) {
        const auto found = helpers::paragraphs(break_pages(document, page, gap));
        std::size_t right = 0;
        for (const auto& paragraph : whole) right += std::count(found.begin(), found.end(), paragraph) > 0 ? 1 : 0;
        INFO(sources[seed].name(), " page ", page, " found ", right, " of ", whole.size());
        CHECK(right * 100 >= whole.size() * (page < 300 ? 90 : 96));
        CHECK(found.size() <= whole.size() + whole.size() / (page < 300 ? 6 : 25));
      }
    }
  }
}

TEST_CASE("seeds wrapped at a width come out unwrapped") {
  const auto sources = helpers::seeds();
  for (const std::size_t seed : {1U, 4U}) {
    const std::string document(sources[seed].text());
    const auto whole = helpers::paragraphs(document);
    for (const std::size_t width : {48U, 56U, 72U}) {
      const auto found = helpers::paragraphs(wrap(document, width));
      std::size_t right = 0;
      for (const auto& paragraph : whole) right += std::count(found.begin(), found.end(), paragraph) > 0 ? 1 : 0;
      INFO(sources[seed].name(), " width ", width, " found ", right, " of ", whole.size());
      CHECK(right * 100 >= whole.size() * 94);
    }
  }
}
