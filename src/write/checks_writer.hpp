// Write: what came of a table's rows, printed for people or for programs.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <vector>

#include "zhibiao/verify.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// table, csv, tsv, jsonl, json, md.
std::span<const Format> checks_formats();

/// A line for each difference, and one for each row without any. The table leaves out rows that are ok unless `all`, and
/// counts the rows below, and the targets that are in no row; forms for programs have all rows.
void write_checks(std::ostream& out, const std::vector<RowCheck>& checks, std::size_t left_out,
                  const WriteOptions& options, bool all);

}  // namespace zhibiao::write
