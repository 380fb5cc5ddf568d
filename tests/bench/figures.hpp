// What the benchmark measured: figures by row, one sample a round, and the table made of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::bench {

/// What a row is required to reach.
struct Bound {
  enum class Side { none, at_least, at_most };
  Side side = Side::none;
  double value = 0;
  bool of_ratio = false;  ///< holds for the ratio to ICU, not for the figure itself
};

Bound at_least(double value);
Bound at_most(double value);
Bound at_least_times_icu(double value);

/// One line of the table before anything is measured. Rows are told apart by group and label.
struct Row {
  std::string group;  ///< `reference`, `stages`, `program` …
  std::string label;
  std::string unit;  ///< `MB/s`, `ms`, `s`, `MB`, `times`
  Bound bound;
};

/// All rows in the order in which they were first given.
class Sheet {
 public:
  /// Unit of the rows that are set against the reference.
  static constexpr std::string_view kThroughput = "MB/s";

  /// One more sample of the row: the figure of this round.
  void add(const Row& row, double value);
  /// The row has no figure, for this reason; samples that it has stay.
  void fail(const Row& row, const std::string& reason);
  /// Throughputs are also told as a multiple of this row.
  void set_reference(const Row& row);

  /// Median of the samples; 0 without any.
  double median(const Row& row) const;
  /// Median over the rounds of figure to reference in the same round (so that drift hits both); 0 without.
  double ratio(const Row& row) const;
  bool has(const Row& row) const;
  std::size_t most_samples() const;

  /// A table in Markdown, columns aligned; rows of one group stand together.
  std::string table() const;

 private:
  struct Line {
    Row row;
    std::vector<double> samples;
    std::string reason;
  };
  const Line* find(const Row& row) const;
  Line& line(const Row& row);
  std::vector<std::string> cells(const Line& line) const;

  std::vector<Line> lines_;
  Row reference_;
};

/// The middle sample, or the mean of the two in the middle; 0 for none.
double median_of(std::vector<double> samples);
/// Largest less smallest sample, in per cent of the median; 0 for fewer than two.
double spread_of(const std::vector<double>& samples);
/// k in time = c * size^k, from two points; 0 if it cannot be told.
double growth_of(double small_size, double small_time, double large_size, double large_time);
/// Three significant digits without exponent: `0.0512`, `13.2`, `1280`.
std::string figure_text(double value);

/// `page` with all between the lines `<!-- bench -->` and `<!-- /bench -->` replaced. Throws std::runtime_error if the
/// page has no such lines.
std::string with_table(std::string_view page, std::string_view table);

}  // namespace zhibiao::bench
