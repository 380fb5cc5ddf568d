// Read, web pages: from elements to paragraphs and tables. Input: the document's part of the tree; output: lines in a
// TextBuilder. Blanks are run together as browsers do, and a line break of the file between Chinese characters is no
// blank. Tested by tests/read/html_test.cpp and html_table_test.cpp.
#include "read/html/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/html/chars.hpp"
#include "read/html/labels.hpp"
#include "read/html/lines.hpp"
#include "read/html/lists.hpp"
#include "read/html/table.hpp"

namespace zhibiao::read_stage::html {
namespace {

constexpr std::string_view kBullet = "• ";

/// Superscript digits, so that m² and 10⁴ stay what they are.
char32_t raised(char32_t ch) {
  constexpr std::u32string_view kPlain = U"0123456789+-−()";
  constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾";
  const std::size_t at = kPlain.find(ch);
  return at == std::u32string_view::npos ? U'\0' : kRaised[at];
}

/// All of a superscript, or nothing: [1] and ① stay as they are.
std::string raised(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t ch = next_char(text, at);
    const char32_t up = raised(ch);
    if (up == U'\0' && !is_html_blank(ch)) return std::string(text);
    if (up != U'\0') append_char(out, up);
  }
  return out;
}

/// References of old pages to characters of Windows-1252: `&#151;` is a dash.
char32_t from_windows(char32_t ch) {
  constexpr std::u32string_view kFrom80 = U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
  return ch >= 0x80 && ch <= 0x9F ? kFrom80[ch - 0x80] : ch;
}

/// Where finished lines go.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void line(std::string_view text) = 0;
  virtual void table(const Node& table) = 0;
};

/// The text of a paragraph in the making.
class Line {
 public:
  void add(std::string_view text, bool preformatted) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t ch = from_windows(next_char(text, at));
      if (is_invisible(ch)) continue;
      if (is_html_blank(ch)) {
        blank_ = true;
        broken_ = broken_ || (!preformatted && (ch == '\n' || ch == '\r'));
        continue;
      }
      if (blank_ && !text_.empty() && !(broken_ && (is_wide(ch) || is_wide(last_)))) text_ += ' ';
      blank_ = broken_ = false;
      append_char(text_, ch);
      last_ = ch;
    }
  }

  void blank() { blank_ = true; }

  /// Ends the marker of a list that Word printed as text: one blank, however many it had.
  void end_marker() {
    text_ = trimmed(text_);
    blank_ = true;
  }

  std::string take() {
    std::string out(trimmed(text_));
    text_.clear();
    blank_ = broken_ = false;
    last_ = U'\0';
    return out;
  }

  bool empty() const { return trimmed(text_).empty(); }

 private:
  std::string text_;
  char32_t last_ = U'\0';
  bool blank_ = false;
  bool broken_ = false;  // among the blanks is a line break of the file
};

/// Walks the elements below a node; the tree is no deeper than its parser let it be.
class Walker {
 public:
  explicit Walker(Sink& sink) : sink_(sink) {}

  void run(const Node& node) {
    children(node);
    end_line();
  }

 private:
  struct List {
    bool ordered = false;
    std::string marks;
    int number = 0;
  };

  void walk(const Node& node) {
    if (!node.shown()) return;
    switch (node.kind) {
      case Kind::text: text(node); break;
      case Kind::line_break: end_line(); break;
      case Kind::block: block(node); break;
      default: run_of(node);
    }
  }

  void children(const Node& node) {
    for (const Node* child = node.first; child != nullptr; child = child->next) walk(*child);
  }

