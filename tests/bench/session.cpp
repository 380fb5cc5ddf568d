// The order of measuring: rounds over stages, corpus, starts and tasks, so that a drift of the machine hits all alike.
#include "bench/session.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "bench/stages.hpp"

namespace zhibiao::bench {

namespace fs = std::filesystem;

Effort full_effort() { return {}; }

Effort quick_effort() {
  Effort effort;
  effort.stage_seconds = 0.1;
  effort.program_seconds = 0.8;
  effort.tenfold = false;
  effort.starts = 3;
  effort.budget = 40;
  effort.task_seconds = 8;
  effort.documents = {1'000'000, 3'000'000};
  effort.diffs = {150, 600};
  effort.trends = {15, 60};
  effort.reports = {5, 20};
  effort.workbooks = {2'000, 20'000};
  return effort;
}

Effort trial_effort() {
  Effort effort = quick_effort();
  effort.rounds = 1;
  effort.stage_seconds = 0;
  effort.copies = 1;
  effort.program_seconds = 0;
  effort.tenfold = true;
  effort.starts = 1;
  effort.budget = 0;
  effort.task_seconds = 120;
  effort.documents = {20'000, 40'000};
  effort.diffs = {10, 20};
  effort.trends = {3, 6};
  effort.reports = {1, 2};
  effort.workbooks = {50, 100};
  return effort;
}

Session::Session(Effort effort, std::string program, fs::path work)
    : effort_(std::move(effort)), program_(std::move(program)), work_(std::move(work)) {
  launcher_ = {work_, effort_.task_seconds};
  sheet_.set_reference(icu_words());
}

void Session::run() {
  say("preparing");
  const auto works = [&](std::vector<std::string> command) {
    command.insert(command.begin(), program_);
    return launcher_.run(command, work_ / "out").front().status == 0;
  };
  has_jobs_ = works({"targets", "--jobs", "2", "--format", "jsonl", seed_files().front().string()});
  has_report_ = works({"report", seed_files().front().string(), "-o", (work_ / "report.html").string()});
  make_files();
  prepare_stages(effort_.stage_seconds);
  for (std::size_t done = 0; done < effort_.rounds && (done == 0 || in_time()); ++done) {
    say(fmt::format("round {} of {}", done + 1, effort_.rounds));
    round();
  }
  if (effort_.tenfold) tenfold();
  linearity();
  for (const Task& task : task_list()) task_growth(task);
  say("");
}

void Session::round() {
  run_stages(sheet_);
  targets();
  starts();
  long_documents();
  tasks();
  reports();
}

bool Session::in_time() const {
  const std::chrono::duration<double> gone = std::chrono::steady_clock::now() - begin_;
  return effort_.budget == 0 || gone.count() < effort_.budget;
}

void Session::say(const std::string& what) const {
  if (::isatty(STDERR_FILENO) != 1) return;
  std::cerr << "\r\x1b[K" << what << std::flush;
}

std::vector<std::string> Session::targets_command(const fs::path& files, int jobs) const {
  std::vector<std::string> command = {program_, "targets", "--format", "jsonl"};
  if (has_jobs_) command.insert(command.end(), {"--jobs", std::to_string(jobs)});
  command.push_back(files.string());
  return command;
}

/// A first run over few files tells how many can be read in the time there is.
void Session::make_files() {
  std::size_t copies = effort_.copies;
  if (effort_.program_seconds > 0) {
    const Corpus few = make_corpus(work_ / "few", 8);
    const double start = launcher_.run({program_, "--version"}, work_ / "out").front().cpu;
    const double cpu = launcher_.run(targets_command(few.folder, 1), work_ / "out").front().cpu - start;
    const double fitting = effort_.program_seconds / std::max(cpu, 1e-3) * 8;
    copies = std::clamp(static_cast<std::size_t>(fitting), std::size_t{16}, copies);
  }
  corpus_ = make_corpus(work_ / "corpus", copies);
}

void Session::targets() {
  const Row one = {"program", "targets, one thread (CPU time)", "MB/s", at_least_times_icu(2)};
  const Row one_wall = {"program", "targets, one thread (wall clock)", "MB/s", {}};
  const Row two = {"program", "targets, two threads (wall clock)", "MB/s", {}};
  const Row gain = {"program", "two threads against one (wall clock)", "times", at_least(1.7)};
  const Row same = {"program", "two threads: the same bytes out (1: yes)", "", at_least(1)};
  const Row memory_one = {"program", "targets, one thread, memory", "MB", at_most(150)};
  const Row memory_two = {"program", "targets, two threads, memory", "MB", at_most(150)};
  const double size = static_cast<double>(corpus_.bytes) / 1e6;
  const Cost single = launcher_.run(targets_command(corpus_.folder, 1), work_ / "one").front();
  if (const std::string trouble = trouble_of(single, launcher_); !trouble.empty()) return sheet_.fail(one, trouble);
  sheet_.add(one, size / single.cpu);
  sheet_.add(one_wall, size / single.wall);
  sheet_.add(memory_one, single.memory);
  if (!has_jobs_) return sheet_.fail(two, "this program has no --jobs");
  const Cost both = launcher_.run(targets_command(corpus_.folder, 2), work_ / "two").front();
  if (const std::string trouble = trouble_of(both, launcher_); !trouble.empty()) return sheet_.fail(two, trouble);
  sheet_.add(two, size / both.wall);
  sheet_.add(gain, single.wall / both.wall);
  sheet_.add(same, same_bytes(work_ / "one", work_ / "two") ? 1 : 0);
  sheet_.add(memory_two, both.memory);
}

void Session::starts() {
  const auto median = [&](const std::vector<std::string>& command, double Cost::*which) {
    std::vector<double> times;
    for (const Cost& cost : launcher_.run(command, work_ / "out", effort_.starts)) times.push_back(cost.*which * 1e3);
    return median_of(std::move(times));
  };
  const double empty = median({ZHIBIAO_BENCH_EMPTY}, &Cost::wall);
  sheet_.add({"start", "an empty program with the same libraries", "ms", {}}, empty);
  const Row version = {"start", "--version, above the empty program", "ms", at_most(3)};
  if (libraries_of(ZHIBIAO_BENCH_EMPTY, launcher_) == libraries_of(program_, launcher_)) {
    sheet_.add(version, median({program_, "--version"}, &Cost::wall) - empty);
  } else {
    sheet_.fail(version, "this program has other libraries than the empty one");
  }
  const auto seeds = seed_files();
  const auto largest = std::max_element(seeds.begin(), seeds.end(), [](const fs::path& a, const fs::path& b) {
    return fs::file_size(a) < fs::file_size(b);
  });
  const auto one_seed = targets_command(*largest, 1);
  sheet_.add({"start", "one seed, start to end", "ms", at_most(40)}, median(one_seed, &Cost::wall));
  sheet_.add({"start", "one seed, start to end (CPU time)", "ms", {}}, median(one_seed, &Cost::cpu));
}

void Session::tenfold() {
  say("ten times as many files");
  const Row row = {"program", "memory on ten times as many files, against once", "times", at_most(1.05)};
  const int jobs = has_jobs_ ? 2 : 1;
  const Corpus large = make_tenfold(work_ / "tenfold", corpus_);
  Launcher patient = launcher_;
  patient.cpu_seconds *= 10;
  const Cost cost = patient.run(targets_command(large.folder, jobs), "/dev/null").front();
  if (const std::string trouble = trouble_of(cost, patient); !trouble.empty()) return sheet_.fail(row, trouble);
  const Row once = {"program", has_jobs_ ? "targets, two threads, memory" : "targets, one thread, memory", "MB", {}};
  sheet_.add(row, cost.memory / sheet_.median(once));
}

void Session::reports() {
  const Row any = {"large", "report", "s", {}};
  if (!has_report_) return sheet_.fail(any, "this program has no report");
  for (const std::size_t documents : effort_.reports) {
    std::vector<std::string> command = {program_, "report", "-o", (work_ / "report.html").string()};
    std::size_t taken = 0;
    for (const auto& entry : fs::directory_iterator(corpus_.folder)) {
      if (taken++ == documents) break;
      command.push_back(entry.path().string());
    }
    if (!in_time()) return;
    const Cost cost = launcher_.run(command, work_ / "out").front();
    const Row row = {"large", fmt::format("report of {} documents", documents), "s", {}};
    const std::string trouble = trouble_of(cost, launcher_);
    if (!trouble.empty()) return sheet_.fail(row, trouble);
    sheet_.add(row, cost.cpu);
    sheet_.add({"large", row.label + ", memory", "MB", {}}, cost.memory);
  }
}

}  // namespace zhibiao::bench
