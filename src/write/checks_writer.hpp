// Write: what came of a table's rows, printed for people or for programs.
#pragma once

#include <iosfwd>
#include <span>
#include <vector>

#include "zhibiao/verify.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// table, csv, tsv, jsonl, json, md.
std::span<const Format> checks_formats();

/// A line for each difference, and one for each row without any. The table leaves out rows that are ok unless `all`, and
/// counts the rows below; forms for programs have all of them.
void write_checks(std::ostream& out, const std::vector<RowCheck>& checks, const WriteOptions& options, bool all);

}  // namespace zhibiao::write
