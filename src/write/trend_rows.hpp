// Write, trends: the rows of both machine forms, and the words around them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/labels.hpp"
#include "write/trend_writer.hpp"

namespace zhibiao::write {

/// Words around the data (trend.def).
enum class TrendWord {
#define WORD(name, english, chinese) name,
#include "write/trend.def"
};
std::string_view word(TrendWord one, Language language);

/// A column of a machine form.
struct TrendField {
  std::string name;
  FieldType type = FieldType::text;
  const Field* like = nullptr;  ///< the field of a record that it is spelt like; nullptr: any text or number
};

/// The long form, one row for each value: its indicator, then its fact. Names do not depend on the table.
std::vector<TrendField> long_fields(Language language);

struct LongRow {
  const Fact* fact = nullptr;
  std::vector<std::string> cells;
};

/// The values of a row, by column, each column's target before its result. `number` is the row's, from 1.
std::vector<LongRow> long_rows(const TrendTable& table, const TrendTableRow& row, std::size_t number);

/// The wide form, one row for each indicator: what it is; then blocks with a column for each plan: its value (of a range
/// the lower end, of a milestone its date), its result if results were asked for, the comparators of both, and upper
/// ends if there are ranges. So each block of numbers can be charted as it stands.
class WideForm {
 public:
  /// `table` must outlive it.
  explicit WideForm(const TrendTable& table);

  std::vector<TrendField> fields(Language language) const;
  std::vector<std::string> cells(const TrendTableRow& row) const;

  /// Where the block of targets' values begins; that of results follows behind as many columns as there are plans.
  static std::size_t first_value();

 private:
  using Part = TrendValue TrendEntry::*;
  const TrendTable& table_;
  std::vector<Part> parts_;   ///< targets, and results if they were asked for
  std::vector<Part> ranges_;  ///< those of them that have ranges
};

/// `城镇新增就业 (全国)`: the indicator with its scope.
std::string trend_name(const TrendTableRow& row);

/// `12 indicators in 5 plans`, or that there is none.
std::string trend_counts(std::size_t indicators, std::size_t plans, Language language);

}  // namespace zhibiao::write
