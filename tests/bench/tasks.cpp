// The large tasks of the benchmark: long documents, diff, trend, workbooks.
#include "bench/tasks.hpp"

#include <time.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "bench/documents.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/compare.hpp"
#include "zhibiao/read.hpp"
#include "zhibiao/trend.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::bench {
namespace {

double cpu_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Mean CPU seconds of the task, done as often as it takes to be told: the kernel counts CPU time in ticks.
template <class Task>
double timed(Task task) {
  constexpr double kEnough = 0.1;
  const double start = cpu_seconds();
  int times = 0;
  double gone = 0;
  while (gone < kEnough) {
    task();
    ++times;
    gone = cpu_seconds() - start;
  }
  return gone / times;
}

double long_text(std::size_t size, bool one_line) {
  const std::string text = long_document(size, one_line);
  Analyzer analyzer;
  for (const Source& seed : read_seeds()) analyzer.analyze(seed);  // rules are compiled at first use
  ReadOptions options;
  options.limits.line_bytes = text.size() + 1;
  std::ofstream out("/dev/null");
  WriteOptions style;
  style.format = Format::jsonl;
  return timed([&] {
    const Source source = read_bytes("plan.txt", text, options);
    const auto writer = targets_writer(out, style);
    writer->write(source.name(), analyzer.analyze(source));
    writer->finish();
  });
}

double diff(std::size_t size) {
  const Plan older = made_plan(seed_facts(), size);
  const Plan newer = later_plan(older, 1);
  return timed([&] {
    if (compare_facts(older.facts, newer.facts).changes.empty()) throw std::runtime_error("nothing was compared");
  });
}

/// Plans of 60 facts: of each office 20 years, then the next office, whose facts begin elsewhere among the seeds'.
std::vector<Plan> plans_of_offices(std::size_t count) {
  std::vector<Fact> facts = seed_facts();
  std::vector<Plan> plans;
  while (plans.size() < count) {
    const std::size_t year = plans.size() % 20;
    if (year == 0)
      std::rotate(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(17 % facts.size()), facts.end());
    Plan plan = later_plan(made_plan(facts, 60), static_cast<int>(year) + 1);
    plan.file = std::to_string(plans.size()) + ".txt";
    plan.document.issuer = "office " + std::to_string(plans.size() / 20);
    for (Fact& fact : plan.facts) {
      fact.file = plan.file;
      fact.issuer = plan.document.issuer;
    }
    plans.push_back(std::move(plan));
  }
  return plans;
}

double trend(std::size_t size) {
  const std::vector<Plan> plans = plans_of_offices(size);
  return timed([&] {
    if (follow_facts(plans).rows.empty()) throw std::runtime_error("nothing was followed");
  });
}

double workbook(std::size_t rows, const std::string& work) {
  const std::vector<Fact> seeds = seed_facts();
  const std::string path = work + "/rows.xlsx";
  WriteOptions style;
  style.format = Format::xlsx;
  const double seconds = timed([&] {
    Analysis analysis;
    analysis.facts = seeds;
    const auto writer = workbook_writer(path, style);
    for (std::size_t done = 0; done < rows; done += analysis.facts.size()) {
      if (rows - done < analysis.facts.size()) analysis.facts.resize(rows - done);
      writer->write("plan.txt", analysis);
    }
    writer->finish();
  });
  std::filesystem::remove(path);
  return seconds;
}

}  // namespace

double run_task(const std::string& name, std::size_t size, const std::string& work) {
  if (name == "lines" || name == "line") return long_text(size, name == "line");
  if (name == "diff") return diff(size);
  if (name == "trend") return trend(size);
  if (name == "xlsx") return workbook(size, work);
  throw std::runtime_error("no task '" + name + "'; there are lines, line, diff, trend, xlsx");
}

}  // namespace zhibiao::bench
