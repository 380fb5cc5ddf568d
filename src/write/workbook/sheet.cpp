// Write, xlsx: one sheet. Input: rows of cells as text; output: typed cells, widths, colours in the library's hands.
// Tested by tests/write/workbook_test.cpp.
#include "write/workbook/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <utility>

#include "text/width.hpp"
#include "write/workbook/cell.hpp"
#include "write/workbook/quiet.hpp"

namespace zhibiao::write {
namespace {

constexpr lxw_row_t kSampled = 1000;      ///< rows whose text is measured
constexpr std::size_t kMeasured = 512;    ///< bytes of a cell that are
constexpr std::size_t kFilterButton = 3;  ///< columns that the button in a header covers
constexpr std::string_view kLinked = "file";
constexpr std::string_view kWrapped[] = {"sentence", "about"};

bool is_wrapped(std::string_view name) {
  return std::find(std::begin(kWrapped), std::end(kWrapped), name) != std::end(kWrapped);
}

lxw_col_t at(std::size_t column) { return static_cast<lxw_col_t>(column); }

}  // namespace

Sheet::Sheet(WorkbookFile& file, std::string_view name, std::vector<SheetColumn> columns,
             std::optional<std::size_t> frozen)
    : file_(file), name_(name), columns_(std::move(columns)), frozen_(frozen.value_or(frozen_columns(columns_))) {
  begin(name_);
}

void Sheet::begin(const std::string& name) {
  const Quiet quiet;
  sheet_ = file_.add_sheet(name);
  row_ = 0;
  links_ = 0;
  widths_.assign(columns_.size(), 0);
  worksheet_freeze_panes(sheet_, 1, at(frozen_));
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const std::string title(columns_[column].title);
    measure(column, text::display_width(title) + kFilterButton);
    file_.check(worksheet_write_string(sheet_, row_, at(column), title.c_str(), file_.header(columns_[column].tint)));
  }
  ++row_;
}

void Sheet::row(const std::vector<std::string>& cells, const std::vector<std::string>& links) {
  if (row_ >= file_.limits().rows) {
    finish();
    begin(fmt::format("{} {}", name_, ++number_));
    file_.losses().continued.push_back(fmt::format("{} {}", name_, number_));
  }
  const Quiet quiet;
  static const std::string kNowhere;
  std::size_t linked = 0;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const bool leads = columns_[column].like == kLinked && linked < links.size();
    const std::string& link = leads ? links[linked++] : kNowhere;
    if (!cells[column].empty()) cell(column, cells[column], link);
  }
  ++row_;
}

void Sheet::cell(std::size_t column, const std::string& text, const std::string& link) {
  if (typed(column, text)) {
    measure(column, text.size() + 1);  // a number too wide for its column shows as ####
    return;
  }
  this->text(column, text, link);
}

/// Writes a number or a date; false if it is none that a cell can hold.
bool Sheet::typed(std::size_t column, const std::string& text) {
  const SheetColumn& of = columns_[column];
  if (of.type == FieldType::integer || of.type == FieldType::decimal) {
    const auto number = exact_number(text);
    if (!number) return false;
    lxw_format* format = text.find('.') == std::string::npos ? file_.formats().whole : file_.formats().fraction;
    file_.check(worksheet_write_number(sheet_, row_, at(column), *number, format));
    return true;
  }
  if (!of.dated) return false;
  const auto date = full_date(text);
  if (!date) return false;
  lxw_datetime day{};
  day.year = static_cast<int>(date->year());
  day.month = static_cast<int>(static_cast<unsigned>(date->month()));
  day.day = static_cast<int>(static_cast<unsigned>(date->day()));
  file_.check(worksheet_write_datetime(sheet_, row_, at(column), &day, file_.formats().date));
  return true;
}

void Sheet::text(std::size_t column, const std::string& text, const std::string& link) {
  const SheetColumn& of = columns_[column];
  const CellText safe = cell_text(text, file_.limits().text);
  if (safe.cut && file_.losses().cut++ == 0) {
    file_.losses().first_cut = fmt::format("{} row {}, {}", name_, row_ + 1, of.title);
  }
  if (row_ <= kSampled) measure(column, text::display_width(std::string_view(safe.text).substr(0, kMeasured)));
  const bool linked = !link.empty() && links_ < file_.limits().links;
  if (linked) {
    ++links_;
    file_.check(worksheet_write_url_opt(sheet_, row_, at(column), link.c_str(), file_.formats().link, safe.text.c_str(),
                                        nullptr));
    return;
  }
  if (!link.empty()) ++file_.losses().unlinked;
  lxw_format* format = is_wrapped(of.like) ? file_.formats().wrapped : file_.formats().text;
  file_.check(worksheet_write_string(sheet_, row_, at(column), safe.text.c_str(), format));
}

void Sheet::measure(std::size_t column, std::size_t width) {
  widths_[column] = std::max(widths_[column], std::min(width, widest(columns_[column].like)));
}

/// Colours stay right when somebody edits the cells: they are conditions, not looks of single cells.
void Sheet::colour(std::size_t column) {
  for (const CellColour& rule : cell_colours()) {
    if (rule.name != columns_[column].like || row_ < 2) continue;
    std::string value = fmt::format("\"{}\"", rule.text);
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_CELL;
    condition.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
    condition.value_string = value.data();
    condition.format = file_.background(rule.rgb);
    file_.check(worksheet_conditional_format_range(sheet_, 1, at(column), row_ - 1, at(column), &condition));
  }
}

void Sheet::finish() {
  const Quiet quiet;
  const lxw_row_t last_row = row_ - 1;
  const std::size_t last = columns_.size() - 1;
  file_.check(worksheet_autofilter(sheet_, 0, 0, last_row, at(last)));
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    // A character takes a little more than the digit that Excel counts in, and the cell has margins.
    const double width = static_cast<double>(widths_[column]) * 1.05 + 1.5;
    file_.check(worksheet_set_column(sheet_, at(column), at(column), width, nullptr));
    colour(column);
  }
  // Items such as `3` are text on purpose: no green corner for them.
  std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range{};
  lxw_rowcol_to_range(range.data(), 0, 0, last_row, at(last));
  file_.check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.data()));
}

}  // namespace zhibiao::write
