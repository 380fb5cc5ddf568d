// Write, outlines side by side: what became of each item, for people or for programs.
#pragma once

#include <iosfwd>
#include <memory>
#include <span>
#include <vector>

#include "zhibiao/compare_outlines.hpp"
#include "zhibiao/plan.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// Takes one pair of plans after the other.
class OutlineDiffWriter {
 public:
  virtual ~OutlineDiffWriter() = default;
  virtual void write(const Plan& before, const Plan& after, const std::vector<OutlineChange>& changes) = 0;
  /// Writes what has to wait for the end. Call once, after the last pair.
  virtual void finish() {}
};

/// tree, table, csv, tsv, jsonl, json, md.
std::span<const Format> outline_diff_formats();

/// How forms for people look.
struct OutlineLooks {
  bool all = false;     ///< items that stayed as they were, too; else only those above others that did not
  bool colour = false;  ///< of tree and table, for a terminal that takes colours
};

/// The tree is the new outline with `+` added, `-` dropped, `~` renamed and `>` moved before its items; table and md have
/// a row for each item. In the three, items that stayed as they were are shown only above others, unless `all`; the rows
/// for programs have every item.
std::unique_ptr<OutlineDiffWriter> outline_diff_writer(std::ostream& out, const WriteOptions& options,
                                                       const OutlineLooks& looks);

}  // namespace zhibiao::write
