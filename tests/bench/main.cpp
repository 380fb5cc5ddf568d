// The program behind tools/bench: measures, prints the table, puts it into a page.
#include <fmt/format.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "bench/machine.hpp"
#include "bench/session.hpp"
#include "bench/stages.hpp"
#include "bench/tasks.hpp"

namespace {

using namespace zhibiao::bench;

struct Options {
  Effort effort = full_effort();
  std::string mode = "full";
  std::string program = ZHIBIAO_PROGRAM;
  std::string work;
  std::string page;
  std::string task;
  std::size_t size = 0;
};

Options read_options(const std::vector<std::string>& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto value = [&] {
      if (i + 1 == words.size()) throw std::runtime_error(words[i] + " needs a value");
      return words[++i];
    };
    if (words[i] == "--quick") {
      options.effort = quick_effort();
      options.mode = "quick";
    } else if (words[i] == "--trial") {
      options.effort = trial_effort();
      options.mode = "trial";
    } else if (words[i] == "--markdown") {
      options.page = value();
    } else if (words[i] == "--program") {
      options.program = value();
    } else if (words[i] == "--work") {
      options.work = value();
    } else if (words[i] == "--task") {
      options.task = value();
    } else if (words[i] == "--size") {
      options.size = std::stoul(value());
    } else {
      throw std::runtime_error("unknown option " + words[i] + "; see tools/bench --help");
    }
  }
  if (options.work.empty()) throw std::runtime_error("--work needs a folder for temporary files");
  return options;
}

/// Which part of the stages' time each takes.
std::string shares_text(const Sheet& sheet) {
  double sum = 0;
  for (const Row& row : pipeline_rows()) sum += sheet.has(row) ? 1 / sheet.median(row) : 0;
  std::string text = "Share of the stages in the time of `targets --format jsonl`:";
  for (const Row& row : pipeline_rows()) {
    if (sheet.has(row)) text += fmt::format(" {} {:.1f} %,", row.label, 100 / sheet.median(row) / sum);
  }
  text.back() = '.';
  return text + "\n";
}

std::string result_text(const Options& options, const Session& session, double load_before) {
  const Corpus& corpus = session.corpus();
  std::string text = machine_text();
  text += fmt::format("- a {} run: {} rounds at most, {} files of {:.1f} MB; load before {:.2f}, after {:.2f}\n",
                      options.mode, session.sheet().most_samples(), corpus.files,
                      static_cast<double>(corpus.bytes) / 1e6, load_before, load());
  if (load_before > 0.5)
    text += "- the machine had other work: trust figures of CPU time more than those of the wall clock\n";
  return text + "\n" + session.sheet().table() + "\n" + shares_text(session.sheet());
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

void run(const Options& options) {
  if (!options.task.empty()) {
    std::cout << fmt::format("{:.6f}\n", run_task(options.task, options.size, options.work));
    return;
  }
  // Before anything is measured: a page without marks is found out now, not an hour later.
  const std::string page = options.page.empty() ? std::string() : content_of(options.page);
  if (!options.page.empty()) with_table(page, "");
  const double load_before = load();
  Session session(options.effort, options.program, options.work);
  session.run();
  const std::string text = result_text(options, session, load_before);
  std::cout << text;
  if (options.page.empty()) return;
  std::ofstream out(options.page, std::ios::binary);
  out << with_table(page, text);
  if (!out.flush()) throw std::runtime_error(options.page + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(read_options(std::vector<std::string>(argv + 1, argv + argc)));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "bench: " << error.what() << "\n";
    return 2;
  }
}
