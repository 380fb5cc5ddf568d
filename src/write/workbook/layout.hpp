// What stands where in a workbook: sheets, their columns in order, titles, widths and colours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// The sheets of a workbook, in the order of the tabs.
enum class SheetId { targets, outline, documents, dictionary };

struct SheetColumn {
  std::string_view name;     ///< English, by which looks are found
  std::string_view name_zh;  ///< Chinese
  std::string_view title;    ///< one of the two
  FieldType type = FieldType::text;
  bool dated = false;            ///< its full dates are dates; else they are the text they look like
  std::string_view about;        ///< its meaning
  std::string_view like = name;  ///< the field whose looks it shares: width, colours, link
  std::uint32_t tint = 0;        ///< background of its header; 0: the usual one
};

/// Cells of the column `name` that say `text` have this background.
struct CellColour {
  std::string_view name;
  std::string_view text;
  std::uint32_t rgb;
};

std::string_view sheet_name(SheetId sheet, Language language);

/// The fields shown on the sheet of targets: those asked for, or all with the telling ones first.
std::vector<const Field*> target_fields(const WriteOptions& options);

/// The columns of a sheet; those of targets belong to target_fields().
std::vector<SheetColumn> sheet_columns(SheetId sheet, const WriteOptions& options);

/// How many columns on the left stay in view.
std::size_t frozen_columns(std::span<const SheetColumn> columns);

/// The most that a column of text is wide, in columns of a terminal.
std::size_t widest(std::string_view name);

/// The column holds dates.
bool is_dated(std::string_view name);

std::string_view type_name(FieldType type, Language language);

std::span<const CellColour> cell_colours();

}  // namespace zhibiao::write
