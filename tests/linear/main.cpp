// tools/linear: is the cost of every input linear in its size? Each is read and analysed at two sizes, in-process, and
// its cost a byte is held against ordinary input of its format. Cost is instructions where the kernel counts them, else
// CPU time. Usage: zhibiao_linear [--size KIB] [NAME…]
#include <fmt/format.h>
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "inputs.hpp"
#include "text/width.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/read.hpp"
#include "zhibiao/write.hpp"

namespace {

namespace fs = std::filesystem;
using zhibiao_linear::Input;

constexpr double kMostGrowth = 1.6;  // of the cost a byte, from one size to four times it
constexpr double kMostCost = 3;      // times ordinary
constexpr std::size_t kFactor = 4;

/// What this thread has done so far.
class Meter {
 public:
  Meter() {
    perf_event_attr wanted;
    std::memset(&wanted, 0, sizeof wanted);
    wanted.size = sizeof wanted;
    wanted.type = PERF_TYPE_HARDWARE;
    wanted.config = PERF_COUNT_HW_INSTRUCTIONS;
    wanted.exclude_kernel = 1;
    wanted.exclude_hv = 1;
    counter_ = static_cast<int>(::syscall(SYS_perf_event_open, &wanted, 0, -1, -1, 0));
  }
  ~Meter() {
    if (counts()) ::close(counter_);
  }
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

  bool counts() const { return counter_ >= 0; }
  const char* unit() const { return counts() ? "instructions" : "ns of CPU time"; }

  double now() const {
    long long count = 0;
    if (counts() && ::read(counter_, &count, sizeof count) == sizeof count) return static_cast<double>(count);
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
  }

 private:
  int counter_ = -1;
};

std::string prose() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(ZHIBIAO_SOURCE_DIR) / "seeds")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::string text;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    text.append(std::istreambuf_iterator<char>(in), {});
  }
  return text;
}

struct Cost {
  double a_byte = 0;
  std::string said;  ///< why the document was refused
};

Cost cost_of(const Input& input, std::size_t size, const Meter& meter, zhibiao::Analyzer& analyzer) {
  const std::string bytes = input.bytes(size);
  zhibiao::ReadOptions options;
  options.limits.ratio = 1'000'000;
  options.limits.records = 1'000'000'000;
  analyzer.limit_records(options.limits.records);
  Cost cost;
  const double before = meter.now();
  try {
    const zhibiao::Source source = zhibiao::read_bytes("plan", bytes, options);
    const zhibiao::Analysis analysis = analyzer.analyze(source);
    std::ostringstream out;
    const auto writer = zhibiao::targets_writer(out, {.format = zhibiao::Format::jsonl});
    writer->write("plan", analysis);
    writer->finish();
  } catch (const zhibiao::Error& error) {
    cost.said = error.what();
  }
  cost.a_byte = (meter.now() - before) / static_cast<double>(size);
  return cost;
}

bool wanted(const Input& input, const std::vector<std::string>& names) {
  return names.empty() || input.name == input.ordinary ||
         std::find(names.begin(), names.end(), input.name) != names.end();
}

int run(std::size_t size, const std::vector<std::string>& names) {
  const Meter meter;
  zhibiao::Analyzer analyzer;
  std::map<std::string, double> ordinary;
  int status = 0;
  fmt::print("{} a byte, at {} KiB and {} KiB; growth between them; times ordinary\n", meter.unit(), size >> 10U,
             size * kFactor >> 10U);
  for (const Input& input : zhibiao_linear::make_inputs(prose())) {
    if (!wanted(input, names)) continue;
    cost_of(input, 4096, meter, analyzer);  // so that what is made at first use is there
    const Cost one = cost_of(input, size, meter, analyzer);
    const Cost many = cost_of(input, size * kFactor, meter, analyzer);
    if (input.name == input.ordinary) ordinary[input.name] = many.a_byte;
    const double growth = many.a_byte / one.a_byte;
    const double times = many.a_byte / ordinary[input.ordinary];
    // What is cheap may grow: at most to what is ordinary.
    const bool bad = times > kMostCost || (growth > kMostGrowth && times > 1);
    if (bad) status = 1;
    const std::size_t width = zhibiao::text::display_width(input.name);
    fmt::print("{}{} {:9.1f} {:9.1f} {:6.2f} {:6.2f}{} {}\n", input.name,
               std::string(36 - std::min<std::size_t>(36, width), ' '), one.a_byte, many.a_byte, growth, times,
               bad ? "  <-- too much" : "", many.said);
    std::fflush(stdout);
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t size = std::size_t{256} << 10U;
  std::vector<std::string> names;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--size" && i + 1 < argc) {
      size = std::strtoul(argv[++i], nullptr, 10) << 10U;
    } else {
      names.push_back(argument);
    }
  }
  return run(std::max<std::size_t>(size, 1024), names);
}
