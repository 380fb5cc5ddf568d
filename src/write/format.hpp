// Write: what files of a format are called, and which of them people open.
#pragma once

#include <string_view>

#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// The ending that asks for the format (`.csv`); empty for forms that no file is named after.
std::string_view ending_of(Format format);

/// Cells parted by a character: csv, tsv.
bool is_separated(Format format);

/// The language of the columns' names: the one asked for where people may open the file (csv, tsv, md), else English, by
/// which programs know them.
Language header_language(const WriteOptions& options);

}  // namespace zhibiao::write
