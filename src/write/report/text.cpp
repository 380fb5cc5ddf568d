// Write, the report page's middle: a document's text. Input: a document with its numbers; output: HTML with a mark for each
// fact. Tested by tests/write/report_text_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "write/labels.hpp"
#include "write/report/document.hpp"
#include "write/report/pieces.hpp"
#include "write/report/stretches.hpp"
#include "write/report/template.hpp"
#include "write/report/words.hpp"
#include "write/value.hpp"

namespace zhibiao::write::report {
namespace {

constexpr std::size_t kChunk = 40;  ///< paragraphs that the browser lays out together, when they come into view

class TextPage {
 public:
  TextPage(const DocumentIndex& index, Language language)
      : index_(index), analysis_(index.document->analysis), language_(language), cutter_(overlays()) {}

  std::string html() {
    const auto stretches = make_stretches(*index_.document);
    std::string html;
    List lines;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      lines.add(paragraph(stretches[i]));
      if ((i + 1) % kChunk != 0 && i + 1 != stretches.size()) continue;
      html += template_.fill(Filling().part("lines", std::exchange(lines, {}).take()).data());
    }
    return html;
  }

 private:
  /// Facts have ids from 0, headings those behind them.
  std::vector<Overlay> overlays() const {
    std::vector<Overlay> all;
    for (const Fact& fact : analysis_.facts) all.push_back({fact.span, all.size()});
    for (const Item& item : analysis_.items) {
      const Span heading = heading_span(index_.document->source, item);
      if (!heading.empty()) all.push_back({heading, all.size()});
    }
    return all;
  }

  Data paragraph(const Stretch& stretch) {
    List pieces;
    for (const Piece& piece : cutter_.cut(stretch.span)) pieces.add(piece_data(piece));
    Filling line;
    line.text_if("page", stretch.page == 0 ? std::string() : page_name(stretch.page));
    line.text_if("n", stretch.line == 0 ? std::string() : std::to_string(stretch.line));
    line.text_if("id", stretch.item == 0 ? std::string() : item_id(index_, stretch.item));
    line.text("looks", looks(stretch)).part("pieces", pieces.take());
    return line.take();
  }

  std::string page_name(std::size_t page) const {
    return fmt::format(fmt::runtime(word(Word::page_mark, language_)), page);
  }

  /// Classes of the paragraph.
  std::string looks(const Stretch& stretch) const {
    std::string classes;
    if (stretch.gap) classes += " gap";
    if (stretch.cells) classes += " cells";
    if (stretch.item != 0) classes += fmt::format(" l{}", std::min<std::size_t>(item(stretch).level, 5));
    return classes;
  }

  const Item& item(const Stretch& stretch) const { return analysis_.items[stretch.item - 1]; }

  std::size_t number(std::size_t fact) const { return index_.first_fact + fact; }

  Data piece_data(const Piece& piece) const {
    const auto is_fact = [this](std::size_t id) { return id < analysis_.facts.size(); };
    const auto shown = std::find_if(piece.in.begin(), piece.in.end(), is_fact);
    const bool heading = std::any_of(piece.in.begin(), piece.in.end(), [&](std::size_t id) { return !is_fact(id); });
    Filling data;
    List anchors;
    std::string own;
    for (const std::size_t id : piece.begins) {
      if (!is_fact(id)) continue;
      if (shown != piece.in.end() && id == *shown) {
        own = fmt::format("m{}", number(id));
      } else {
        anchors.add(Filling().number("fact", number(id)).take());
      }
    }
    data.part("anchors", anchors.take()).flag("heading", heading);
    data.text("text", index_.document->source.slice(piece.span)).text_if("own", own);
    if (shown == piece.in.end()) return data.flag("mark", false).take();
    return data.part("mark", mark_data(piece, *shown)).take();
  }

  Data mark_data(const Piece& piece, std::size_t shown) const {
    const Fact& fact = analysis_.facts[shown];
    std::string facts;
    for (const std::size_t id : piece.in) {
      if (id < analysis_.facts.size()) facts += fmt::format("{}{}", facts.empty() ? "" : " ", number(id));
    }
    const bool last = std::count(piece.ends.begin(), piece.ends.end(), shown) > 0;
    Filling mark;
    mark.number("fact", number(shown)).text("facts", facts).text("tip", tip(fact));
    mark.text("kind", name_of(fact.kind)).text("role", name_of(fact.role));
    mark.text_if("letter", last ? letter(fact.role) : std::string());
    return mark.take();
  }

  /// Targets are the rule; the others say what they are by more than a line's form.
  std::string letter(Role role) const {
    if (role == Role::target) return {};
    return word(role == Role::result ? Word::mark_result : Word::mark_mention, language_);
  }

  std::string tip(const Fact& fact) const {
    const std::string value = fact.value ? value_text(fact) : fact.deadline;
    return fmt::format("{} · {}: {} {}", label(fact.role, language_), label(fact.kind, language_), fact.indicator,
                       value);
  }

  const DocumentIndex& index_;
  const Analysis& analysis_;
  Language language_;
  PieceCutter cutter_;
  Template template_{"text"};
};

}  // namespace

std::string text_html(const DocumentIndex& index, Language language) { return TextPage(index, language).html(); }

}  // namespace zhibiao::write::report
