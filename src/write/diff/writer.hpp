// Write, comparisons: what became of each target, for people or for programs.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "write/diff/rows.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// table, csv, tsv, jsonl, json, md, xlsx.
std::span<const Format> diff_formats();

/// How the table for people looks.
struct DiffLooks {
  bool explain = false;  ///< below each row why its facts are a pair, and both sentences
  bool colour = false;   ///< for a terminal that takes colours; else brackets mark the words of a name that differ
};

/// The rows of each pair of plans: as a table under the new plan's headings with what it dropped behind and the counts
/// at the end, as Markdown likewise, or one row or record each for programs. Returns what the reader should know of the
/// output, one line each. Not for xlsx.
std::vector<std::string> write_diff(std::ostream& out, const Diff& diff, const WriteOptions& options,
                                    const DiffLooks& looks);

/// A workbook of two sheets: the rows, old and new halves side by side; and the counts with the options. Written to the
/// file `path`, whole when this returns. The same input gives the same bytes. Throws Error.
std::vector<std::string> write_diff_workbook(const std::string& path, const Diff& diff, const WriteOptions& options);

}  // namespace zhibiao::write
