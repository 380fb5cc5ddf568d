// Read, PDF files: a document's own data above its text. Input: the first page's lines and tables; output: the data, the
// page without it. Tested by tests/read/pdf_test.cpp.
#include "read/pdf/labels.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/html/chars.hpp"
#include "read/labels.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::size_t kLeastLabels = 3;  // that make lines or a table a document's data
constexpr std::size_t kLeastKept = 2;    // of them such as are kept
constexpr std::size_t kLatestStart = 4;  // lines that may stand before
constexpr std::size_t kLongLabel = 12;   // bytes: four characters
constexpr double kSameEdge = 2.0;        // points

/// A label and its value as they stand in a line.
struct Pair {
  const Label* label = nullptr;  ///< nullptr: a label that is not known
  std::string value;
  double value_x = 0;  ///< where the value begins
};

bool is_han(char32_t ch) { return u_hasBinaryProperty(static_cast<UChar32>(ch), UCHAR_IDEOGRAPHIC) != 0; }

/// A colon at the start of `text`, in bytes.
std::size_t colon_size(std::string_view text) {
  if (text.starts_with(':')) return 1;
  return text.starts_with("：") ? std::string_view("：").size() : 0;
}

/// The label at the start of `text` with its colon, in bytes; 0: none. `known` is nullptr for a label of no list.
std::size_t label_size(std::string_view text, const Label*& known) {
  known = longest_label(text);
  if (known != nullptr) {
    const std::size_t size = known->word.size();
    const std::size_t colon = colon_size(text.substr(size));
    if (colon > 0) return size + colon;
  }
  known = nullptr;
  std::string_view rest = text;
  for (std::size_t count = 0; count <= 8 && !rest.empty(); ++count) {
    if (const std::size_t colon = colon_size(rest); colon > 0) {
      return count >= 2 ? text.size() - rest.size() + colon : 0;
    }
    if (!is_han(take_char(rest))) return 0;
  }
  return 0;
}

/// The pairs of a line; nothing where it does not begin with a label. A label may be spread: `索 引 号`.
std::vector<Pair> pairs_of(const PdfLine& line) {
  std::string text;
  std::map<std::size_t, double> starts;  // of words: where in the text, where on the page
  for (const PdfWord& word : line.words) {
    starts.emplace(text.size(), word.box.x0);
    text += html::squeezed(word.text);
  }
  std::vector<Pair> pairs;
  char32_t before = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const auto start = starts.find(text.size() - rest.size());
    const Label* known = nullptr;
    const std::size_t size = label_size(rest, known);
    // In the middle of a word only a label that is no part of a longer one: the value before touches it.
    const bool sure = known != nullptr && (!is_han(before) || known->word.size() >= kLongLabel);
    if (size > 0 && (sure || start != starts.end())) {
      pairs.push_back({known, {}, 0});
      rest.remove_prefix(size);
      before = 0;
      continue;
    }
    if (pairs.empty()) return {};
    if (pairs.back().value.empty() && start != starts.end()) pairs.back().value_x = start->second;
    const std::string_view from = rest;
    before = take_char(rest);
    pairs.back().value.append(from.substr(0, from.size() - rest.size()));
  }
  return pairs;
}

std::size_t known_in(const std::vector<Pair>& pairs) {
  return static_cast<std::size_t>(
      std::count_if(pairs.begin(), pairs.end(), [](const Pair& pair) { return pair.label != nullptr; }));
}

/// The value that a line without labels goes on with: it begins where the value does.
Pair* continued(std::vector<Pair>& pairs, std::size_t last_line, const PdfLine& line) {
  for (std::size_t i = last_line; i < pairs.size(); ++i) {
    if (pairs[i].value_x > 0 && std::abs(pairs[i].value_x - line.box.x0) < kSameEdge) return &pairs[i];
  }
  return nullptr;
}

/// Counts labels, and keeps values once there are enough.
class Collected {
 public:
  void add(const Label* label, const std::string& value) {
    if (label == nullptr) return;
    ++labels_;
    kept_ += label->field != Field::none ? 1 : 0;
    data_.add(*label, value);
  }
  std::size_t labels() const { return labels_; }
  bool enough() const { return labels_ >= kLeastLabels && kept_ >= kLeastKept; }
  DocumentData data() const { return data_.data(); }

 private:
  LabelledData data_;
  std::size_t labels_ = 0;
  std::size_t kept_ = 0;
};

std::optional<DocumentData> take_lines(PdfPage& page) {
  std::size_t first = 0;
  while (first < page.lines.size() && known_in(pairs_of(page.lines[first])) == 0) ++first;
  if (first > kLatestStart || first == page.lines.size()) return std::nullopt;
  std::vector<Pair> pairs;
  std::size_t last_line = 0;  // the pairs of the line before
  std::size_t end = first;    // behind the last line that holds a known label or goes on with one
  std::size_t sure = 0;       // pairs up to there
  for (std::size_t i = first; i < page.lines.size(); ++i) {
    std::vector<Pair> more = pairs_of(page.lines[i]);
    if (more.empty()) {
      Pair* open = continued(pairs, last_line, page.lines[i]);
      if (open == nullptr) break;
      open->value += html::squeezed(text_of(page.lines[i]));
      if (sure == pairs.size()) end = i + 1;
      continue;
    }
    last_line = pairs.size();
    const bool known = known_in(more) > 0;
    pairs.insert(pairs.end(), more.begin(), more.end());
    if (!known) continue;
    end = i + 1;
    sure = pairs.size();
  }
  Collected found;
  for (std::size_t i = 0; i < sure; ++i) found.add(pairs[i].label, pairs[i].value);
  if (!found.enough()) return std::nullopt;
  page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(first),
                   page.lines.begin() + static_cast<std::ptrdiff_t>(end));
  return found.data();
}

/// A cell that is a label, with or without a colon.
const Label* label_of(std::string cell) {
  cell = html::squeezed(cell);
  for (const std::string_view colon : {":", "："}) {
    if (cell.ends_with(colon)) cell.resize(cell.size() - colon.size());
  }
  return find_label(cell);
}

std::optional<DocumentData> take_table(PdfPage& page) {
  if (page.tables.empty()) return std::nullopt;
  const PdfTable& table = page.tables.front();
  const auto above = [&](const PdfLine& line) { return line.box.middle() < table.box.y0; };
  if (static_cast<std::size_t>(std::count_if(page.lines.begin(), page.lines.end(), above)) > kLatestStart) {
    return std::nullopt;
  }
  Collected found;
  std::size_t full = 0;
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    std::copy_if(row.begin(), row.end(), std::back_inserter(cells), [](const auto& cell) { return !cell.empty(); });
    full += cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Label* label = label_of(cells[i]);
      if (label == nullptr) continue;
      const bool value = i + 1 < cells.size() && label_of(cells[i + 1]) == nullptr;
      // Labels side by side are the head of a table of something else.
      if (!value && i + 1 < cells.size()) return std::nullopt;
      found.add(label, value ? cells[i + 1] : std::string());
      if (value) ++i;
    }
  }
  if (!found.enough() || found.labels() * 3 < full) return std::nullopt;
  page.tables.erase(page.tables.begin());
  return found.data();
}

}  // namespace

DocumentData take_pdf_labels(PdfPage& first) {
  if (auto data = take_table(first)) return *data;
  return take_lines(first).value_or(DocumentData{});
}

}  // namespace zhibiao::read_stage
