// What the tree looks like from the outside: few entries at the top, files that can be read in a sitting.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "house/source_tree.hpp"

namespace {
constexpr std::ptrdiff_t kMostLines = 450;
}

TEST_CASE("the top holds nothing but the front door") {
  const std::set<std::string> known = {"CMakeLists.txt", "CMakePresets.json",
                                       "LICENSE",        "README.md",
                                       "docs",           "include",
                                       "seeds",          "src",
                                       "tests",          "tools",
                                       "build"};  // made by the tools, not kept
  for (const auto& entry : std::filesystem::directory_iterator(house::top())) {
    const std::string name = entry.path().filename().string();
    CHECK_MESSAGE((name.starts_with('.') || known.contains(name)), name, " does not belong at the top");
  }
}

TEST_CASE("no file of the code is longer than one can read in a sitting") {
  for (const char* folder : {"src", "include"}) {
    for (const auto& file : house::code_below(folder)) {
      const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
      CHECK_MESSAGE(lines <= kMostLines, file.path, " has ", lines, " lines, more than ", kMostLines);
    }
  }
}

TEST_CASE("every file of code says first what it is") {
  for (const char* folder : {"src", "include"}) {
    for (const auto& file : house::code_below(folder)) CHECK_MESSAGE(file.text.starts_with("//"), file.path);
  }
}
