// Read, PDF files: what a page prints around its text. Input: pages of lines; output: the lines of the text alone.
// Tested by tests/read/pdf_test.cpp.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "read/pdf/layout.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::size_t kEdgeLines = 4;  // at the top and at the bottom of a page that may be furniture
constexpr double kZone = 0.18;         // of the page's height: it stands no deeper
constexpr double kSamePlace = 7.0;     // points
constexpr std::size_t kRepeats = 3;    // pages that show a running head

#include "read/pdf/words.def"

constexpr char32_t kWideZero = 0xFF10;

bool is_digit(char32_t ch) { return (ch >= U'0' && ch <= U'9') || (ch >= kWideZero && ch <= kWideZero + 9); }

/// The text without blanks, each number as one #: what is the same on all pages.
std::u32string shape_of(const PdfLine& line) {
  std::u32string shape;
  const std::string text = text_of(line);
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t ch = take_char(rest);
    if (ch == U' ' || ch == U'　') continue;
    if (!is_digit(ch)) {
      shape += ch;
    } else if (shape.empty() || shape.back() != U'#') {
      shape += U'#';
    }
  }
  return shape;
}

bool is_rule(char32_t ch) { return std::u32string_view(U"-–—―─－·•~～").find(ch) != std::u32string_view::npos; }

/// `— 3 —`, `第3页`, `第3页共12页`, `3/12`, `3`, `iv`.
bool is_page_number(std::u32string_view shape) {
  while (!shape.empty() && is_rule(shape.front())) shape.remove_prefix(1);
  while (!shape.empty() && is_rule(shape.back())) shape.remove_suffix(1);
  if (shape.empty() || shape.size() > 9) return false;
  if (shape == U"#" || shape == U"#/#") return true;
  if (shape.front() == kPageOpens) return shape.find(kPageCloses) != shape.npos && shape.size() <= 8;
  if (shape.front() == kPagesOf) return shape.back() == kPageCloses && shape.size() == 3;
  return shape.size() <= 5 && shape.find_first_not_of(U"ivxIVX") == shape.npos;
}

/// The number a page prints; empty without digits.
std::optional<long> number_in(const PdfLine& line) {
  long value = -1;
  const std::string text = text_of(line);
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t ch = take_char(rest);
    if (!is_digit(ch)) {
      if (value >= 0) break;
      continue;
    }
    const long digit = static_cast<long>(ch >= kWideZero ? ch - kWideZero : ch - U'0');
    value = std::min(100000L, std::max(0L, value) * 10 + digit);
  }
  return value < 0 ? std::nullopt : std::optional(value);
}

bool is_address(std::u32string_view shape) { return shape.find(U"://") != shape.npos; }

bool opens_with_date(std::u32string_view shape) {
  if (shape.empty() || shape.front() != U'#') return false;
  return shape.starts_with(U"#/#/#") || shape.starts_with(U"#-#-#") ||
         (shape.size() > 4 && shape[1] == kDateParts[0] && shape[3] == kDateParts[1]);
}

/// A line that may be furniture.
struct Candidate {
  std::size_t page;
  std::size_t line;
  double y;  ///< from the edge it is near: pages of different height agree
  bool top;
  std::u32string shape;
};

class Furniture {
 public:
  explicit Furniture(std::vector<PdfPage>& pages) : pages_(pages) {
    for (const PdfPage& page : pages) drop_.emplace_back(page.lines.size(), false);
    collect();
  }

  void run() {
    mark_repeated();
    mark_browser();
    mark_numbers();
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      std::vector<PdfLine> kept;
      for (std::size_t i = 0; i < pages_[p].lines.size(); ++i) {
        if (!drop_[p][i]) kept.push_back(std::move(pages_[p].lines[i]));
      }
      pages_[p].lines = std::move(kept);
    }
  }

 private:
  void collect() {
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      const PdfPage& page = pages_[p];
      const std::size_t count = page.lines.size();
      for (std::size_t i = 0; i < count; ++i) {
        const double y = page.lines[i].box.middle();
        const bool top = i < kEdgeLines && y < page.height * kZone;
        const bool bottom = i + kEdgeLines >= count && y > page.height * (1 - kZone);
        if (top || bottom) found_.push_back({p, i, top ? y : page.height - y, top, shape_of(page.lines[i])});
      }
    }
  }

  bool open(const Candidate& at) const { return !drop_[at.page][at.line]; }
  void mark(const Candidate& at) { drop_[at.page][at.line] = true; }

  /// The same words in the same place.
  void mark_repeated() {
    std::map<std::pair<bool, std::u32string>, std::vector<std::size_t>> same;
    for (std::size_t i = 0; i < found_.size(); ++i) same[{found_[i].top, found_[i].shape}].push_back(i);
    for (const auto& [key, all] : same) {
      for (const std::size_t i : all) {
        std::size_t pages = 0;
        for (const std::size_t k : all) pages += std::abs(found_[k].y - found_[i].y) <= kSamePlace ? 1 : 0;
        const bool number = is_page_number(key.second) && key.second != U"#";  // that one: mark_numbers
        const bool printed = is_address(key.second) || number || opens_with_date(key.second);
        if (pages >= kRepeats || (pages == pages_.size() && pages == 2 && printed)) mark(found_[i]);
      }
    }
  }

  /// The address and the date that a browser prints below and above a page.
  void mark_browser() {
    std::vector<bool> printed(pages_.size(), false);
    for (const Candidate& at : found_) {
      if (at.top || !is_address(at.shape) || !at.shape.ends_with(U"#/#")) continue;
      printed[at.page] = true;
      mark(at);
    }
    for (const Candidate& at : found_) {
      if (at.top && printed[at.page] && opens_with_date(at.shape)) mark(at);
    }
  }

  /// The outermost line that is left, if it is a page number.
  bool outermost(const Candidate& at) const {
    const auto& drop = drop_[at.page];
    const auto begin = drop.begin() + static_cast<std::ptrdiff_t>(at.top ? 0 : at.line + 1);
    const auto end = at.top ? drop.begin() + static_cast<std::ptrdiff_t>(at.line) : drop.end();
    return std::find(begin, end, false) == end;
  }

  /// A number by itself might be a cell: it has to fit the page's, as it does on another page.
  void mark_numbers() {
    std::map<long, std::size_t> shifts;
    const auto shift = [&](const Candidate& at) -> std::optional<long> {
      if (!is_page_number(at.shape) || !outermost(at)) return std::nullopt;
      const auto value = number_in(pages_[at.page].lines[at.line]);
      return value ? std::optional(*value - static_cast<long>(pages_[at.page].number)) : std::nullopt;
    };
    for (const Candidate& at : found_) {
      if (const auto by = shift(at)) ++shifts[*by];
    }
    for (const Candidate& at : found_) {
      if (!open(at) || !is_page_number(at.shape) || !outermost(at)) continue;
      const auto by = shift(at);
      const bool plain = at.shape == U"#";
      if (!plain || !by || *by == 0 || shifts[*by] > 1) mark(at);
    }
  }

  std::vector<PdfPage>& pages_;
  std::vector<std::vector<bool>> drop_;
  std::vector<Candidate> found_;
};

}  // namespace

void drop_pdf_furniture(std::vector<PdfPage>& pages) { Furniture(pages).run(); }

}  // namespace zhibiao::read_stage
