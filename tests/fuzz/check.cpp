// The fuzzers' oracles of the stages. Input: what a stage made; output: nothing, or an abort that names the promise.
#include "check.hpp"

#include <cstdio>
#include <cstdlib>

#include "read/encoding.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao_fuzz {
namespace {

using zhibiao::Source;
using zhibiao::Span;

std::string& place() {
  static std::string name;
  return name;
}

bool inside(Span span, std::size_t size) { return span.begin <= span.end && span.end <= size; }

bool at_character(std::string_view text, std::size_t offset) {
  return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

bool whole(std::string_view text, Span span) {
  return inside(span, text.size()) && at_character(text, span.begin) && at_character(text, span.end);
}

bool one_line(std::string_view text) { return text.find('\n') == std::string_view::npos; }

}  // namespace

void require(bool holds, const std::string& promise) {
  if (holds) return;
  std::fprintf(stderr, "%s: broken promise: %s\n", place().c_str(), promise.c_str());
  std::abort();
}

void now_at(const std::string& name) { place() = name; }

bool accepted(const std::function<void()>& action) {
  try {
    action();
    return true;
  } catch (const zhibiao::Error& error) {
    const std::string_view message = error.what();
    require(!message.empty() && one_line(message), "a message is one line: " + std::string(message));
    return false;
  }
}

bool is_text(std::string_view bytes) {
  return !zhibiao::read_stage::first_bad_utf8(bytes) && bytes.find('\0') == std::string_view::npos;
}

std::string as_text(std::string_view bytes) {
  std::string text = zhibiao::read_stage::valid_utf8(bytes);
  for (char& c : text) c = c == '\0' ? ' ' : c;
  return text;
}

void check_document(const zhibiao::read_stage::Document& document) {
  require(is_text(document.text), "a document's text is UTF-8 without NUL");
  std::size_t before = 0;
  for (const zhibiao::Landmark& landmark : document.facts.landmarks) {
    require(landmark.begin >= before, "landmarks rise");
    require(whole(document.text, {landmark.begin, document.text.size()}), "a landmark stands at a character");
    before = landmark.begin;
  }
  for (const std::string& warning : document.facts.warnings) require(one_line(warning), "a warning is one line");
}

void check_view(const Source& source, const zhibiao::text::View& view) {
  require(!zhibiao::read_stage::first_bad_utf8(view.text()), "a view's text is UTF-8");
  std::size_t end = 0;
  Span before;
  for (const auto& paragraph : view.paragraphs()) {
    require(whole(view.text(), paragraph.span) && paragraph.span.begin >= end, "paragraphs follow each other");
    require(one_line(view.slice(paragraph.span)), "a paragraph is one line");
    require(paragraph.line >= 1 && paragraph.line <= source.line_count(), "a paragraph starts on a line of the source");
    end = paragraph.span.end;
    if (paragraph.span.empty()) continue;
    const Span from = view.source_span(paragraph.span);
    require(whole(source.text(), from) && !from.empty(), "a paragraph comes from characters of the source");
    require(from.begin >= before.begin && from.end >= before.end, "a later paragraph comes from a later place");
    require(is_text(view.display(paragraph.span)), "a paragraph is shown as UTF-8");
    before = from;
  }
}

void check_outline(const Source& source, const zhibiao::text::View& view,
                   const std::vector<zhibiao::outline::Node>& nodes) {
  std::size_t view_at = 0;
  std::size_t source_at = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const zhibiao::outline::Node& node = nodes[i];
    require(whole(view.text(), node.view) && whole(source.text(), node.item.span), "an item is whole characters");
    require(node.view.begin >= view_at && node.item.span.begin >= source_at, "items stand in the order of the text");
    require(node.text >= node.view.begin && node.text <= view.text().size(), "an item's text is behind its marker");
    require(whole(view.text(), node.heading), "a heading is whole characters");
    require(node.parent < static_cast<int>(i), "an item stands behind the one it belongs to");
    require(node.item.line == source.line_at(node.item.span.begin), "an item's line is that of its marker");
    require(!node.item.path.empty() && !node.item.marker.empty() && node.item.level >= 1, "an item has a path");
    view_at = node.view.begin;
    source_at = node.item.span.begin;
  }
}

void check_facts(const Source& source, const zhibiao::Analysis& analysis) {
  std::size_t before = 0;
  for (const zhibiao::Fact& fact : analysis.facts) {
    require(whole(source.text(), fact.span) && !fact.span.empty(), "a mention is whole characters of the source");
    require(source.slice(fact.span) == fact.mention, "a mention stands at its start and end: " + fact.mention);
    require(fact.span.begin >= before, "records are sorted by their start: " + fact.mention);
    const zhibiao::Position at = source.position(fact.span.begin);
    require(at.line == fact.line && at.column == fact.column, "line and column are those of the start");
    require(one_line(fact.sentence) && !fact.sentence.empty(), "a sentence is one line");
    require(fact.value || fact.kind == zhibiao::Kind::deadline, "a record has a value: " + fact.mention);
    require(!fact.rule.empty(), "a record names its rules");
    before = fact.span.begin;
  }
}

}  // namespace zhibiao_fuzz
