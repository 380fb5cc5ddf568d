// Write, what `verify` prints. Input: what came of each row; output: a table for people with a count below, or a line for
// each difference for programs. Tested by tests/records/verify_test.cpp and tests/golden/verify-*.
#include "write/checks_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "write/counts.hpp"
#include "write/format.hpp"
#include "write/labels.hpp"
#include "write/rows.hpp"
#include "write/spreadsheet.hpp"
#include "write/table.hpp"

namespace zhibiao::write {
namespace {

constexpr std::array kFormats = {Format::table, Format::csv, Format::tsv, Format::jsonl, Format::json, Format::md};

constexpr std::array kColumns = {
#define COLUMN(name, chinese, type) Bilingual{#name, chinese, FieldType::type},
#include "write/checks.def"
};

enum class Word {
#define WORD(name, english, chinese) name,
#include "write/checks.def"
};

std::string_view word(Word one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#include "write/checks.def"
  };
  return kWords[static_cast<std::size_t>(one)].in(language);
}

std::string_view status_name(RowStatus status, Language language) {
  static constexpr std::array<std::string_view, 6> kChinese = {
#define STATUS(status, chinese) chinese,
#include "write/checks.def"
  };
  return language == Language::zh ? kChinese[static_cast<std::size_t>(status)] : name_of(status);
}

/// The cells of one line; `one` is nullptr for a row without differences.
std::vector<std::string> cells(const RowCheck& check, const RowDifference* one, Language language) {
  std::vector<std::string> row = {check.sheet,
                                  std::to_string(check.row),
                                  std::string(status_name(check.status, language)),
                                  check.file,
                                  check.line == 0 ? std::string() : std::to_string(check.line),
                                  check.indicator,
                                  check.mention};
  if (one == nullptr) {
    row.resize(kColumns.size());
    return row;
  }
  std::string field;
  if (one->field != nullptr) field = language == Language::zh ? one->field->name_zh : one->field->name;
  row.insert(row.end(), {field, one->table, one->source, one->note});
  return row;
}

template <class Use>
void each_line(const std::vector<RowCheck>& checks, Language language, Use use) {
  for (const RowCheck& check : checks) {
    if (check.differences.empty()) use(check, cells(check, nullptr, language));
    for (const RowDifference& one : check.differences) use(check, cells(check, &one, language));
  }
}

std::string counts(const std::vector<RowCheck>& checks, Language language) {
  Counts<RowStatus> count;
  for (const RowCheck& check : checks) ++count[check.status];
  if (checks.empty()) return std::string(word(Word::no_rows, language));
  if (count[RowStatus::ok] == checks.size()) {
    return checks.size() == 1 ? std::string(word(Word::one_stands, language))
                              : fmt::format(fmt::runtime(word(Word::all_stand, language)), checks.size());
  }
  std::string list;
  for (const RowStatus status : values_of<RowStatus>()) {
    if (count[status] == 0) continue;
    if (!list.empty()) list += word(Word::comma, language);
    list += fmt::format(fmt::runtime(word(Word::counted, language)), status_name(status, language), count[status]);
  }
  return fmt::format(fmt::runtime(word(checks.size() == 1 ? Word::one_row : Word::rows, language)), checks.size(),
                     list);
}

/// Empty where nothing is left out.
std::string left_out_line(std::size_t left_out, Language language) {
  if (left_out == 0) return {};
  if (left_out == 1) return std::string(word(Word::one_left_out, language));
  return fmt::format(fmt::runtime(word(Word::left_out, language)), left_out);
}

void write_table(std::ostream& out, const std::vector<RowCheck>& checks, const WriteOptions& options, bool all) {
  std::vector<write::TableColumn> columns;
  for (const Bilingual& name : kColumns) {
    write::TableColumn column{.title = std::string(name.in(options.language))};
    column.right = name.type == FieldType::integer;
    if (!column.right && name.english != "status" && name.english != "field") column.floor = 12;
    if (name.english == "mention") column.drop = 2;
    if (name.english == "indicator") column.drop = 1;
    columns.push_back(std::move(column));
  }
  write::Table table(std::move(columns));
  const RowCheck* before = nullptr;
  bool any = false;
  each_line(checks, options.language, [&](const RowCheck& check, std::vector<std::string> row) {
    if (check.status == RowStatus::ok && !all) return;
    // Further differences of a row stand below the first.
    constexpr std::size_t kOfRow = 7;
    if (before == &check) std::fill_n(row.begin(), kOfRow, std::string());
    before = &check;
    any = true;
    table.row(std::move(row));
  });
  if (any) table.print(out, options.width, options.wrap);
  if (any) out << '\n';
  out << counts(checks, options.language);
}

void write_rows(std::ostream& out, const std::vector<RowCheck>& checks, const WriteOptions& options) {
  const bool guard = is_separated(options.format) && options.csv.guard;
  const Language header = header_language(options);
  std::vector<write::Column> columns;
  for (const Bilingual& name : kColumns) columns.push_back({std::string(name.in(header)), name.type});
  const auto rows = write::row_writer(out, options.format, std::move(columns), options.csv);
  each_line(checks, Language::en, [&](const RowCheck&, std::vector<std::string> row) {
    if (guard) std::transform(row.begin(), row.end(), row.begin(), write::guarded);
    rows->row(row);
  });
  rows->finish();
}

}  // namespace

std::span<const Format> checks_formats() { return kFormats; }

void write_checks(std::ostream& out, const std::vector<RowCheck>& checks, std::size_t left_out,
                  const WriteOptions& options, bool all) {
  if (options.format == Format::table) {
    write_table(out, checks, options, all);
    out << left_out_line(left_out, options.language);
  } else {
    write_rows(out, checks, options);
  }
}

}  // namespace zhibiao::write
