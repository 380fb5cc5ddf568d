// Write, outlines. Input: the numbered items of one document after the other; output: a tree for people or rows.
// Tested by tests/write/outline_writer_test.cpp.
#include <algorithm>
#include <ostream>
#include <utility>

#include "text/width.hpp"
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

class ItemRows : public Writer {
 public:
  ItemRows(std::ostream& out, const WriteOptions& options)
      : guard_(options.csv.guard),
        rows_(write::row_writer(out, options.format, item_columns(header_language(options)), options.csv)) {}

  void write(const std::string& file, const Analysis& analysis) override {
    for (const Item& item : analysis.items) {
      rows_->row({cell(file), std::to_string(item.line), std::to_string(item.level), cell(item.marker), path(item.path),
                  cell(item.heading)});
    }
  }

  void finish() override { rows_->finish(); }

 private:
  /// Keys of JSON stay as they are.
  static Language header_language(const WriteOptions& options) {
    const bool json = options.format == Format::json || options.format == Format::jsonl;
    return json ? Language::en : options.header;
  }
  std::string cell(const std::string& text) const { return guard_ ? write::guarded(text) : text; }
  std::string path(const std::string& text) const {
    return guard_ ? write::excel_spelling(*find_field("item"), text) : text;
  }

  bool guard_;
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
    for (const Item& item : analysis.items) {
      table_.row({std::to_string(item.line), std::to_string(item.level), item.marker, item.path, item.heading});
    }
  }

  void finish() override { table_.print(out_, options_.width, options_.wrap); }

 private:
  std::ostream& out_;
  WriteOptions options_;
  write::Table table_;
};

/// One line for each item: its line number, then marker and heading, indented by level.
class Tree : public Writer {
 public:
  Tree(std::ostream& out, const WriteOptions& options) : out_(out), width_(options.width) {}

  void write(const std::string& file, const Analysis& analysis) override {
    if (!first_) out_ << '\n';
    first_ = false;
    line(write::document_line(file, analysis.document));
    std::size_t digits = 1;
    for (const Item& item : analysis.items) digits = std::max(digits, std::to_string(item.line).size());
    for (const Item& item : analysis.items) {
      const std::string number = std::to_string(item.line);
      // Deeper than this is a fault of the document, not a place on a screen.
      const std::size_t indent = 2 * std::min<std::size_t>(item.level, 16);
      line(std::string(digits - number.size(), ' ') + number + std::string(indent, ' ') + item.marker +
           (item.marker.ends_with('.') ? " " : "") + item.heading);
    }
  }

  void finish() override {}

 private:
  void line(const std::string& text) {
    const std::string safe = printable(text);
    out_ << (width_ == 0 ? safe : text::truncate_to_width(safe, width_)) << '\n';
  }

  std::ostream& out_;
  std::size_t width_;
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
