// Runs programs through zhibiao_bench_launch and reads its report.
#include "bench/programs.hpp"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

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

bool same_bytes(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::ifstream first(a, std::ios::binary);
  std::ifstream second(b, std::ios::binary);
  return first && second && std::filesystem::file_size(a) == std::filesystem::file_size(b) &&
         std::equal(std::istreambuf_iterator<char>(first), {}, std::istreambuf_iterator<char>(second));
}

}  // namespace zhibiao::bench
