// The way from the view back to the source, on made-up text and over the seeds.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "helpers.hpp"
#include "text/chars.hpp"
#include "text/entities.hpp"
#include "text/view.hpp"

using zhibiao::Source;
using zhibiao::Span;
namespace text = zhibiao::text;

namespace {

Span find(const text::View& view, std::string_view what) {
  const std::size_t at = view.text().find(what);
  REQUIRE(at != std::string_view::npos);
  return {at, at + what.size()};
}

std::string source_of(const text::View& view, const Source& source, std::string_view what) {
  return std::string(source.slice(view.source_span(find(view, what))));
}

/// What is left of a piece of source when blanks go, entities are resolved and widths folded.
std::string bones(std::string_view piece, bool fold) {
  std::string out;
  for (std::size_t at = 0; at < piece.size();) {
    if (const auto entity = text::match_entity(piece.substr(at))) {
      at += entity->length;
      if (!text::is_blank(entity->ch)) text::append_char(out, entity->ch);
      continue;
    }
    const char32_t ch = text::next_char(piece, at);
    if (text::is_blank(ch) || text::is_invisible(ch) || ch == U'\t' || ch == U'\n') continue;
    text::append_char(out, fold ? text::fold_width(ch) : ch);
  }
  return out;
}

}  // namespace

TEST_CASE("spans of the view are found in the source as it prints them") {
  const Source source("a", "一、增长 ５．５％ 左右，总投资 18.894 亿\n\n元。");
  const auto view = text::repair(source);
  CHECK(view.text() == "一、增长5.5%左右,总投资18.894亿元。");
  CHECK(source_of(view, source, "5.5%左右") == "５．５％ 左右");
  CHECK(source_of(view, source, "18.894亿") == "18.894 亿");
  CHECK(source_of(view, source, "亿元") == "亿\n\n元");
  CHECK(view.display(find(view, "5.5%左右,总投资18.894亿元")) == "５．５％左右，总投资18.894亿元");
}

TEST_CASE("entities display resolved and map to their bytes") {
  const Source source("a", "“Huanghe&quot;牌PC机&nbsp;75万台。");
  const auto view = text::repair(source);
  CHECK(source_of(view, source, "\"牌") == "&quot;牌");
  CHECK(view.display({0, view.text().size()}) == "“Huanghe\"牌PC机75万台。");
  CHECK(source_of(view, source, "机75万") == "机&nbsp;75万");
}

TEST_CASE("empty spans and the view's ends") {
  const Source source("a", "甲。\n乙。");
  const auto view = text::repair(source);
  CHECK(view.source_span({0, 0}) == Span{0, 0});
  CHECK(view.source_span({0, view.text().size()}) == Span{0, source.text().size()});
  CHECK(view.source_span({view.text().size(), view.text().size()}).begin == source.text().size());
  const Source nothing("b", "");
  CHECK(text::repair(nothing).source_span({0, 0}).empty());
  CHECK(text::View().display({0, 0}).empty());
}

TEST_CASE("seeds: every character of the view is its source's, in order") {
  for (const auto& source : helpers::seeds()) {
    const auto view = text::repair(source);
    std::size_t last = 0;
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < view.text().size();) {
      const std::size_t begin = at;
      const char32_t ch = text::next_char(view.text(), at);
      const Span span = view.source_span({begin, at});
      if (span.begin < last) ++wrong;
      last = span.end;
      if (ch == U'\n') continue;
      std::string one;
      text::append_char(one, ch);
      const auto piece = source.slice(span);
      if (ch == U' ' ? piece.find_first_not_of(" \n") == piece.npos : bones(piece, true) == one) continue;
      ++wrong;
    }
    CHECK_MESSAGE(wrong == 0, source.name());
  }
}

TEST_CASE("seeds: no character of a body paragraph is lost") {
  for (const auto& source : helpers::seeds()) {
    const auto view = text::repair(source);
    for (const auto& paragraph : view.paragraphs()) {
      const auto piece = source.slice(view.source_span(paragraph.span));
      CHECK(bones(view.slice(paragraph.span), false) == bones(piece, true));
      CHECK(bones(view.display(paragraph.span), false) == bones(piece, false));
      CHECK(source.position(view.source_span(paragraph.span).begin).line == paragraph.line);
    }
  }
}

TEST_CASE("seeds: paragraphs lie in order, parted by one newline") {
  for (const auto& source : helpers::seeds()) {
    const auto view = text::repair(source);
    std::size_t at = 0;
    for (const auto& paragraph : view.paragraphs()) {
      CHECK(paragraph.span.begin == at);
      CHECK(paragraph.span.size() > 0);
      CHECK(view.slice(paragraph.span).find('\n') == std::string_view::npos);
      at = paragraph.span.end + 1;
    }
    CHECK(at == view.text().size() + 1);
  }
}

TEST_CASE("damaged text of any kind: the map stays monotone and nothing is lost") {
  const std::vector<std::string> pieces = {
      "一、",   "(二)", "3.",   "- ",   "加强监管", "5.5",  "%",  "，",           "。",     "\n",
      "\n\n",   " ",    "　",   "\t",   "（",       "）",   "《", "》",           "&quot;", "&amp;lt;",
      "2020年", "\r\n", "\f",   "12",   "|",        "目录", "…",  "........",     "\u200B", "ABC",
      "第3页",  "\"",   "以上", "亿元", "①",        "：",   "；", "\xEF\xBB\xBF", "𠮷",     "- 7 -"};
  std::uint32_t state = 12345;
  const auto random = [&state](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8U) % below;
  };
  for (int round = 0; round < 400; ++round) {
    std::string document;
    const std::size_t length = 1 + random(120);
    for (std::size_t i = 0; i < length; ++i) document += pieces[random(pieces.size())];
    const Source source("random", document);
    const auto view = text::repair(source);
    std::size_t last = 0;
    bool right = true;
    for (std::size_t at = 0; at < view.text().size();) {
      const std::size_t begin = at;
      const char32_t ch = text::next_char(view.text(), at);
      const Span span = view.source_span({begin, at});
      std::string one;
      text::append_char(one, ch);
      right = right && span.begin >= last && span.end <= source.text().size();
      if (ch != U'\n' && ch != U' ' && ch != U'\t') right = right && bones(source.slice(span), true) == one;
      last = span.end;
    }
    for (const auto& paragraph : view.paragraphs()) right = right && paragraph.span.size() > 0;
    right = right && view.display({0, view.text().size()}).size() >= view.text().size();
    CHECK_MESSAGE(right, document);
  }
}