  void text(const Node& node) {
    const bool preformatted = node.parent != nullptr && node.parent->preformatted;
    if (!preformatted) {
      line_.add(node.text, false);
      return;
    }
    std::string_view rest = node.text;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      line_.add(rest.substr(0, end), true);
      end_line();
      rest.remove_prefix(end + 1);
    }
    line_.add(rest, true);
  }

  void run_of(const Node& node) {
    if (node.is("sup")) {
      std::string text = line_of(node, 64);
      line_.add(raised(text), false);
    } else if (node.list_marker && node.symbols) {
      line_.add(kBullet, false);
    } else if (node.list_marker) {
      children(node);
      line_.end_marker();
    } else if (node.is("q")) {
      line_.add("“", false);
      children(node);
      line_.add("”", false);
    } else {
      children(node);
    }
  }

  void block(const Node& node) {
    end_line();
    if (node.is("table")) {
      sink_.table(node);
    } else if (node.is("ol") || node.is("ul") || node.is("menu") || node.is("dir")) {
      list(node);
    } else if (node.is("li")) {
      item(node);
    } else {
      children(node);
    }
    end_line();
  }

  void list(const Node& node) {
    const Attributes& attributes = node.attribute();
    const int start = attributes.number != 0 ? attributes.number : 1;
    lists_.push_back({node.is("ol"), attributes.marks, start - 1});
    children(node);
    lists_.pop_back();
  }

  void item(const Node& node) {
    if (!lists_.empty()) {
      List& list = lists_.back();
      const Attributes& attributes = node.attribute();
      list.number = attributes.number != 0 ? attributes.number : list.number + 1;
      marker_ = list_marker(list.ordered, attributes.marks.empty() ? list.marks : attributes.marks, list.number);
    }
    children(node);
    end_line();
    marker_.clear();
  }

  void end_line() {
    const std::string text = line_.take();
    if (text.empty() || is_page_furniture(text)) return;
    const std::string marker = std::exchange(marker_, {});
    sink_.line(has_marker(text) ? text : marker + text);
  }

  Sink& sink_;
  Line line_;
  std::vector<List> lists_;
  std::string marker_;  // of the item whose first line comes next
};

/// Lines for a cell.
class CellSink : public Sink {
 public:
  void line(std::string_view text) override { lines.emplace_back(text); }
  void table(const Node& table) override {
    for (const auto& row : rows_of(table)) {
      std::string line;
      for (const Node* cell : row) {
        for (const std::string& text : lines_of(*cell)) line.append(line.empty() ? "" : " ").append(text);
      }
      if (!line.empty()) lines.push_back(std::move(line));
    }
  }
  std::vector<std::string> lines;
};

class BuilderSink : public Sink {
 public:
  explicit BuilderSink(TextBuilder& builder) : builder_(builder) {}
  void line(std::string_view text) override { builder_.paragraph(text); }
  void table(const Node& table) override;

 private:
  /// What stands in a table and in no cell of it.
  void beside_cells(const Node& node) {
    for (const Node* child = node.first; child != nullptr; child = child->next) {
      if (!child->shown() || child->is("td") || child->is("th")) continue;
      const bool holds_cells = child->is("tr") || child->is("tbody") || child->is("thead") || child->is("tfoot");
      if (holds_cells || child->is("form")) {
        beside_cells(*child);
      } else if (child->kind != Kind::text || !trimmed(child->text).empty()) {
        for (const std::string& text : lines_of(*child)) builder_.paragraph(text);
      }
    }
  }

  TextBuilder& builder_;
};

void BuilderSink::table(const Node& table) {
  beside_cells(table);
  const auto rows = rows_of(table);
  if (!is_data_table(table, rows)) {
    for (const auto& row : rows) {
      for (const Node* cell : row) Walker(*this).run(*cell);
    }
    return;
  }
  builder_.table(grid_of(rows));
}

}  // namespace

void write_text(const Node& node, TextBuilder& builder) {
  BuilderSink sink(builder);
  if (node.is("table")) {
    sink.table(node);
  } else {
    Walker(sink).run(node);
  }
}

std::vector<std::string> lines_of(const Node& node) {
  CellSink sink;
  if (node.kind == Kind::text) {
    Line line;
    line.add(node.text, false);
    sink.line(line.take());
  } else {
    Walker(sink).run(node);
  }
  return std::move(sink.lines);
}

}  // namespace zhibiao::read_stage::html
