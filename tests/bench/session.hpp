// One run of the benchmark: which sizes, how many rounds, and the rows of the table that whole processes give.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/documents.hpp"
#include "bench/figures.hpp"
#include "bench/programs.hpp"

namespace zhibiao::bench {

/// How much is done.
struct Effort {
  std::size_t rounds = 3;
  double stage_seconds = 0.5;        ///< of CPU time of each stage in a round; 0: one pass
  std::size_t copies = 880;          ///< of the five seeds
  double program_seconds = 0;        ///< make fewer copies, so that a run takes about that long; 0: all of them
  bool tenfold = true;               ///< memory on ten times as many files
  std::size_t starts = 20;           ///< runs of a program whose start is timed, in a round
  double budget = 0;                 ///< seconds after which nothing new is begun; 0: none
  unsigned long task_seconds = 600;  ///< of CPU time, for a large task
  std::vector<std::size_t> documents = {1'000'000, 10'000'000, 100'000'000};  ///< bytes
  std::vector<std::size_t> diffs = {300, 1000, 2000};                         ///< facts on each side
  std::vector<std::size_t> trends = {50, 200};                                ///< plans
  std::vector<std::size_t> reports = {10, 50};                                ///< documents
  std::vector<std::size_t> workbooks = {10'000, 100'000};                     ///< rows
};

Effort full_effort();
/// Within a minute, if need be with fewer rounds and rows.
Effort quick_effort();
/// Everything once, as small as it can be: whether the benchmark works.
Effort trial_effort();

class Session {
 public:
  /// `program` is the zhibiao to measure, `work` a folder for what is made on the way.
  Session(Effort effort, std::string program, std::filesystem::path work);

  /// Measures everything, round by round.
  void run();
  const Sheet& sheet() const { return sheet_; }
  /// Files and bytes that `targets` read.
  const Corpus& corpus() const { return corpus_; }

 private:
  struct Task {
    std::string name;
    std::string label;  ///< `{}` stands for the size
    std::vector<std::size_t> sizes;
    double most_growth;  ///< bound of the exponent
  };
  void make_files();
  void round();
  void targets();
  void starts();
  void tenfold();
  void tasks();
  void task(const Task& task, std::size_t size);
  void task_growth(const Task& task);
  void long_documents();
  void linearity();
  void reports();
  bool in_time() const;
  void say(const std::string& what) const;
  std::vector<std::string> targets_command(const std::filesystem::path& files, int jobs) const;
  std::vector<Task> task_list() const;

  Effort effort_;
  std::string program_;
  std::filesystem::path work_;
  Launcher launcher_;
  Corpus corpus_;
  bool has_jobs_ = false;
  bool has_report_ = false;
  Sheet sheet_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace zhibiao::bench
