// Write, comparisons: what became of each target, for people or for programs.
#pragma once

#include <iosfwd>
#include <span>
#include <vector>

#include "zhibiao/compare.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// table, csv, tsv, jsonl.
std::span<const Format> diff_formats();

/// A row for each change. In the table, what the new plan has stands under its own headings, what it dropped behind;
/// changes that are `same` are only counted there, unless `all`. Forms for programs have every change.
void write_diff(std::ostream& out, const std::vector<Fact>& old_facts, const std::vector<Fact>& new_facts,
                const Comparison& comparison, const WriteOptions& options, bool all);

}  // namespace zhibiao::write
