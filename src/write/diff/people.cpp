// Write, comparisons for people. Input: the rows of each pair of plans; output: old and new side by side in a table or in
// Markdown, and the counts. Tested by tests/compare/diff_command_test.cpp and tests/golden/diff-*.
#include "write/diff/people.hpp"

#include <memory>
#include <ostream>
#include <string>
#include <utility>

#include "write/diff/cells.hpp"
#include "write/rows.hpp"
#include "write/table.hpp"
#include "write/value.hpp"

namespace zhibiao::write {
namespace {

std::string plan_line(const Plan* plan, Language language) {
  return plan == nullptr ? std::string(word(Word::no_plan, language)) : document_line(plan->file, plan->document);
}

/// The heading a row stands under.
std::string section_of(const DiffRow& row, const Diff& diff, Language language) {
  if (row.near) return std::string(word(Word::near_section, language));
  if (row.new_fact != nullptr) return row.new_fact->heading;
  return std::string(word(diff.achieved ? Word::unreported_section : Word::dropped_section, language));
}

void write_part(std::ostream& out, const Diff& diff, const DiffPart& part, const WriteOptions& options,
                const DiffLooks& looks) {
  const Language language = options.language;
  out << word(Word::old_side, language) << "  " << printable(plan_line(part.old_plan, language)) << '\n'
      << word(Word::new_side, language) << "  " << printable(plan_line(part.new_plan, language)) << "\n\n";
  Table table(diff_columns(diff, language));
  DiffCells cells(diff, language, !diff.sectioned, looks.colour);
  std::string section;
  for (const DiffRow& row : part.rows) {
    const std::string title = diff.sectioned || row.near ? section_of(row, diff, language) : std::string();
    if (!title.empty() && title != section) table.section(title);
    section = title;
    auto texts = cells.row(row);
    table.row(std::move(texts), cells.looks());
    if (!looks.explain) continue;
    for (const std::string& line : cells.reasons(row)) table.note(line);
  }
  table.print(out, options.width, options.wrap, looks.colour);
  if (!part.rows.empty()) out << '\n';
}

}  // namespace

void write_diff_table(std::ostream& out, const Diff& diff, const WriteOptions& options, const DiffLooks& looks) {
  for (const DiffPart& part : diff.parts) write_part(out, diff, part, options, looks);
  out << counts_line(diff, options.language) << '\n';
}

void write_diff_markdown(std::ostream& out, const Diff& diff, const WriteOptions& options) {
  DiffCells cells(diff, options.language, true, false);
  for (const DiffPart& part : diff.parts) {
    out << "## " << markdown_text(plan_line(part.old_plan, options.language)) << " → "
        << markdown_text(plan_line(part.new_plan, options.language)) << "\n\n";
    std::vector<Column> columns;
    for (const TableColumn& column : diff_columns(diff, options.language)) {
      columns.push_back({column.title, column.right ? FieldType::integer : FieldType::text});
    }
    const auto rows = row_writer(out, Format::md, std::move(columns));
    for (const DiffRow& row : part.rows) rows->row(cells.row(row));
    rows->finish();
    out << '\n';
  }
  out << counts_line(diff, options.language) << '\n';
}

}  // namespace zhibiao::write
