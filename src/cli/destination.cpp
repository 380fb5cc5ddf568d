// Command line, where and how to write. Input: options as typed; output: options as meant. Tested by tests/cli/destination_test.cpp.
#include "cli/destination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "cli/options.hpp"
#include "cli/pager.hpp"
#include "write/format.hpp"

namespace zhibiao::cli {
namespace {

std::vector<std::string> names_of(std::span<const Format> formats) {
  std::vector<std::string> names;
  for (const Format format : formats) names.emplace_back(name_of(format));
  return names;
}

std::vector<std::string> endings_of(std::span<const Format> formats) {
  std::vector<std::string> endings;
  for (const Format format : formats) {
    if (const std::string_view ending = write::ending_of(format); !ending.empty()) endings.emplace_back(ending);
  }
  return endings;
}

}  // namespace

std::string_view form_of_name(std::string_view name) {
  // Behind our own those of other programs, which would not open rows of text under such a name.
  static constexpr std::array<std::string_view, 10> kForms = {"xls", "doc", "docx", "ods", "et",
                                                              "wps", "pdf", "html", "htm", "svg"};
  if (const auto format = format_of_file(name)) return name_of(*format);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  const std::string_view ending = name.substr(dot + 1);
  const auto* const form = std::find_if(kForms.begin(), kForms.end(), [&](std::string_view one) {
    return std::equal(ending.begin(), ending.end(), one.begin(), one.end(), same);
  });
  return form == kForms.end() ? std::string_view() : *form;
}

void OutputOptions::declare(Command& command, std::span<const Format> formats) {
  command.option("--format", format, "FORMAT", "{}").choices(names_of(formats));
  command
      .option("-o,--output", output, "FILE",
              "write to a file, which appears only when it is whole; its name picks the format: {}")
      .file_ending_in(endings_of(formats));
  command.option("--width", width, "N", "fit forms for people to N columns (0: no limit)");
  command.flag("--wrap", wrap, "in tables, continue long cells on the next line instead of cutting them");
  command.option("--color", colour, "WHEN", "of forms for people: auto (on a terminal, the default), always or never")
      .choices({"auto", "always", "never"});
  command.flag("--pager", pager, "on a terminal, page through the output with PAGER, by default 'less -R'");
  command.option("--lang", language, "LANG", "of forms for people and of help: {} (by default the locale's)")
      .choices(language_choices());
  if (std::any_of(formats.begin(), formats.end(), write::is_separated)) declare_rows(command);
}

void OutputOptions::declare_rows(Command& command) {
  command.option("--header", header, "LANG", "names of columns in csv, tsv, xlsx and md: en (the default) or zh")
      .choices(language_choices());
  command.flag("--excel", excel,
               "csv as Excel and WPS open it: byte order mark, CR LF, Chinese header, no formula from a text");
  command.flag("--bom", bom, "begin csv and tsv with a byte order mark, by which Excel knows UTF-8");
  command.option("--output-encoding", encoding, "NAME", "of csv and tsv: utf-8 (the default) or gb18030")
      .choices({"utf-8", "gb18030"});
}

Format OutputOptions::chosen_format(const Context& context, std::span<const Format> formats, Format terminal,
                                    Format pipe) const {
  const auto offered = [&](Format one) { return std::find(formats.begin(), formats.end(), one) != formats.end(); };
  if (!format.empty()) return formats[chosen("format", format, names_of(formats))];
  const auto named = format_of_file(output);
  if (named && offered(*named)) return *named;
  if (const std::string_view other = form_of_name(output); !other.empty()) {
    throw UsageError(fmt::format("'{}' asks for {}, which this command does not write; it writes {}", output, other,
                                 fmt::join(names_of(formats), ", ")));
  }
  if (excel && offered(Format::csv)) return Format::csv;
  return context.terminal.tty && to_standard() ? terminal : pipe;
}

bool OutputOptions::wants_colour(const Context& context) const {
  const std::size_t choice = chosen("colour", colour, {"auto", "always", "never"});
  return choice == 1 || (choice == 0 && context.terminal.colour && to_standard());
}

void OutputOptions::start_pager(const Context& context) const {
  const bool shown = context.terminal.tty && to_standard();
  if (pager && shown && context.pager != nullptr && !context.terminal.pager.empty()) {
    context.pager->start(context.terminal.pager);
  }
}

WriteOptions OutputOptions::resolve(const Context& context, std::span<const Format> formats, Format terminal,
                                    Format pipe) const {
  WriteOptions options;
  options.format = chosen_format(context, formats, terminal, pipe);
  options.width = width.value_or(to_standard() ? context.terminal.width : 0);
  options.wrap = wrap;
  options.colour = wants_colour(context);
  options.language = chosen_language("language", language, context.language());
  options.header = chosen_language("header language", header, excel ? Language::zh : Language::en);
  options.csv = {.bom = bom || excel, .crlf = excel, .guard = excel, .gb18030 = false};
  if (!encoding.empty()) {
    const std::string name = find_encoding(encoding);
    if (name != "UTF-8" && name != "GB18030") {
      throw UsageError(fmt::format("output encoding '{}' is not written; expected utf-8 or gb18030", encoding));
    }
    options.csv.gb18030 = name == "GB18030";
  }
  if ((excel || bom || options.csv.gb18030) && !write::is_separated(options.format)) {
    throw UsageError(
        fmt::format("--excel, --bom and --output-encoding are for csv and tsv, not for {}", name_of(options.format)));
  }
  if (options.format == Format::sqlite && to_standard()) {
    throw UsageError("an SQLite database needs a file: -o FILE.db");
  }
  if (options.format == Format::xlsx && to_standard() && context.terminal.tty) {
    throw UsageError("a workbook is nothing for a terminal: -o FILE.xlsx");
  }
  start_pager(context);
  return options;
}

}  // namespace zhibiao::cli
