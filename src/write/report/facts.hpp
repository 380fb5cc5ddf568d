// Write, the report page: the table of facts, what filters it, and its rows as CSV.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "write/report/index.hpp"

namespace zhibiao::write::report {

/// The rows of the table, all documents' in order. `named`: each says which document it is of.
std::string rows_html(std::span<const DocumentIndex> documents, bool named, Language language);

/// The form that filters the table: words, kinds, roles, sections, numbers with their unit.
std::string filters_html(std::span<const DocumentIndex> documents, Language language);

/// Rows of CSV exactly as `targets` writes them, as a JSON object: `head`, and `rows` with one text for each fact, line ends
/// included. `excel`: as with --excel.
std::string csv_json(std::span<const DocumentIndex> documents, bool excel);

/// What the script knows of documents, fields, kinds and roles, with its words, as a JSON object.
std::string script_data(std::span<const DocumentIndex> documents, Language language);

}  // namespace zhibiao::write::report
