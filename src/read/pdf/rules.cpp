// Read, PDF files: straight lines out of the SVG that pdftocairo draws. Input: SVG paths; output: thin boxes across and
// down the page. Tested by tests/read/pdf_test.cpp.
#include "read/pdf/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>
#include <string>
#include <utility>

namespace zhibiao::read_stage {
namespace {

constexpr double kThin = 3.0;        // points: a box that thin is a line
constexpr double kShortest = 6.0;    // points: shorter ones are parts of signs
constexpr std::size_t kMost = 4000;  // lines on a page; more is a drawing
constexpr std::size_t kDeep = 64;    // groups in groups

/// x' = a x + c y + e, y' = b x + d y + f
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  Matrix times(const Matrix& inner) const {
    return {a * inner.a + c * inner.b, b * inner.a + d * inner.b,     a * inner.c + c * inner.d,
            b * inner.c + d * inner.d, a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
  }
};

/// The next number of a path or matrix; false at a letter or the end.
bool take_number(std::string_view& text, double& value) {
  while (!text.empty() && (text.front() == ' ' || text.front() == ',' || text.front() == '\n')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

Matrix parse_matrix(std::string_view text) {
  Matrix m;
  if (!text.starts_with("matrix(")) return m;
  text.remove_prefix(7);
  for (double* part : {&m.a, &m.b, &m.c, &m.d, &m.e, &m.f}) {
    if (!take_number(text, *part)) return {};
  }
  return m;
}

void add_rule(PdfRules& rules, const Box& box) {
  if (rules.across.size() + rules.down.size() > kMost) return;
  if (box.height() <= kThin && box.width() >= kShortest) {
    rules.across.push_back(box);
  } else if (box.width() <= kThin && box.height() >= kShortest) {
    rules.down.push_back(box);
  }
}

/// Walks a path: each piece of a stroke and each thin filled box is a line. What has a curve is a sign or a picture.
class Path {
 public:
  Path(const Matrix& matrix, bool stroke) : matrix_(matrix), stroke_(stroke) {}

  void walk(std::string_view d, PdfRules& rules) {
    char command = 'M';
    while (true) {
      while (!d.empty() && (d.front() == ' ' || d.front() == '\n')) d.remove_prefix(1);
      if (d.empty()) break;
      if (std::string_view("MLCZHV").find(d.front()) != std::string_view::npos) {
        command = d.front();
        d.remove_prefix(1);
        if (command == 'Z') line_to(start_);
        continue;
      }
      if (!step(command, d)) break;
    }
    finish();
    if (stroke_ && any_curve_) return;
    for (const Box& box : boxes_) add_rule(rules, box);
  }

 private:
  using Point = std::array<double, 2>;

  bool step(char command, std::string_view& d) {
    Point at = raw_;
    if (command == 'C') {
      double ignored = 0;
      for (int i = 0; i < 4; ++i) {
        if (!take_number(d, ignored)) return false;
      }
      curved_ = any_curve_ = true;
    }
    if (command == 'H' ? !take_number(d, at[0]) : (command != 'V' && !take_number(d, at[0]))) return false;
    if (command != 'H' && !take_number(d, at[1])) return false;
    raw_ = at;
    const Point place = {matrix_.a * at[0] + matrix_.c * at[1] + matrix_.e,
                         matrix_.b * at[0] + matrix_.d * at[1] + matrix_.f};
    if (command == 'M') {
      finish();
      start_ = last_ = place;
      extent_ = {place[0], place[1], place[0], place[1]};
    } else {
      line_to(place);
    }
    return true;
  }

  void line_to(const Point& place) {
    const Box piece{std::min(last_[0], place[0]), std::min(last_[1], place[1]), std::max(last_[0], place[0]),
                    std::max(last_[1], place[1])};
    if (stroke_ && boxes_.size() < kMost) boxes_.push_back(piece);
    extent_.add(piece);
    last_ = place;
  }

  void finish() {
    if (!stroke_ && !curved_ && boxes_.size() < kMost) boxes_.push_back(extent_);
    curved_ = false;
    extent_ = {};
  }

  Matrix matrix_;
  bool stroke_;
  bool curved_ = false;
  bool any_curve_ = false;
  std::vector<Box> boxes_;
  Point raw_{};
  Point start_{};
  Point last_{};
  Box extent_;
};

/// What is drawn, in a group of its own or not; not what stands in `defs`, the shapes of characters.
void collect(const pugi::xml_node& top, PdfRules& rules) {
  struct Task {
    pugi::xml_node node;
    Matrix matrix;
    std::size_t depth;
  };
  std::vector<Task> tasks{{top, {}, 0}};
  while (!tasks.empty()) {
    const Task task = tasks.back();
    tasks.pop_back();
    for (const pugi::xml_node& node : task.node.children()) {
      const std::string_view name = node.name();
      const Matrix matrix = task.matrix.times(parse_matrix(node.attribute("transform").value()));
      if (name == "g" && task.depth < kDeep) {
        tasks.push_back({node, matrix, task.depth + 1});
      } else if (name == "path") {
        const std::string_view style = node.attribute("style").value();
        const bool stroke = style.find("fill:none") != std::string_view::npos;
        const bool white = style.find("rgb(100%,100%,100%)") != std::string_view::npos;
        if (!white) Path(matrix, stroke).walk(node.attribute("d").value(), rules);
      }
    }
  }
}

}  // namespace

std::vector<PdfRules> parse_pdf_rules(std::string_view svg) {
  std::vector<PdfRules> pages;
  pugi::xml_document document;
  if (!document.load_buffer(svg.data(), svg.size(), pugi::parse_minimal)) return pages;
  const pugi::xml_node root = document.child("svg");
  const pugi::xml_node set = root.child("pageSet");
  if (set) {
    for (const pugi::xml_node& page : set.children("page")) {
      pages.emplace_back();
      collect(page, pages.back());
    }
  } else {
    pages.emplace_back();
    collect(root, pages.back());
  }
  return pages;
}

std::map<std::size_t, PdfRules> read_pdf_rules(std::string_view bytes, std::size_t first, std::size_t last,
                                               const ChildLimits& limits) {
  ChildCall call;
  call.argv = {"pdftocairo", "-svg", "-f", fmt::format("{}", first), "-l", fmt::format("{}", last), "/dev/stdin", "-"};
  call.input = bytes;
  call.limits = limits;
  std::map<std::size_t, PdfRules> rules;
  const ChildResult result = run_child(call);
  if (!result.ok()) return rules;
  std::size_t number = first;
  for (PdfRules& page : parse_pdf_rules(result.out)) rules.emplace(number++, std::move(page));
  return rules;
}

}  // namespace zhibiao::read_stage
