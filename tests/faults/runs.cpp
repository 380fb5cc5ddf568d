// Runs with the preloaded library.
#include "faults/runs.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <unordered_set>

namespace faults {

namespace fs = std::filesystem;

Runner::Runner(const zhibiao_tests::Folder& folder)
    : work_(folder.path("work")),
      temporary_(folder.path("tmp")),
      log_path_(folder.file("log", std::string(sizeof(Log), '\0'))) {
  fs::create_directories(temporary_);
  const int file = ::open(log_path_.c_str(), O_RDWR | O_CLOEXEC);
  void* at = file < 0 ? MAP_FAILED : ::mmap(nullptr, sizeof(Log), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (at == MAP_FAILED) throw std::runtime_error("no log of faults");
  ::close(file);
  log_ = new (at) Log{};
}

Runner::~Runner() { ::munmap(log_, sizeof(Log)); }

Run Runner::run(const Scenario& scenario, const Fault& fault) const {
  for (const std::string& folder : {work_, temporary_}) {
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  scenario.prepare();
  log_->call = fault.call;
  log_->error = fault.error;
  log_->first = fault.first;
  log_->count = fault.count;
  log_->injected = 0;
  for (auto& calls : log_->calls) calls = 0;
  safety::Start start;
  start.args = scenario.args;
  start.output = scenario.output;
  start.environment = {"LD_PRELOAD=" ZHIBIAO_PRELOAD, std::string(kVariable) + "=" + log_path_, "TMPDIR=" + temporary_};
  Run run;
  run.end = safety::run_program(start);
  for (std::size_t i = 0; i < run.calls.size(); ++i) run.calls[i] = log_->calls[i];
  run.injected = log_->injected;
  return run;
}

Count Runner::count(const Scenario& scenario) const {
  log_->places = 1;
  const Run run = this->run(scenario, {});
  log_->places = 0;
  Count count{run.calls, {}};
  const std::uint64_t noted = std::min<std::uint64_t>(run.calls[static_cast<std::size_t>(Call::allocate)], kPlaces);
  std::unordered_set<std::uint32_t> seen;
  for (std::uint64_t i = 0; i < noted; ++i) {
    if (seen.insert(log_->place[i]).second) count.places.push_back(i + 1);
  }
  return count;
}

safety::End Runner::run_again(const Scenario& scenario) const {
  safety::Start start;
  start.args = scenario.args;
  start.output = scenario.output;
  start.environment = {"TMPDIR=" + temporary_};
  return safety::run_program(start);
}

}  // namespace faults
