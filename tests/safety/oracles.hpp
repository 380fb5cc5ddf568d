// What must hold of each format, whatever a document says. Each function gives the fault it finds, or nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace safety {

/// Controls, escape sequences, and marks that turn or hide text; line ends are free.
std::string terminal_fault(std::string_view text);
/// Controls alone, which is what tables for programs must be free of; tabs and line ends are free.
std::string control_fault(std::string_view text);
/// The cells of csv with commas, as RFC 4180 reads them.
std::vector<std::vector<std::string>> csv_rows(std::string_view text);
/// A table of rows that have as many cells as its head.
std::string csv_fault(std::string_view text);
std::string tsv_fault(std::string_view text);
/// A cell that a spreadsheet would take for a formula.
std::string formula_fault(std::string_view csv);
/// Markdown in which the document's text shows as it is: no tag, link, code, or further column.
std::string markdown_fault(std::string_view text);
/// A drawing without anything that runs or fetches.
std::string svg_fault(std::string_view text);

}  // namespace safety
