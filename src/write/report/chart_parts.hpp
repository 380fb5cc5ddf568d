// Write, report: what all charts of the page are made of.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "write/plot/svg.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write::report {

/// An element of the page, HTML or SVG: what is put into it is escaped.
using Element = plot::Svg;
using plot::Anchor;

enum class ChartWord {
#define WORD(name, english, chinese) name,
#define KIND(english, chinese)
#include "write/report/charts.def"
#undef WORD
#undef KIND
};
std::string word(ChartWord one, Language language);
/// The name of a kind in two Chinese characters or five letters.
std::string short_word(Kind kind, Language language);
/// The word with `{}` filled in.
std::string fill(ChartWord one, Language language, const std::vector<std::string>& parts);

/// The word with the number and the other parts filled in, or the word for just one.
std::string counted(ChartWord many, ChartWord one, std::size_t number, Language language,
                    const std::vector<std::string>& others = {});

/// `{}` of a text filled in.
std::string filled(std::string_view text, const std::vector<std::string>& parts);
/// The elements as HTML, in which empty ones have no short form.
std::string html_of(const pugi::xml_document& page);

/// Names of documents and indicators are Chinese in a page of any language.
constexpr std::string_view kDocumentLanguage = "zh-CN";

/// Drawings are as wide as the page leaves them: horizontal places are shares of the width, told in per cent, so that
/// letters keep their size on a telephone. Heights are pixels.
std::string percent(double share);

/// Sizes of letters in pixels; the width a narrow page leaves is about 320 of them.
constexpr double kLetters = 12;
constexpr double kSmallLetters = 11;

/// A figure with a caption, a drawing, and behind a fold the table of what is drawn.
class ChartFigure {
 public:
  /// `id` is unlike all others' of the page.
  ChartFigure(Element parent, const std::string& id, const std::string& caption);

  /// The drawing, `height` pixels high; a screen reader is told `title` and `about`.
  Element drawing(double height, const std::string& title, const std::string& about);
  /// A list below the drawing, to be filled with `li`.
  Element list() { return figure_.add("ul").set("class", "chart-list"); }
  /// A line below the drawing.
  void note(const std::string& text);
  /// The body of the table below `names`, to be filled with table_row().
  Element table(const std::vector<std::string>& names, Language language);

 private:
  Element figure_;
  std::string id_;
};

/// A row of a chart's table: the first cell names the row.
Element table_row(Element body, const std::vector<std::string>& cells);

/// A group of marks whose lengths are pixels, with its origin at that place.
Element at(Element drawing, double share, double y);

/// A text that begins, or ends, at a share of the width.
Element write(Element drawing, double share, double y, Anchor anchor, std::string_view text);
/// Lines of a label from `y` down, the first one's baseline there.
void write_lines(Element drawing, double share, double y, const std::vector<std::string>& lines);

/// A bar of a target (filled) or a result (hollow).
Element bar(Element drawing, double share, double y, double width, double height, Role role);

/// A square of a target (filled) or a result (hollow), its left side at `share`, its middle at `y`.
void square(Element drawing, double share, double y, double side, Role role);

/// The sign at a value: a circle for a target, a diamond for a result.
void sign(Element drawing, double share, double y, Role role);

/// One entry of a key: its sign and its word.
struct KeyEntry {
  enum class Sign {
    target_square,
    result_square,
    target_bar,
    result_bar,
    target,
    result,
    at_least,
    at_most,
    range
  } sign;
  ChartWord word;
};
/// `▮ target  ▯ result`, one HTML list for a group of charts.
void key(Element parent, const std::vector<KeyEntry>& entries, Language language);

}  // namespace zhibiao::write::report
