// Write, report: parts of charts. Input: shares of a width, texts; output: elements of the page.
// Tested by tests/write/report_charts_test.cpp.
#include "write/report/chart_parts.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <array>
#include <sstream>

#include "write/labels.hpp"

namespace zhibiao::write::report {
namespace {

constexpr double kLetterLine = 14;  ///< from one line of a label to the next

/// Lines of 1.5 pixels in the colour of the role; the page's style has the colours of a dark page.
Element& coloured(Element& mark, Role role) {
  const bool target = role == Role::target;
  mark.set("class", target ? "chart-target" : "chart-result");
  mark.set("fill", target ? "#14508c" : "#ffffff").set("stroke", target ? "#14508c" : "#b04a00");
  return mark.set("stroke-width", 1.5);
}

/// An arrow's head that points right (1) or left (-1).
std::string head(double x, int direction) {
  return fmt::format("M{} -4L{} 0L{} 4", plot::number(x - direction * 5), plot::number(x),
                     plot::number(x - direction * 5));
}

void draw_sign(Element svg, KeyEntry::Sign one) {
  using Sign = KeyEntry::Sign;
  switch (one) {
    case Sign::target_bar:
    case Sign::result_bar: bar(svg, 0.1, 3, 0.8, 8, one == Sign::target_bar ? Role::target : Role::result); break;
    case Sign::target:
    case Sign::result: sign(svg, 0.5, 7, one == Sign::target ? Role::target : Role::result); break;
    case Sign::target_square:
    case Sign::result_square: square(svg, 0.3, 7, 11, one == Sign::target_square ? Role::target : Role::result); break;
    case Sign::range: bar(svg, 0.1, 4, 0.8, 6, Role::target); break;
    default:
      at(svg, 0.5, 7)
          .path((one == Sign::at_least ? "M-8 0H9" : "M8 0H-9") +
                head(one == Sign::at_least ? 9 : -9, one == Sign::at_least ? 1 : -1))
          .set("class", "chart-reach")
          .set("fill", "none")
          .set("stroke", "#14508c")
          .set("stroke-width", 1.5);
      sign(svg, one == Sign::at_least ? 0.15 : 0.85, 7, Role::target);
  }
}

}  // namespace

std::string word(ChartWord one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#define KIND(english, chinese)
#include "write/report/charts.def"
#undef WORD
#undef KIND
  };
  return std::string(kWords.at(static_cast<std::size_t>(one)).in(language));
}

std::string short_word(Kind kind, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese)
#define KIND(english, chinese) Bilingual{english, chinese},
#include "write/report/charts.def"
#undef WORD
#undef KIND
  };
  return std::string(kWords.at(static_cast<std::size_t>(kind)).in(language));
}

std::string counted(ChartWord many, ChartWord one, std::size_t number, Language language,
                    const std::vector<std::string>& others) {
  std::vector<std::string> parts = {std::to_string(number)};
  parts.insert(parts.end(), others.begin(), others.end());
  return fill(number == 1 ? one : many, language, parts);
}

std::string filled(std::string_view text, const std::vector<std::string>& parts) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& part : parts) store.push_back(part);
  return fmt::vformat(text, store);
}

std::string fill(ChartWord one, Language language, const std::vector<std::string>& parts) {
  return filled(word(one, language), parts);
}

std::string html_of(const pugi::xml_document& page) {
  std::ostringstream out;
  out.exceptions(std::ios::badbit);  // no memory: said, not lost
  page.save(out, "", pugi::format_raw | pugi::format_no_declaration | pugi::format_no_empty_element_tags,
            pugi::encoding_utf8);
  return out.str();
}

std::string percent(double share) {
  std::string text = fmt::format("{:.2f}", share * 100);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return (text == "-0" ? "0" : text) + "%";
}

ChartFigure::ChartFigure(Element parent, const std::string& id, const std::string& caption)
    : figure_(parent.add("figure").set("class", "chart").set("id", id)), id_(id) {
  if (!caption.empty()) figure_.add("figcaption").set("lang", kDocumentLanguage).say(caption);
}

Element ChartFigure::drawing(double height, const std::string& title, const std::string& about) {
  Element svg = figure_.add("svg");
  svg.set("role", "img").set("aria-labelledby", id_ + "-title " + id_ + "-about").set("class", "chart-drawing");
  svg.set("width", "100%").set("height", height).set("font-size", kLetters);
  svg.add("title").set("id", id_ + "-title").say(title);
  svg.add("desc").set("id", id_ + "-about").say(about);
  return svg;
}

void ChartFigure::note(const std::string& text) { figure_.add("p").set("class", "chart-note").say(text); }

Element ChartFigure::table(const std::vector<std::string>& names, Language language) {
  Element details = figure_.add("details").set("class", "chart-data");
  details.add("summary").say(word(ChartWord::table, language));
  // Focusable, so that a table wider than its place can be scrolled with the keyboard.
  Element scroll = details.add("div").set("class", "chart-scroll").set("tabindex", "0").set("role", "region");
  scroll.set("aria-labelledby", id_ + "-title");
  Element table = scroll.add("table");
  Element row = table.add("thead").add("tr");
  for (const std::string& name : names) row.add("th").set("scope", "col").say(name);
  return table.add("tbody");
}

Element table_row(Element body, const std::vector<std::string>& cells) {
  Element row = body.add("tr");
  for (std::size_t at = 0; at < cells.size(); ++at) {
    Element cell = row.add(at == 0 ? "th" : "td");
    if (at == 0) cell.set("scope", "row");
    cell.say(cells[at]);
  }
  return row;
}

Element at(Element drawing, double share, double y) {
  return drawing.add("svg")
      .set("x", percent(share))
      .set("y", y)
      .set("width", 1)
      .set("height", 1)
      .set("overflow", "visible");
}

Element write(Element drawing, double share, double y, Anchor anchor, std::string_view text) {
  Element made = drawing.text(0, y, anchor, text);
  return made.set("x", percent(share)).set("class", "chart-ink").set("fill", "#1a1a1a");
}

void write_lines(Element drawing, double share, double y, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    write(drawing, share, y, Anchor::start, line).set("lang", kDocumentLanguage);
    y += kLetterLine;
  }
}

Element bar(Element drawing, double share, double y, double width, double height, Role role) {
  Element made = drawing.add("rect").set("x", percent(share)).set("y", y).set("width", percent(width));
  made.set("height", height);
  return coloured(made, role);
}

void square(Element drawing, double share, double y, double side, Role role) {
  Element made = at(drawing, share, y).rectangle(0, -side / 2, side, side);
  coloured(made, role);
}

void sign(Element drawing, double share, double y, Role role) {
  Element place = at(drawing, share, y);
  Element mark = role == Role::target ? place.circle(0, 0, 4.2) : place.path("M0 -5.4L5.4 0L0 5.4L-5.4 0Z");
  coloured(mark, role);
}

void key(Element parent, const std::vector<KeyEntry>& entries, Language language) {
  Element list = parent.add("ul").set("class", "chart-key");
  for (const KeyEntry& entry : entries) {
    Element item = list.add("li");
    Element svg = item.add("svg").set("width", 26).set("height", 14).set("aria-hidden", "true");
    draw_sign(svg, entry.sign);
    item.add("span").say(word(entry.word, language));
  }
}

}  // namespace zhibiao::write::report
