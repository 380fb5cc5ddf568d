// Read, PDF files: pages set in two columns. Input: a page's lines across its whole width; output: columns in reading
// order. Tested by tests/read/pdf_test.cpp.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "read/pdf/layout.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::size_t kLeast = 8;  // lines that stand in two columns
constexpr double kGutter = 1.2;    // em: no narrower space parts columns
constexpr double kSide = 2.5;      // em: a column's lines end that near the gutter
constexpr double kFrom = 0.36;     // of the page's width: the gutter is near its middle
constexpr double kTo = 0.64;
constexpr int kSteps = 60;

/// A run of lines that leave a space free, and the space.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  double left = 0;  ///< where the left column ends at most
  double right = 0;
  std::size_t size() const { return end - begin; }
};

/// The space around x in a line: from the last word before to the first behind it; empty where a word covers x.
std::optional<std::pair<double, double>> space_at(const PdfLine& line, double x) {
  double left = 0;
  double right = 1e9;
  for (const PdfWord& word : line.words) {
    if (word.box.x1 <= x) {
      left = std::max(left, word.box.x1);
    } else if (word.box.x0 >= x) {
      right = std::min(right, word.box.x0);
    } else {
      return std::nullopt;
    }
  }
  return std::pair(left, right);
}

Run longest_run(const std::vector<PdfLine>& lines, double x) {
  Run best;
  Run now;
  const auto close = [&](std::size_t next) {
    if (now.size() > best.size()) best = now;
    now = {next, next, 0, 1e9};
  };
  close(0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto space = space_at(lines[i], x);
    const double left = space ? std::max(now.left, space->first) : 0;
    const double right = space ? std::min(now.right, space->second) : 0;
    if (!space || right - left < kGutter * lines[i].em) {
      close(i + 1);
      continue;
    }
    now.left = left;
    now.right = right;
    now.end = i + 1;
  }
  close(lines.size());
  return best;
}

/// Running text on both sides: lines go up to the gutter and start behind it. Cells of a table do not.
bool is_text(const std::vector<PdfLine>& lines, const Run& run) {
  double outer = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) outer = std::max(outer, lines[i].box.x1);
  std::size_t left = 0;
  std::size_t left_full = 0;
  std::size_t right = 0;
  std::size_t right_near = 0;
  std::size_t right_full = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const auto space = space_at(lines[i], (run.left + run.right) / 2);
    if (!space) continue;
    const double side = kSide * lines[i].em;
    if (space->first > 0) {
      ++left;
      left_full += run.left - space->first < side ? 1 : 0;
    }
    if (space->second < 1e9) {
      ++right;
      right_near += space->second - run.right < side ? 1 : 0;
      right_full += outer - lines[i].box.x1 < side ? 1 : 0;
    }
  }
  return left >= kLeast && right * 2 >= kLeast && left_full * 2 >= left && right_near * 10 >= right * 7 &&
         right_full * 2 >= right;
}

std::optional<Run> find_gutter(const PdfPage& page) {
  Run best;
  for (int step = 0; step <= kSteps; ++step) {
    const double x = page.width * (kFrom + (kTo - kFrom) * step / kSteps);
    const Run run = longest_run(page.lines, x);
    if (run.size() > best.size() && run.size() >= kLeast && is_text(page.lines, run)) best = run;
  }
  return best.size() == 0 ? std::nullopt : std::optional(best);
}

}  // namespace

std::vector<PdfColumn> find_pdf_columns(const PdfPage& page) {
  const auto gutter = find_gutter(page);
  if (!gutter) return {{0, 0, page.lines}};
  std::vector<PdfColumn> columns(4);
  std::vector<PdfWord> left;
  std::vector<PdfWord> right;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (i < gutter->begin) columns[0].lines.push_back(page.lines[i]);
    if (i >= gutter->end) columns[3].lines.push_back(page.lines[i]);
    if (i < gutter->begin || i >= gutter->end) continue;
    for (const PdfWord& word : page.lines[i].words) (word.box.x1 <= gutter->left ? left : right).push_back(word);
  }
  columns[1].lines = make_pdf_lines(std::move(left));
  columns[2].lines = make_pdf_lines(std::move(right));
  // The two are text of their own width.
  for (const std::size_t c : {std::size_t{1}, std::size_t{2}}) {
    columns[c].left = 1e9;
    for (const PdfLine& line : columns[c].lines) {
      columns[c].left = std::min(columns[c].left, line.box.x0);
      columns[c].right = std::max(columns[c].right, line.box.x1);
    }
  }
  std::erase_if(columns, [](const PdfColumn& column) { return column.lines.empty(); });
  return columns;
}

}  // namespace zhibiao::read_stage
