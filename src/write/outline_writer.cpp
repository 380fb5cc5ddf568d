// Write, outlines. Input: the numbered items of one document after the other; output: a tree for people or rows.
// Tested by tests/write/outline_writer_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

#include "text/width.hpp"
#include "write/format.hpp"
#include "write/labels.hpp"
#include "write/rows.hpp"
#include "write/spreadsheet.hpp"
#include "write/table.hpp"
#include "write/value.hpp"

namespace zhibiao {
namespace {

using write::Label;

/// file, line, level, marker, path, heading.
std::vector<write::Column> item_columns(Language language) {
  return {{write::text(Label::file, language), FieldType::text},
          {write::text(Label::line, language), FieldType::integer},
          {write::text(Label::level, language), FieldType::integer},
          {write::text(Label::marker, language), FieldType::text},
          {write::text(Label::path, language), FieldType::text},
          {write::text(Label::heading, language), FieldType::text}};
}

/// An item that is shown, and how many below it are not.
struct Shown {
  const Item* item = nullptr;
  std::size_t folded = 0;
};

std::vector<Shown> shown_items(const Analysis& analysis, std::size_t depth) {
  std::vector<Shown> shown;
  for (const Item& item : analysis.items) {
    if (depth == 0 || item.level <= depth) {
      shown.push_back({&item});
    } else if (!shown.empty()) {
      ++shown.back().folded;
    }
  }
  return shown;
}

class ItemRows : public Writer {
 public:
  ItemRows(std::ostream& out, const WriteOptions& options)
      : guard_(options.csv.guard),
        depth_(options.depth),
        rows_(write::row_writer(out, options.format, item_columns(write::header_language(options)), options.csv)) {}

  void write(const std::string& file, const Analysis& analysis) override {
    for (const Shown& one : shown_items(analysis, depth_)) {
      const Item& item = *one.item;
      rows_->row({cell(file), std::to_string(item.line), std::to_string(item.level), cell(item.marker), path(item.path),
                  cell(item.heading)});
    }
  }

  void finish() override { rows_->finish(); }

 private:
  std::string cell(const std::string& text) const { return guard_ ? write::guarded(text) : text; }
  std::string path(const std::string& text) const {
    return guard_ ? write::excel_spelling(*find_field("item"), text) : text;
  }

  bool guard_;
  std::size_t depth_;
  std::unique_ptr<write::RowWriter> rows_;
};

class ItemTable : public Writer {
 public:
  ItemTable(std::ostream& out, const WriteOptions& options)
      : out_(out),
        options_(options),
        table_({{.title = write::text(Label::line, options.language), .right = true},
                {.title = write::text(Label::level, options.language), .right = true},
                {.title = write::text(Label::marker, options.language)},
                {.title = write::text(Label::path, options.language), .floor = 8},
                {.title = write::text(Label::heading, options.language), .floor = 16}}) {}

  void write(const std::string& file, const Analysis& analysis) override {
    table_.section(write::document_line(file, analysis.document));
    for (const Shown& one : shown_items(analysis, options_.depth)) {
      const Item& item = *one.item;
      table_.row({std::to_string(item.line), std::to_string(item.level), item.marker, item.path, item.heading},
                 {{.column = 0, .look = write::Look::dim}});
    }
  }

  void finish() override { table_.print(out_, options_.width, options_.wrap, options_.colour); }

 private:
  std::ostream& out_;
  WriteOptions options_;
  write::Table table_;
};

/// One line for each item: its line number, then marker and heading, indented by level, and how many items below it are
/// folded away.
class Tree : public Writer {
 public:
  Tree(std::ostream& out, const WriteOptions& options) : out_(out), options_(options) {}

  void write(const std::string& file, const Analysis& analysis) override {
    if (!first_) out_ << '\n';
    first_ = false;
    const std::string title = cut(write::document_line(file, analysis.document), 0);
    out_ << (options_.colour ? write::painted(title, write::Look::bold) : title) << '\n';
    const std::vector<Shown> shown = shown_items(analysis, options_.depth);
    std::size_t digits = 1;
    for (const Shown& one : shown) digits = std::max(digits, std::to_string(one.item->line).size());
    for (const Shown& one : shown) print(one, digits);
  }

  void finish() override {}

 private:
  void print(const Shown& one, std::size_t digits) {
    const Item& item = *one.item;
    const std::string number = std::to_string(item.line);
    // Deeper than this is a fault of the document, not a place on a screen.
    const std::size_t indent = 2 * std::min<std::size_t>(item.level, 16);
    const std::string folded = folded_text(one.folded);
    const std::string text =
        cut(std::string(indent, ' ') + item.marker + (item.marker.ends_with('.') ? " " : "") + item.heading,
            digits + text::display_width(folded));
    out_ << dim(std::string(digits - number.size(), ' ') + number) << text << dim(folded) << '\n';
  }

  std::string folded_text(std::size_t count) const {
    if (count == 0) return {};
    const Label words = count == 1 ? Label::folded_one : Label::folded_many;
    return "  " + fmt::format(fmt::runtime(write::label(words, options_.language)), count);
  }

  /// Made safe, and cut to what is left of the width.
  std::string cut(const std::string& text, std::size_t taken) const {
    const std::string safe = printable(text);
    if (options_.width == 0) return safe;
    return text::truncate_to_width(safe, options_.width > taken ? options_.width - taken : 1);
  }

  std::string dim(const std::string& text) const {
    return options_.colour && !text.empty() ? write::painted(text, write::Look::dim) : text;
  }

  std::ostream& out_;
  WriteOptions options_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> outline_writer(std::ostream& out, const WriteOptions& options) {
  switch (options.format) {
    case Format::tree: return std::make_unique<Tree>(out, options);
    case Format::table: return std::make_unique<ItemTable>(out, options);
    default: return std::make_unique<ItemRows>(out, options);
  }
}

std::span<const Format> outline_formats() {
  static constexpr Format kFormats[] = {Format::tree,  Format::table, Format::csv, Format::tsv,
                                        Format::jsonl, Format::json,  Format::md};
  return kFormats;
}

}  // namespace zhibiao
