// Rows of the table that large tasks give, each in a process of its own; how time grows with size.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "bench/session.hpp"

namespace zhibiao::bench {
namespace {

namespace fs = std::filesystem;

/// This program, asked for one task.
std::vector<std::string> task_command(const std::string& name, std::size_t size, const fs::path& work) {
  return {fs::read_symlink("/proc/self/exe").string(),
          "--task",
          name,
          "--size",
          std::to_string(size),
          "--work",
          work.string()};
}

double printed_seconds(const fs::path& output) {
  double seconds = 0;
  std::ifstream(output) >> seconds;
  return seconds;
}

Row document_row(std::size_t bytes, bool one_line) {
  const double size = static_cast<double>(bytes) / 1e6;
  return {"documents",
          fmt::format("one document of {} MB on {}", figure_text(size), one_line ? "one line" : "many lines"),
          "MB/s",
          {}};
}

Row task_row(const std::string& label, std::size_t size) {
  return {"large", fmt::format(fmt::runtime(label), size), "s", {}};
}

}  // namespace

std::vector<Session::Task> Session::task_list() const {
  return {{"diff", "diff of {0} × {0} targets", effort_.diffs, 2.2},
          {"trend", "trend over {} documents", effort_.trends, 2.2},
          {"xlsx", "xlsx of {} rows", effort_.workbooks, 1.2}};
}

void Session::tasks() {
  for (const Task& kind : task_list()) {
    for (const std::size_t size : kind.sizes) task(kind, size);
  }
}

void Session::task(const Task& kind, std::size_t size) {
  const Row row = task_row(kind.label, size);
  if (!in_time()) {
    if (!sheet_.has(row)) sheet_.fail(row, "left out, no time");
    return;
  }
  const fs::path output = work_ / "task";
  const Cost cost = launcher_.run(task_command(kind.name, size, work_), output).front();
  const std::string trouble = trouble_of(cost, launcher_);
  if (!trouble.empty()) return sheet_.fail(row, trouble);
  sheet_.add(row, printed_seconds(output));
  sheet_.add({"large", row.label + ", memory", "MB", {}}, cost.memory);
}

void Session::task_growth(const Task& kind) {
  const std::size_t small = kind.sizes.front();
  const std::size_t large = kind.sizes.back();
  const double growth = growth_of(static_cast<double>(small), sheet_.median(task_row(kind.label, small)),
                                  static_cast<double>(large), sheet_.median(task_row(kind.label, large)));
  const Row row = {"growth", fmt::format("{}: time grows with this power of the size", kind.name), "",
                   at_most(kind.most_growth)};
  if (growth != 0) sheet_.add(row, growth);
}

void Session::long_documents() {
  for (const bool one_line : {false, true}) {
    for (const std::size_t bytes : effort_.documents) {
      const Row row = document_row(bytes, one_line);
      if (!in_time()) {
        if (!sheet_.has(row)) sheet_.fail(row, "left out, no time");
        continue;
      }
      const fs::path output = work_ / "task";
      const Cost cost = launcher_.run(task_command(one_line ? "line" : "lines", bytes, work_), output).front();
      const std::string trouble = trouble_of(cost, launcher_);
      if (!trouble.empty()) {
        sheet_.fail(row, trouble);
        continue;
      }
      sheet_.add(row, static_cast<double>(bytes) / 1e6 / printed_seconds(output));
    }
  }
}

/// The slowest against the fastest, of one line and of many.
void Session::linearity() {
  std::vector<double> speeds;
  bool complete = true;
  for (const bool one_line : {false, true}) {
    for (const std::size_t bytes : effort_.documents) {
      speeds.push_back(sheet_.median(document_row(bytes, one_line)));
      complete = complete && speeds.back() > 0;
    }
  }
  const Row row = {"documents", "the slowest of these against the fastest", "times", at_least(0.75)};
  if (!complete) return sheet_.fail(row, "not all were measured");
  const auto [slowest, fastest] = std::minmax_element(speeds.begin(), speeds.end());
  sheet_.add(row, *slowest / *fastest);
}

}  // namespace zhibiao::bench
