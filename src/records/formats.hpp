// Records: the formats a table comes in. Each reader hands its rows to a Builder.
#pragma once

#include <string>
#include <string_view>

#include "records/builder.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao::records {

/// The sign that parts the cells of `text`: of comma, tab and semicolon the one under which a row among the first ten is
/// a header of records with the most fields; NUL if there is none.
char separator_of(std::string_view text);

/// CSV (RFC 4180, quotes also where Excel parts by tabs) and the TSV of zhibiao with its backslashes. Rows are numbered by
/// the line they begin on.
void read_separated(std::string_view text, char separator, Builder& builder);

/// The first sign of the text opens an object or an array.
bool looks_like_json(std::string_view text);

/// JSON Lines, objects one after the other, or one array of objects; true for an array. Rows are numbered by the line
/// they begin on.
bool read_json(std::string_view text, Builder& builder);

/// Office Open XML workbooks: each sheet with a header of records. Throws Error for what is no workbook.
void read_workbook(const std::string& name, std::string_view bytes, const ReadLimits& limits, Builder& builder);

}  // namespace zhibiao::records
