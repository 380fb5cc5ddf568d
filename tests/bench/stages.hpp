// The stages of the pipeline and the reference they are set against, timed by Google Benchmark.
#pragma once

#include <string>

#include "bench/figures.hpp"

namespace zhibiao::bench {

/// The row to which throughputs are set in proportion: ICU cuts the whole text into words.
Row icu_words();
/// The stages whose sum is a run of `targets --format jsonl`, in their order.
std::vector<Row> pipeline_rows();

/// Registers the benchmarks; `seconds` is the least CPU time of each in a round, 0 for one iteration.
void prepare_stages(double seconds);
/// One round: each benchmark once, in order. Adds MB/s of source text by CPU time.
void run_stages(Sheet& sheet);

}  // namespace zhibiao::bench
