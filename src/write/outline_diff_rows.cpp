// Write, outlines side by side, for programs. Input: the items of two plans and what became of each; output: a row of csv
// or tsv, or an object of JSON, for each change. Tested by tests/compare/outline_diff_command_test.cpp.
#include <fmt/format.h>

#include <array>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "write/outline_diff_parts.hpp"
#include "write/rows.hpp"
#include "write/spreadsheet.hpp"

namespace zhibiao::write::outline_diff {
namespace {

constexpr std::array kColumns = {
#define COLUMN(name, chinese, type) Bilingual{#name, chinese, FieldType::type},
#include "write/outline_diff.def"
};

constexpr std::array kSide = {
#define SIDE(name, chinese, type) Bilingual{#name, chinese, FieldType::type},
#include "write/outline_diff.def"
};

/// The cells of kColumns but `moved`, which each format spells in its own way.
std::string status_cell(const OutlineChange& change) { return std::string(name_of(change.status)); }

std::string similarity_cell(const OutlineChange& change) {
  return change.old_item && change.new_item ? fmt::format("{:.3f}", change.similarity) : std::string();
}

/// The cells of kSide.
std::vector<std::string> item_cells(const std::string& file, const Item& item) {
  return {file, std::to_string(item.line), std::to_string(item.level), item.marker, item.path, item.heading};
}

class SeparatedChanges : public OutlineDiffWriter {
 public:
  SeparatedChanges(std::ostream& out, const WriteOptions& options) : guard_(options.csv.guard) {
    std::vector<Column> columns;
    for (const Bilingual& name : kColumns) columns.push_back({std::string(name.in(options.header)), name.type});
    for (const Word side : {Word::old_side, Word::new_side}) {
      for (const Bilingual& name : kSide) {
        const std::string_view between = options.header == Language::zh ? "" : "_";
        columns.push_back(
            {fmt::format("{}{}{}", word(side, options.header), between, name.in(options.header)), name.type});
      }
    }
    rows_ = row_writer(out, options.format, std::move(columns), options.csv);
  }

  void write(const Plan& before, const Plan& after, const std::vector<OutlineChange>& changes) override {
    for (const OutlineChange& change : changes) {
      const Sides sides = sides_of(change, before, after);
      std::vector<std::string> cells = {status_cell(change), change.moved ? "yes" : "", similarity_cell(change)};
      add_item(before.file, sides.before, cells);
      add_item(after.file, sides.after, cells);
      rows_->row(cells);
    }
  }

  void finish() override { rows_->finish(); }

 private:
  void add_item(const std::string& file, const Item* item, std::vector<std::string>& cells) const {
    if (item == nullptr) {
      cells.resize(cells.size() + kSide.size());
      return;
    }
    const auto made = item_cells(file, *item);
    for (std::size_t i = 0; i < made.size(); ++i) {
      const bool path = kSide[i].english == "path";
      const std::string safe = path ? excel_spelling(*find_field("item"), made[i]) : guarded(made[i]);
      cells.push_back(guard_ ? safe : made[i]);
    }
  }

  bool guard_;
  std::unique_ptr<RowWriter> rows_;
};

class JsonChanges : public OutlineDiffWriter {
 public:
  JsonChanges(std::ostream& out, bool array) : out_(out), array_(array) {
    if (array_) out_ << '[';
  }

  void write(const Plan& before, const Plan& after, const std::vector<OutlineChange>& changes) override {
    for (const OutlineChange& change : changes) {
      const Sides sides = sides_of(change, before, after);
      if (array_) out_ << (first_ ? "\n" : ",\n");
      first_ = false;
      out_ << fmt::format("{{{}:{},{}:{},{}:{},\"old\":{},\"new\":{}}}", key(kColumns[0]),
                          json_string(status_cell(change)), key(kColumns[1]), change.moved, key(kColumns[2]),
                          json_cell(kColumns[2].type, similarity_cell(change)), object(before.file, sides.before),
                          object(after.file, sides.after));
      if (!array_) out_ << '\n';
    }
  }

  void finish() override {
    if (array_) out_ << (first_ ? "]\n" : "\n]\n");
  }

 private:
  static std::string key(const Bilingual& name) { return json_string(name.english); }

  static std::string object(const std::string& file, const Item* item) {
    if (item == nullptr) return "null";
    const auto cells = item_cells(file, *item);
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      text += (i == 0 ? "{" : ",") + key(kSide[i]) + ":" + json_cell(kSide[i].type, cells[i]);
    }
    return text + "}";
  }

  std::ostream& out_;
  bool array_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<OutlineDiffWriter> rows_writer(std::ostream& out, const WriteOptions& options) {
  if (options.format == Format::json || options.format == Format::jsonl) {
    return std::make_unique<JsonChanges>(out, options.format == Format::json);
  }
  return std::make_unique<SeparatedChanges>(out, options);
}

}  // namespace zhibiao::write::outline_diff
