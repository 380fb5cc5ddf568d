// The fuzzers, the tests' side: runs every file below FOLDER/<target>/ through its target. A promise that is broken
// aborts with the file's name told before.
// Usage: zhibiao_fuzz_replay FOLDER…
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "check.hpp"
#include "target.hpp"

namespace {

namespace fs = std::filesystem;

struct Target {
  std::string name;
  void (*run)(std::string_view);
};

const std::vector<Target> kTargets = {
#define FUZZ_TARGET(name) {#name, zhibiao_fuzz::name},
#include "targets.def"
};

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void run_file(const Target& target, const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  zhibiao_fuzz::now_at(target.name + " " + file.string());
  target.run(bytes);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> folders;
  for (int i = 1; i < argc; ++i) folders.push_back(fs::absolute(argv[i]));  // a target may go elsewhere
  int status = 0;
  for (const Target& target : kTargets) {
    std::size_t count = 0;
    for (const fs::path& folder : folders) {
      for (const fs::path& file : files_in(folder / target.name)) {
        run_file(target, file);
        ++count;
      }
    }
    fmt::print("{:14} {:5} inputs\n", target.name, count);
    std::fflush(stdout);
    if (count == 0) status = 1;  // nothing was shown
  }
  return status;
}
