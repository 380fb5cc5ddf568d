// Write, trends for programs. Input: a prepared table; output: the cells of the long and of the wide form. Tested by tests/write/trend_writer_test.cpp.
#include "write/trend_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "zhibiao/fields.hpp"

namespace zhibiao::write {
namespace {

constexpr std::array kLong = {
#define LONG(name, chinese, type) Bilingual{#name, chinese, FieldType::type},
#include "write/trend.def"
};

constexpr std::array kFact = {
#define FACT(field) std::string_view(#field),
#include "write/trend.def"
};

constexpr std::array kWide = {
#define WIDE(name, chinese, type) Bilingual{#name, chinese, FieldType::type},
#include "write/trend.def"
};

std::string decimal(const std::optional<Decimal>& number) { return number ? number->str() : std::string(); }

std::string likeness(double similarity) { return fmt::format("{:.3f}", similarity); }

/// The value as one cell: what a range or milestone has beside it is told elsewhere.
std::string cell_of(const TrendValue& value) {
  if (!value) return {};
  return value.value ? value.value->str() : value.fact->deadline;
}

using Part = TrendValue TrendEntry::*;

bool has_ranges(const TrendTable& table, Part part) {
  for (const TrendTableRow& row : table.rows) {
    for (const TrendEntry& entry : row.entries) {
      if ((entry.*part).value_max) return true;
    }
  }
  return false;
}

std::vector<Part> parts_of(const TrendTable& table) {
  if (table.results) return {&TrendEntry::target, &TrendEntry::result};
  return {&TrendEntry::target};
}

/// `2021`, `2021_result_comparator`; in Chinese the words follow without a mark.
std::string named(const std::string& label, bool result, std::string_view what, Language language) {
  const std::string_view mark = language == Language::en ? "_" : "";
  std::string name = label;
  if (result) name.append(mark).append(word(TrendWord::result, language));
  if (!what.empty()) name.append(mark).append(what);
  return name;
}

}  // namespace

std::string_view word(TrendWord one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#include "write/trend.def"
  };
  return kWords.at(static_cast<std::size_t>(one)).in(language);
}

std::vector<TrendField> long_fields(Language language) {
  std::vector<TrendField> fields;
  for (const Bilingual& one : kLong) {
    fields.push_back({std::string(one.in(language)), one.type, find_field(one.english)});
  }
  for (const std::string_view name : kFact) {
    const Field* field = find_field(name);
    fields.push_back({std::string(language == Language::zh ? field->name_zh : field->name), field->type, field});
  }
  return fields;
}

std::vector<LongRow> long_rows(const TrendTable& table, const TrendTableRow& row, std::size_t number) {
  std::vector<LongRow> rows;
  for (std::size_t column = 0; column < row.entries.size(); ++column) {
    for (const Part part : parts_of(table)) {
      const TrendValue& value = row.entries[column].*part;
      if (!value) continue;
      LongRow made{value.fact,
                   {std::to_string(number), row.indicator, row.scope, row.unit, row.per, row.change,
                    table.columns[column].label, decimal(value.value), decimal(value.value_max),
                    likeness(value.similarity), value.fact->indicator, value.fact->scope}};
      for (const std::string_view name : kFact) made.cells.push_back(find_field(name)->text(*value.fact));
      rows.push_back(std::move(made));
    }
  }
  return rows;
}

WideForm::WideForm(const TrendTable& table) : table_(table), parts_(parts_of(table)) {
  for (const Part part : parts_) {
    if (has_ranges(table, part)) ranges_.push_back(part);
  }
}

std::size_t WideForm::first_value() { return kWide.size(); }

std::vector<TrendField> WideForm::fields(Language language) const {
  std::vector<TrendField> fields;
  for (const Bilingual& one : kWide) {
    fields.push_back({std::string(one.in(language)), one.type, find_field(one.english)});
  }
  const auto block = [&](Part part, std::string_view what, FieldType type, std::string_view like) {
    for (const TrendColumn& column : table_.columns) {
      fields.push_back({named(column.label, part == &TrendEntry::result, what, language), type, find_field(like)});
    }
  };
  for (const Part part : parts_) block(part, {}, FieldType::decimal, "deadline");
  for (const Part part : parts_) block(part, word(TrendWord::comparator, language), FieldType::text, "comparator");
  for (const Part part : ranges_) block(part, word(TrendWord::value_max, language), FieldType::decimal, "value_max");
  return fields;
}

std::vector<std::string> WideForm::cells(const TrendTableRow& row) const {
  std::vector<std::string> cells = {
      row.indicator,           row.scope, row.unit, row.per, row.change, std::string(name_of(row.kind)),
      likeness(row.similarity)};
  const auto block = [&](const std::vector<Part>& parts, auto cell) {
    for (const Part part : parts) {
      for (const TrendEntry& entry : row.entries) cells.push_back(cell(entry.*part));
    }
  };
  block(parts_, cell_of);
  block(parts_, [](const TrendValue& value) { return value ? value.fact->comparator : std::string(); });
  block(ranges_, [](const TrendValue& value) { return decimal(value.value_max); });
  return cells;
}

std::string trend_name(const TrendTableRow& row) {
  return row.scope.empty() ? row.indicator : fmt::format("{} ({})", row.indicator, row.scope);
}

std::string trend_counts(std::size_t indicators, std::size_t plans, Language language) {
  const TrendWord says = indicators == 0   ? TrendWord::nothing
                         : indicators == 1 ? TrendWord::counts_one
                                           : TrendWord::counts;
  return fmt::format(fmt::runtime(word(says, language)), indicators, plans);
}

}  // namespace zhibiao::write
