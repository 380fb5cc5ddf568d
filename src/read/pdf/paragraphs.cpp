// Read, PDF files: paragraphs and tables in reading order. Input: pages without furniture; output: text with landmarks.
// Tested by tests/read/pdf_test.cpp.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <variant>

#include "read/pdf/layout.hpp"
#include "read/pdf/margins.hpp"
#include "read/text_builder.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr double kSameEdge = 5.0;  // points

/// A table that may go on over pages.
struct PlacedTable {
  PdfTable table;
  std::size_t before = 0;  ///< the line it stands before
  std::size_t page = 0;
  std::vector<std::pair<std::size_t, std::size_t>> pages;  ///< from which row (from 1) on it stands on which page
};

struct Flow {
  std::vector<PlacedLine> lines;
  std::vector<PlacedTable> tables;
};

/// Everything of all pages in reading order.
Flow flow_of(std::vector<PdfPage>& pages) {
  Flow flow;
  std::size_t columns = 0;
  for (PdfPage& page : pages) {
    std::size_t next = 0;
    const auto put_table = [&] {
      flow.tables.push_back({std::move(page.tables[next]), flow.lines.size(), page.number, {}});
      ++next;
      ++columns;  // lines before and behind a table do not belong together
    };
    for (const PdfColumn& column : find_pdf_columns(page)) {
      ++columns;
      for (const PdfLine& line : column.lines) {
        while (next < page.tables.size() && page.tables[next].box.middle() < line.box.middle()) put_table();
        flow.lines.push_back(
            {text_of(line), line.box, line.em, column.left, column.right, page.number, columns, false});
      }
    }
    while (next < page.tables.size()) put_table();
  }
  return flow;
}

bool same_edges(const PdfTable& a, const PdfTable& b) {
  if (a.edges.size() != b.edges.size()) return false;
  // Left and right pages may have other margins.
  const double shift = b.edges.front() - a.edges.front();
  for (std::size_t i = 0; i < a.edges.size(); ++i) {
    if (std::abs(b.edges[i] - a.edges[i] - shift) > kSameEdge) return false;
  }
  return true;
}

/// The rest of a row that a page break cut: a column that every row fills is empty in it.
bool is_rest(const std::vector<std::vector<std::string>>& rows, const std::vector<std::string>& next) {
  constexpr std::size_t kEnough = 4;
  if (rows.size() < kEnough) return false;
  for (std::size_t column = 0; column < next.size(); ++column) {
    if (!next[column].empty()) continue;
    const bool filled = std::all_of(rows.begin(), rows.end(), [&](const std::vector<std::string>& row) {
      return column < row.size() && !row[column].empty();
    });
    if (filled) return true;
  }
  return false;
}

/// A table that ends one page and begins the next is one; its head printed again goes.
void join_tables(std::vector<PlacedTable>& tables) {
  std::vector<PlacedTable> out;
  for (PlacedTable& at : tables) {
    const bool goes_on = !out.empty() && out.back().before == at.before && same_edges(out.back().table, at.table) &&
                         (out.back().pages.empty() ? out.back().page : out.back().pages.back().second) + 1 == at.page;
    if (!goes_on) {
      out.push_back(std::move(at));
      continue;
    }
    auto& rows = out.back().table.rows;
    std::size_t same = 0;
    while (same < at.table.rows.size() && same < rows.size() && same < 4 && at.table.rows[same] == rows[same]) ++same;
    if (same < at.table.rows.size() && is_rest(rows, at.table.rows[same])) {
      for (std::size_t c = 0; c < rows.back().size(); ++c) append_wrapped(rows.back()[c], at.table.rows[same][c]);
      ++same;
    }
    out.back().pages.emplace_back(rows.size() + 1, at.page);
    rows.insert(rows.end(), at.table.rows.begin() + static_cast<std::ptrdiff_t>(same), at.table.rows.end());
  }
  tables = std::move(out);
}

