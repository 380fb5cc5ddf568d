// Extract stage, tables: rows whose cells carry their own heads (name:森林覆盖率, 2025年:46), as readers of PDF and scans write
// them: parted by tabs, bars, semicolons or blanks, or one a line. Input: the body's lines; output: the same rows under the
// heads that their labels are. Tested by tests/specs/tables_labels.toml.
#include <algorithm>
#include <map>

#include "extract/table_parts.hpp"
#include "text/chars.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

constexpr std::size_t kMaxLabel = 45;   // bytes of a label
constexpr std::size_t kMaxMarker = 12;  // bytes of a row's number before its first label
constexpr std::size_t kMaxLoose = 2;    // lines between two rows: heads of groups
constexpr std::size_t kMaxGroup = 60;   // bytes of such a line
constexpr std::string_view kParting = " \t\n|;,";

/// A label and what stands behind its colon, offsets in the line's text.
struct Part {
  std::optional<Column> column;
  Span label;  ///< with its colon
  Span value;
};

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

/// The text of a line and where in it a label may begin.
class PartReader {
 public:
  PartReader(const TableContext& context, const Line& line)
      : context_(context),
        begin_(line.cells.front().view.begin),
        text_(context.view.slice({begin_, line.cells.back().view.end})) {}

  /// Empty where the line does not open with a known label.
  std::vector<Part> read() {
    std::vector<Part> parts;
    std::size_t from = 0;
    for (std::size_t colon = text_.find(':'); colon != std::string_view::npos; colon = text_.find(':', colon + 1)) {
      if (parts.empty() && colon > kMaxMarker + kMaxLabel) return {};
      auto part = label_before(from, colon, parts);
      if (!part && parts.empty()) return {};
      if (!part) continue;
      if (!parts.empty()) parts.back().value.end = part->label.begin;
      part->value = {colon + 1, text_.size()};
      parts.push_back(std::move(*part));
      from = colon + 1;
    }
    for (auto& part : parts) {
      cut_value(part.value);
      while (part.value.begin < part.value.end && is_parting(part.value.begin)) ++part.value.begin;
      while (part.value.begin < part.value.end && is_parting(part.value.end - 1)) --part.value.end;
      for (Span* span : {&part.label, &part.value}) *span = {span->begin + begin_, span->end + begin_};
    }
    return parts;
  }

 private:
  bool is_parting(std::size_t at) const { return kParting.find(text_[at]) != std::string_view::npos; }

  /// Whether the source has blanks, borders or a line's end before the character.
  bool gap_before(std::size_t at) const {
    std::size_t before = at - 1;
    while (before > 0 && text::is_trail(text_[before])) --before;
    const Span left = context_.view.source_span({begin_ + before, begin_ + at});
    const Span right = context_.view.source_span({begin_ + at, begin_ + at + char_length(text_[at])});
    return right.begin > left.end;
  }

  /// Prose of the next line, where a value closes its own: 2025年:90|到2025年,…
  void cut_value(Span& value) const {
    std::string before;
    for (std::size_t at = value.begin; at < value.end; at += char_length(text_[at])) {
      if (at == value.begin || at - value.begin > kMaxLabel || !gap_before(at)) continue;
      const Span gap{context_.view.source_span({begin_ + value.begin, begin_ + at}).end,
                     context_.view.source_span({begin_ + at, begin_ + at + 1}).begin};
      if (context_.source.slice(gap).find('\n') == std::string_view::npos) continue;
      const auto own = text_.substr(value.begin, at - value.begin);
      if (!is_dash(own) && !read_value(own, "", "", context_.words, before)) continue;
      value.end = at;
      return;
    }
  }

  /// A row's number, or a list's mark, and nothing else.
  bool is_marker(std::string_view front) const {
    return front.size() <= kMaxMarker &&
           (!has_letter(front) || context_.words.without_front("row_mark", front).empty());
  }

  /// The label that a colon closes: a known one from the left, else whatever stands right before it.
  std::optional<Part> label_before(std::size_t from, std::size_t colon, const std::vector<Part>& before) const {
    const bool first = before.empty();
    std::optional<Part> unknown;
    for (std::size_t at = from; at < colon; at += char_length(text_[at])) {
      if (colon - at > kMaxLabel || is_parting(at)) continue;
      const bool opens = first ? at == 0 || is_marker(text_.substr(0, at)) : is_parting(at - 1) || gap_before(at);
      if (!opens) continue;
      const auto label = text_.substr(at, colon - at);
      Part part{context_.words.head(label, context_.years), {at, colon + 1}, {}};
      if (part.column) return part;
      if (first || !has_letter(label) || label.find_first_of(";,|") != std::string_view::npos) continue;
      part.column.emplace();
      part.column->name = text::without_blanks(label);
      if (text_[at - 1] != ',') unknown = std::move(part);
    }
    auto year = first ? std::nullopt : year_before(from, colon, before.back());
    return year ? year : unknown;
  }

