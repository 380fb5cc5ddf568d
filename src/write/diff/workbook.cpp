// Write, comparisons as a workbook. Input: the rows of each pair of plans; output: a sheet with old and new halves side by
// side, and one with the counts and options. Tested by tests/compare/diff_workbook_test.cpp.
#include <fmt/format.h>

#include <iterator>
#include <list>
#include <string>
#include <utility>

#include "write/diff/writer.hpp"
#include "write/workbook/cell.hpp"
#include "write/workbook/sheet.hpp"

namespace zhibiao::write {
namespace {

constexpr std::uint32_t kOldTint = 0xFCE4D6;
constexpr std::uint32_t kNewTint = 0xE2EFDA;
constexpr std::size_t kFrozen = 2;  ///< the status and the indicator

SheetColumn column(std::string_view name, std::string_view chinese, Language language) {
  SheetColumn made;
  made.name = made.like = name;
  made.name_zh = chinese;
  made.title = language == Language::zh ? chinese : name;
  return made;
}

/// The columns of the sheet of changes; owns the names it makes.
class DiffColumns {
 public:
  DiffColumns(const Diff& diff, const WriteOptions& options) {
    for (const Bilingual& one : change_columns(diff)) {
      columns_.push_back(column(one.english, one.chinese, options.header));
      columns_.back().type = one.type;
    }
    add_side(Word::old_side, kOldTint, options.header);
    add_side(Word::new_side, kNewTint, options.header);
  }

  const std::vector<SheetColumn>& get() const { return columns_; }

 private:
  void add_side(Word side, std::uint32_t tint, Language language) {
    for (const Field* field : side_fields()) {
      const std::string& name = names_.emplace_back(fmt::format("{}_{}", word(side, Language::en), field->name));
      const std::string& chinese = names_.emplace_back(fmt::format("{}{}", word(side, Language::zh), field->name_zh));
      SheetColumn& made = columns_.emplace_back(column(name, chinese, language));
      made.type = field->type;
      made.dated = is_dated(field->name);
      made.like = field->name;
      made.tint = tint;
    }
  }

  std::list<std::string> names_;
  std::vector<SheetColumn> columns_;
};

std::string link_of(const Fact* fact, const Plan* plan, const std::string& workbook) {
  return link_to(fact != nullptr ? fact->file : plan != nullptr ? plan->file : std::string(), workbook);
}

void write_changes(WorkbookFile& file, const Diff& diff, const WriteOptions& options) {
  const DiffColumns columns(diff, options);
  Sheet sheet(file, word(Word::changes_sheet, options.language), columns.get(), kFrozen);
  for (const DiffPart& part : diff.parts) {
    for (const DiffRow& row : part.rows) {
      auto cells = change_cells(row, diff);
      for (auto side : {side_cells(row.old_fact, part.old_plan), side_cells(row.new_fact, part.new_plan)}) {
        cells.insert(cells.end(), std::make_move_iterator(side.begin()), std::make_move_iterator(side.end()));
      }
      sheet.row(cells,
                {link_of(row.old_fact, part.old_plan, file.path()), link_of(row.new_fact, part.new_plan, file.path())});
    }
  }
  sheet.finish();
}

/// The kinds of rows with how many there are.
std::vector<std::pair<std::string, std::size_t>> counted(const Diff& diff, Language language) {
  std::vector<std::pair<std::string, std::size_t>> rows;
  const auto add = [&](std::string_view what, std::size_t count) { rows.emplace_back(what, count); };
  for (const ChangeStatus status : values_of<ChangeStatus>()) {
    add(word(Word::raised, status, language), diff.counts.statuses[status]);
  }
  for (const Achievement achievement : values_of<Achievement>()) {
    if (diff.achieved) add(word(Word::met, achievement, language), diff.counts.achievements[achievement]);
  }
  if (diff.counts.near > 0) add(word(Word::near, language), diff.counts.near);
  return rows;
}

void write_counts(WorkbookFile& file, const Diff& diff, const WriteOptions& options) {
  const Language language = options.language;
  std::vector<SheetColumn> columns;
  columns.push_back(column(word(Word::what, Language::en), word(Word::what, Language::zh), language));
  columns.push_back(column(word(Word::how_many, Language::en), word(Word::how_many, Language::zh), language));
  columns.back().type = FieldType::decimal;
  columns.back().like = find_field("sentence")->name;  // as wide, for files' names
  Sheet sheet(file, word(Word::counts_sheet, language), std::move(columns), 0);
  for (const auto& [what, count] : counted(diff, language)) sheet.row({what, std::to_string(count)});
  for (const DiffPart& part : diff.parts) {
    const auto file_of = [](const Plan* plan) { return plan == nullptr ? std::string() : plan->file; };
    sheet.row({std::string(word(Word::old_side, language)), file_of(part.old_plan)});
    sheet.row({std::string(word(Word::new_side, language)), file_of(part.new_plan)});
  }
  for (const auto& [name, value] : diff.options) sheet.row({name, value});
  sheet.finish();
}

}  // namespace

std::vector<std::string> write_diff_workbook(const std::string& path, const Diff& diff, const WriteOptions& options) {
  WorkbookFile file(path, {});
  write_changes(file, diff, options);
  write_counts(file, diff, options);
  file.close();
  return told_losses(file);
}

}  // namespace zhibiao::write