bool is_digit(char32_t ch) { return ch >= U'0' && ch <= U'9'; }

/// Writes paragraphs and remembers where in them pages begin.
class Writer {
 public:
  void add(const PlacedLine& line, bool begins) {
    if (line.note) {
      if (begins || notes_.empty()) notes_.emplace_back();
      append(notes_.back(), line);
      return;
    }
    if (begins) close();
    append(open_, line);
  }

  void table(const PlacedTable& at) {
    close();
    builder_.page(at.page);
    builder_.table(at.table.rows);
    ++tables_;
    for (const auto& [row, page] : at.pages) later_.push_back({tables_, row, page});
  }

  Document finish() {
    close();
    Document document = builder_.take("pdf");
    for (Landmark& mark : document.facts.landmarks) {
      for (const Later& at : later_) {
        if (mark.place.table == at.table && mark.place.row >= at.row) mark.place.page = at.page;
      }
    }
    auto& marks = document.facts.landmarks;
    marks.insert(marks.end(), inner_.begin(), inner_.end());
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Landmark& a, const Landmark& b) { return a.begin < b.begin; });
    return document;
  }

 private:
  struct Open {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> pages;  // offset, page
  };
  struct Later {
    std::size_t table;
    std::size_t row;
    std::size_t page;
  };

  static void append(Open& open, const PlacedLine& line) {
    const std::size_t before = open.text.size();
    // A full line's end may cut a number, where a word is never cut.
    if (is_digit(last_char(open.text)) && is_digit(first_char(line.text))) {
      open.text += line.text;
    } else {
      append_wrapped(open.text, line.text);
    }
    const bool gap = before > 0 && open.text.size() > before + line.text.size();
    if (open.pages.empty() || open.pages.back().second != line.page) {
      open.pages.emplace_back(before + (gap ? 1 : 0), line.page);
    }
  }

  void close() {
    write(open_);
    open_ = {};
    for (const Open& note : notes_) write(note);
    notes_.clear();
  }

  void write(const Open& open) {
    if (open.pages.empty()) return;
    const std::string text = on_one_line(open.text);
    const std::size_t begin = builder_.size();
    builder_.page(open.pages.front().second);
    builder_.paragraph(text);
    // Blanks that on_one_line took would move the places: then the first page stands for all.
    if (text.size() != open.text.size()) return;
    for (std::size_t i = 1; i < open.pages.size(); ++i) {
      inner_.push_back({begin + open.pages[i].first,
                        {.page = open.pages[i].second, .paragraph = builder_.paragraphs(), .table = 0}});
    }
  }

  TextBuilder builder_;
  Open open_;
  std::vector<Open> notes_;
  std::vector<Landmark> inner_;
  std::vector<Later> later_;
  std::size_t tables_ = 0;
};

}  // namespace

Document write_pdf_text(std::vector<PdfPage> pages) {
  Flow flow = flow_of(pages);
  join_tables(flow.tables);
  find_margins(flow.lines);
  const TextLook look = look_of(flow.lines);
  mark_notes(flow.lines, look);
  Writer writer;
  const PlacedLine* before = nullptr;  // of the text; notes have their own
  const PlacedLine* note = nullptr;
  bool first = true;
  auto table = flow.tables.begin();
  for (std::size_t i = 0; i <= flow.lines.size(); ++i) {
    for (; table != flow.tables.end() && table->before == i; ++table) {
      writer.table(*table);
      before = nullptr;
    }
    if (i == flow.lines.size()) break;
    const PlacedLine& line = flow.lines[i];
    if (line.note) {
      const bool begins = note == nullptr || note->column != line.column || begins_paragraph(*note, line, false, look);
      writer.add(line, begins);
      note = &line;
      continue;
    }
    const bool begins = before == nullptr || begins_paragraph(*before, line, first, look);
    writer.add(line, begins);
    first = begins;
    before = &line;
  }
  return writer.finish();
}

}  // namespace zhibiao::read_stage