  /// A year that has lost the blanks before it: (亿人)2015年, and behind another year's value 76.34|2020年.
  std::optional<Part> year_before(std::size_t from, std::size_t colon, const Part& before) const {
    constexpr std::size_t kDigits = 4;
    for (std::size_t at = from; at + kDigits < colon; ++at) {
      const auto year = text_.substr(at, kDigits);
      if (!is_ordinal(year) || !(year.starts_with("20") || year.starts_with("19")) ||
          is_ordinal(text_.substr(at + kDigits, 1)))
        continue;
      const bool glued = is_ordinal(text_.substr(at - 1, 1));
      auto column = context_.words.head(text_.substr(at, colon - at), context_.years);
      if (column && column->year > 0 && (!glued || before.column->year > 0)) return Part{column, {at, colon + 1}, {}};
    }
    return std::nullopt;
  }

  const TableContext& context_;
  std::size_t begin_;
  std::string_view text_;
};

class LabelReader {
 public:
  LabelReader(const TableContext& context, const std::vector<Line>& lines, std::size_t first)
      : context_(context), lines_(lines), first_(first) {}

  LabelledRows read() {
    std::size_t loose = 0;
    for (std::size_t i = first_; i < lines_.size() && loose <= kMaxLoose; ++i) {
      const auto parts = PartReader(context_, lines_[i]).read();
      if (parts.empty()) {
        if (i == first_ || lines_[i].row || lines_[i].cells.front().text.size() > kMaxGroup) break;
        ++loose;
        continue;
      }
      loose = 0;
      add_line(parts, i);
    }
    close_row();
    return std::move(out_);
  }

 private:
  static bool is_subject(const Part& part) {
    return part.column->holds.starts_with("indicator") || part.column->holds == "task" ||
           part.column->holds == "project" || part.column->holds == "place";
  }

  void add_line(const std::vector<Part>& parts, std::size_t line) {
    if (parts.size() > 1 && has_subject_ && std::any_of(parts.begin(), parts.end(), is_subject)) close_row();
    for (const auto& part : parts) {
      const std::size_t place = place_of(part);
      if (std::find(seen_.begin(), seen_.end(), place) != seen_.end()) close_row();
      seen_.push_back(place);
      labels_.push_back(part.label);
      has_subject_ = has_subject_ || is_subject(part);
      last_line_ = line;
      if (part.value.empty()) continue;
      row_.cells.push_back({part.value, context_.view.slice(part.value), place});
    }
  }

  std::size_t place_of(const Part& part) {
    const auto [found, added] =
        places_.emplace(text::without_blanks(context_.view.slice(part.label)), out_.columns.size());
    if (added) {
      Column column = *part.column;
      column.place = out_.columns.size();
      out_.columns.push_back(std::move(column));
    }
    return found->second;
  }

  void close_row() {
    if (out_.lines.empty() && !labels_.empty()) {
      Line head;
      head.row = head.grid = head.labelled = true;
      head.cells.push_back({labels_.front(), context_.view.slice(labels_.front()), 0});
      out_.lines.push_back(std::move(head));
      out_.labels.emplace_back();
      out_.ends.push_back(first_);
    }
    if (!row_.cells.empty()) {
      std::sort(row_.cells.begin(), row_.cells.end(),
                [](const Cell& a, const Cell& b) { return a.view.begin < b.view.begin; });
      row_.row = row_.grid = row_.labelled = true;
      out_.lines.push_back(std::move(row_));
      out_.labels.push_back(std::move(labels_));
      out_.ends.push_back(last_line_ + 1);
    }
    row_ = Line();
    labels_.clear();
    seen_.clear();
    has_subject_ = false;
  }

  const TableContext& context_;
  const std::vector<Line>& lines_;
  std::size_t first_;
  LabelledRows out_;
  std::map<std::string, std::size_t> places_;  ///< of the labels
  Line row_;
  std::vector<Span> labels_;
  std::vector<std::size_t> seen_;  ///< places that the row has
  bool has_subject_ = false;
  std::size_t last_line_ = 0;
};

}  // namespace

LabelledRows read_labelled(const TableContext& context, const std::vector<Line>& lines, std::size_t first) {
  LabelledRows rows = LabelReader(context, lines, first).read();
  settle_heads(rows.columns, context.years.plan);
  return rows;
}

}  // namespace zhibiao::extract
