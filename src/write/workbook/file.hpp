// An XLSX file as libxlsxwriter writes it: opened, closed and checked, with the looks that cells share.
#pragma once

#include <xlsxwriter.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "write/workbook/scratch.hpp"

namespace zhibiao::write {

/// What one sheet and one cell may hold. Excel's limits; tests set smaller ones.
struct WorkbookLimits {
  std::size_t rows = 1'048'576;  ///< of a sheet, its header included
  std::size_t links = 65'530;    ///< of a sheet
  std::size_t text = 32'767;     ///< of a cell, in UTF-16 units
};

/// What did not fit, counted for the warnings.
struct WorkbookLosses {
  std::size_t cut = 0;                 ///< cells that were too long
  std::string first_cut;               ///< where the first of them is
  std::size_t unlinked = 0;            ///< cells that could not be linked to their file
  std::vector<std::string> continued;  ///< sheets that stand for the rest of a full one
};

/// How a cell looks; libxlsxwriter owns the formats.
struct CellFormats {
  lxw_format* header = nullptr;
  lxw_format* text = nullptr;
  lxw_format* wrapped = nullptr;
  lxw_format* whole = nullptr;     ///< all digits, no point
  lxw_format* fraction = nullptr;  ///< as many digits behind the point as there are
  lxw_format* date = nullptr;
  lxw_format* link = nullptr;
};

class WorkbookFile {
 public:
  /// Throws Error where `path` cannot be written.
  WorkbookFile(const std::string& path, const WorkbookLimits& limits);
  /// A workbook that was not closed leaves no file.
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  lxw_worksheet* add_sheet(const std::string& name);
  const CellFormats& formats() const { return formats_; }
  /// The look of a column's title; 0: on the usual background.
  lxw_format* header(std::uint32_t rgb);
  /// A chart of that type (LXW_CHART_…), to be put on a sheet.
  lxw_chart* add_chart(std::uint8_t type);
  /// The look of conditional cells with that background.
  lxw_format* background(std::uint32_t rgb);

  /// Throws Error for anything but success, and where memory ended since the Quiet around this began.
  void check(lxw_error error) const;
  /// Writes the file and reads it again: with a full disk, libxlsxwriter may cut sheets without a word. Throws Error.
  void close();

  const std::string& path() const { return path_; }
  const WorkbookLimits& limits() const { return limits_; }
  WorkbookLosses& losses() { return losses_; }
  const WorkbookLosses& losses() const { return losses_; }

 private:
  lxw_format* add_format();
  void add_formats();
  lxw_format* make_header(std::uint32_t rgb);
  [[noreturn]] void fail(const std::string& what) const;

  std::string path_;
  WorkbookLimits limits_;
  WorkbookLosses losses_;
  ScratchFiles scratch_;
  lxw_workbook* workbook_ = nullptr;
  CellFormats formats_;
  std::map<std::uint32_t, lxw_format*> backgrounds_, headers_;
};

/// What did not fit, for the reader: one line each.
std::vector<std::string> told_losses(const WorkbookFile& file);

/// Every part of the XLSX file is there to its end; else false. `path` is read.
bool is_whole_package(const std::string& path);

}  // namespace zhibiao::write
