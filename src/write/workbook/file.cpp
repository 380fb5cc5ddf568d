// Write, xlsx: the file. Input: sheets filled by libxlsxwriter; output: a whole workbook or an Error, never less.
// Tested by tests/write/workbook_test.cpp.
#include "write/workbook/file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "write/counted.hpp"
#include "write/workbook/quiet.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::write {
namespace {

/// The same input gives the same bytes: every workbook says it was made on 2000-01-01.
constexpr std::time_t kCreated = 946'684'800;

/// `: No space left on device`; empty where nobody knows.
std::string after_colon(int error) { return error == 0 ? std::string() : ": " + system_reason(error); }

}  // namespace

WorkbookFile::WorkbookFile(const std::string& path, const WorkbookLimits& limits) : path_(path), limits_(limits) {
  // The library opens the file at the end of the work; the user should know now.
  errno = 0;
  std::FILE* file = std::fopen(path.c_str(), "ab");
  if (file == nullptr) throw Error(path, "cannot be written: " + system_reason(errno));
  std::fclose(file);
  const Quiet quiet;
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.use_zip64 = LXW_FALSE;
  workbook_ = workbook_new_opt(path.c_str(), &options);
  if (workbook_ == nullptr) fail("not enough memory");
  lxw_doc_properties properties{};
  properties.created = kCreated;
  check(workbook_set_properties(workbook_, &properties));
  add_formats();
  check(LXW_NO_ERROR);
}

WorkbookFile::~WorkbookFile() {
  if (workbook_ == nullptr) return;
  lxw_workbook_free(workbook_);
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path_, ignored)) std::filesystem::remove(path_, ignored);
}

lxw_worksheet* WorkbookFile::add_sheet(const std::string& name) {
  const Quiet quiet;
  const ScratchFiles::Use use(scratch_);
  errno = 0;
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, name.c_str());
  if (sheet == nullptr) fail("no temporary file can be made (in TMPDIR, else /tmp)");
  return sheet;
}

lxw_chart* WorkbookFile::add_chart(std::uint8_t type) {
  const Quiet quiet;
  lxw_chart* chart = workbook_add_chart(workbook_, type);
  if (chart == nullptr) fail("not enough memory");
  return chart;
}

lxw_format* WorkbookFile::add_format() {
  const Quiet quiet;
  lxw_format* format = workbook_add_format(workbook_);
  if (format == nullptr) fail("not enough memory");
  return format;
}

void WorkbookFile::add_formats() {
  const auto make = [&] {
    lxw_format* format = add_format();
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  };
  formats_.header = make_header(0xD9E1F2);
  formats_.text = make();
  formats_.wrapped = make();
  format_set_text_wrap(formats_.wrapped);
  // The general format would show 1889400000000 as 1.8894E+12.
  formats_.whole = make();
  format_set_num_format(formats_.whole, "0");
  formats_.fraction = make();
  format_set_num_format(formats_.fraction, "0.0###################");
  formats_.date = make();
  format_set_num_format(formats_.date, "yyyy-mm-dd");
  formats_.link = make();
  format_set_font_color(formats_.link, 0x0563C1);
  format_set_underline(formats_.link, LXW_UNDERLINE_SINGLE);
}

lxw_format* WorkbookFile::make_header(std::uint32_t rgb) {
  lxw_format* format = add_format();
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_bold(format);
  format_set_bg_color(format, rgb);
  format_set_bottom(format, LXW_BORDER_THIN);
  return format;
}

lxw_format* WorkbookFile::header(std::uint32_t rgb) {
  if (rgb == 0) return formats_.header;
  lxw_format*& format = headers_[rgb];
  if (format == nullptr) format = make_header(rgb);
  return format;
}

lxw_format* WorkbookFile::background(std::uint32_t rgb) {
  lxw_format*& format = backgrounds_[rgb];
  if (format == nullptr) {
    format = add_format();
    format_set_bg_color(format, rgb);
  }
  return format;
}

void WorkbookFile::check(lxw_error error) const {
  if (errno == ENOMEM) fail("not enough memory");
  if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
}

void WorkbookFile::close() {
  lxw_workbook* workbook = workbook_;
  workbook_ = nullptr;  // freed by the library in any case
  lxw_error error = LXW_NO_ERROR;
  int system_error = 0;
  {
    const Quiet quiet;
    const ScratchFiles::Use use(scratch_);
    error = workbook_close(workbook);
    system_error = errno;
  }
  const bool memory_ended = system_error == ENOMEM || scratch_.error() == ENOMEM;
  if (error == LXW_NO_ERROR && !memory_ended && !scratch_.failed() && is_whole_package(path_)) return;
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path_, ignored)) std::filesystem::remove(path_, ignored);
  if (memory_ended) fail("not enough memory");
  if (scratch_.failed())
    fail("the temporary files (in TMPDIR, else /tmp) have lost bytes" + after_colon(scratch_.error()));
  if (error == LXW_NO_ERROR) fail("parts are missing; is there room on the disk and in TMPDIR (else /tmp)?");
  fail(system_error == 0 ? lxw_strerror(error) : system_reason(system_error));
}

void WorkbookFile::fail(const std::string& what) const {
  throw Error(path_, fmt::format("the workbook cannot be written: {}", what));
}

std::vector<std::string> told_losses(const WorkbookFile& file) {
  const WorkbookLosses& losses = file.losses();
  std::vector<std::string> lines;
  if (losses.cut > 0) {
    lines.push_back(fmt::format("{} cut at {} characters, the most a cell holds (first: {}); csv and jsonl have all",
                                counted(losses.cut, "cell"), file.limits().text, losses.first_cut));
  }
  if (losses.unlinked > 0) {
    lines.push_back(fmt::format("{} not linked to the file: a sheet holds {} links", counted(losses.unlinked, "row"),
                                file.limits().links));
  }
  for (const std::string& name : losses.continued) {
    lines.push_back(fmt::format("a sheet holds {} rows: the others are in the sheet '{}'", file.limits().rows, name));
  }
  return lines;
}

}  // namespace zhibiao::write
