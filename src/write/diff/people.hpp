// Write, comparisons: forms for people.
#pragma once

#include <iosfwd>

#include "write/diff/writer.hpp"

namespace zhibiao::write {

void write_diff_table(std::ostream& out, const Diff& diff, const WriteOptions& options, const DiffLooks& looks);
void write_diff_markdown(std::ostream& out, const Diff& diff, const WriteOptions& options);

}  // namespace zhibiao::write
