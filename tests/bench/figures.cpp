// The benchmark's figures: medians, ratios within a round, the table. Tested by figures_test.cpp.
#include "bench/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace zhibiao::bench {
namespace {

constexpr std::string_view kOpen = "<!-- bench -->\n";
constexpr std::string_view kClose = "<!-- /bench -->\n";

bool same(const Row& a, const Row& b) { return a.group == b.group && a.label == b.label; }

bool meets(const Bound& bound, double value) {
  return bound.side == Bound::Side::at_least ? value >= bound.value : value <= bound.value;
}

std::string bound_text(const Row& row) {
  if (row.bound.side == Bound::Side::none) return {};
  const char* side = row.bound.side == Bound::Side::at_least ? "≥" : "≤";
  const std::string unit = row.bound.of_ratio ? "× ICU" : row.unit;
  return fmt::format("{} {} {}", side, figure_text(row.bound.value), unit);
}

/// Cells of the table are short: code points are columns enough for them.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string rows_text(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size(), 3);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string text;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string gap(widths[i] - width_of(rows[r][i]), ' ');
      const bool number = i == 2 || i == 4 || i == 5;
      text += "| " + (number ? gap + rows[r][i] : rows[r][i] + gap) + " ";
    }
    text += "|\n";
    if (r > 0) continue;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      text += "| " + std::string(widths[i] - 1, '-') + (i == 2 || i == 4 || i == 5 ? ": " : "- ");
    }
    text += "|\n";
  }
  return text;
}

}  // namespace

Bound at_least(double value) { return {Bound::Side::at_least, value, false}; }
Bound at_most(double value) { return {Bound::Side::at_most, value, false}; }
Bound at_least_times_icu(double value) { return {Bound::Side::at_least, value, true}; }

const Sheet::Line* Sheet::find(const Row& row) const {
  const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const Line& line) { return same(line.row, row); });
  return found == lines_.end() ? nullptr : &*found;
}

Sheet::Line& Sheet::line(const Row& row) {
  if (const Line* found = find(row)) return lines_[static_cast<std::size_t>(found - lines_.data())];
  return lines_.emplace_back(Line{row, {}, {}});
}

void Sheet::add(const Row& row, double value) { line(row).samples.push_back(value); }
void Sheet::fail(const Row& row, const std::string& reason) { line(row).reason = reason; }
void Sheet::set_reference(const Row& row) { reference_ = row; }

bool Sheet::has(const Row& row) const {
  const Line* found = find(row);
  return found != nullptr && !found->samples.empty();
}

double Sheet::median(const Row& row) const {
  const Line* found = find(row);
  return found == nullptr ? 0 : median_of(found->samples);
}

double Sheet::ratio(const Row& row) const {
  const Line* own = find(row);
  const Line* reference = find(reference_);
  if (own == nullptr || reference == nullptr) return 0;
  std::vector<double> ratios;
  for (std::size_t i = 0; i < std::min(own->samples.size(), reference->samples.size()); ++i) {
    if (reference->samples[i] > 0) ratios.push_back(own->samples[i] / reference->samples[i]);
  }
  return median_of(ratios);
}

std::size_t Sheet::most_samples() const {
  std::size_t most = 0;
  for (const Line& line : lines_) most = std::max(most, line.samples.size());
  return most;
}

std::vector<std::string> Sheet::cells(const Line& line) const {
  const Row& row = line.row;
  if (line.samples.empty()) return {row.group, row.label, "–", row.unit, "", "", bound_text(row), line.reason};
  const double value = median_of(line.samples);
  const double times = row.unit == kThroughput ? ratio(row) : 0;
  std::string met = line.reason;
  if (row.bound.side != Bound::Side::none && met.empty()) {
    met = meets(row.bound, row.bound.of_ratio ? times : value) ? "yes" : "no";
  }
  return {row.group,
          row.label,
          figure_text(value),
          row.unit,
          fmt::format("{:.0f} %", spread_of(line.samples)),
          times > 0 ? figure_text(times) : "",
          bound_text(row),
          met};
}

std::string Sheet::table() const {
  std::vector<std::vector<std::string>> rows = {
      {"part", "what", "median", "unit", "spread", "× ICU", "required", "met"}};
  std::vector<std::string> groups;
  for (const Line& line : lines_) {
    if (std::find(groups.begin(), groups.end(), line.row.group) == groups.end()) groups.push_back(line.row.group);
  }
  for (const std::string& group : groups) {
    for (const Line& line : lines_) {
      if (line.row.group == group) rows.push_back(cells(line));
    }
  }
  return rows_text(rows);
}

double median_of(std::vector<double> samples) {
  if (samples.empty()) return 0;
  std::sort(samples.begin(), samples.end());
  const std::size_t middle = samples.size() / 2;
  return samples.size() % 2 == 1 ? samples[middle] : (samples[middle - 1] + samples[middle]) / 2;
}

double spread_of(const std::vector<double>& samples) {
  const double median = median_of(samples);
  if (samples.size() < 2 || median == 0) return 0;
  const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
  return (*high - *low) / std::abs(median) * 100;
}

double growth_of(double small_size, double small_time, double large_size, double large_time) {
  if (small_size <= 0 || large_size <= small_size || small_time <= 0 || large_time <= 0) return 0;
  return std::log(large_time / small_time) / std::log(large_size / small_size);
}

std::string figure_text(double value) {
  if (value == 0 || !std::isfinite(value)) return value == 0 ? "0" : "–";
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
  std::string text = fmt::format("{:.{}f}", value, std::clamp(2 - magnitude, 0, 6));
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string with_table(std::string_view page, std::string_view table) {
  const std::size_t open = page.find(kOpen);
  const std::size_t close = page.find(kClose, open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) {
    throw std::runtime_error(
        "the page has no lines '<!-- bench -->' and '<!-- /bench -->' for the table to stand between");
  }
  std::string text(page.substr(0, open + kOpen.size()));
  text += table;
  text += page.substr(close);
  return text;
}

}  // namespace zhibiao::bench
