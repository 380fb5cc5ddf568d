// Runs programs through zhibiao_bench_launch and reads its report.
#include "bench/programs.hpp"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace zhibiao::bench {
namespace {

int run_to_end(std::vector<std::string> command) {
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  if (::posix_spawn(&child, arguments.front(), nullptr, nullptr, arguments.data(), environ) != 0) return -1;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
  }
  return status;
}

}  // namespace

std::vector<Cost> Launcher::run(const std::vector<std::string>& command, const std::filesystem::path& output,
                                std::size_t times) const {
  const std::filesystem::path report = work / "report";
  std::vector<std::string> words = {ZHIBIAO_BENCH_LAUNCH, std::to_string(times), std::to_string(cpu_seconds),
                                    report.string(), output.string()};
  words.insert(words.end(), command.begin(), command.end());
  if (run_to_end(words) != 0) throw std::runtime_error("cannot run " + command.front());
  std::ifstream in(report);
  std::vector<Cost> costs;
  double wall = 0;
  double cpu = 0;
  double memory = 0;
  int status = 0;
  while (in >> wall >> cpu >> memory >> status) costs.push_back({wall / 1e9, cpu / 1e6, memory * 1024 / 1e6, status});
  if (costs.size() != times) throw std::runtime_error("no report on the runs of " + command.front());
  return costs;
}

std::string trouble_of(const Cost& cost, const Launcher& launcher) {
  if (cost.status == 128 + SIGKILL || cost.status == 128 + SIGXCPU) {
    return fmt::format("ended after {} s", launcher.cpu_seconds);
  }
  return cost.status == 0 ? std::string() : fmt::format("exit status {}", cost.status);
}

std::vector<std::string> libraries_of(const std::string& program, const Launcher& launcher) {
  const std::filesystem::path list = launcher.work / "libraries";
  // Asked so, the dynamic linker lists what it would load, and the program does not run.
  const Cost cost = launcher.run({"/usr/bin/env", "LD_TRACE_LOADED_OBJECTS=1", program}, list).front();
  if (cost.status != 0) throw std::runtime_error("cannot list the libraries of " + program);
  std::ifstream in(list);
  std::vector<std::string> names;
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin != std::string::npos) names.push_back(line.substr(begin, line.find(' ', begin) - begin));
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool same_bytes(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::ifstream first(a, std::ios::binary);
  std::ifstream second(b, std::ios::binary);
  return first && second && std::filesystem::file_size(a) == std::filesystem::file_size(b) &&
         std::equal(std::istreambuf_iterator<char>(first), {}, std::istreambuf_iterator<char>(second));
}

}  // namespace zhibiao::bench
