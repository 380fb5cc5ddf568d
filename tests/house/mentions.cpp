// Comments send readers to other files: those must be there.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "house/source_tree.hpp"

namespace {

namespace fs = std::filesystem;

/// Names in the comment of a line that end as files of code do.
std::vector<std::string> files_named(std::string_view line) {
  constexpr std::string_view kOfNames = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./*{},-";
  std::vector<std::string> names;
  const std::size_t comment = line.find("//");
  if (comment == std::string_view::npos) return names;
  std::string_view rest = line.substr(comment + 2);
  while (!rest.empty()) {
    rest.remove_prefix(std::min(rest.find_first_of(kOfNames), rest.size()));
    const std::size_t end = std::min(rest.find_first_not_of(kOfNames), rest.size());
    std::string_view name = rest.substr(0, end);
    rest.remove_prefix(end);
    while (name.ends_with('.') || name.ends_with(',')) name.remove_suffix(1);
    const bool pattern = name.find_first_of("*{,") != std::string_view::npos;
    const bool code = name.ends_with(".cpp") || name.ends_with(".hpp") || name.ends_with(".def");
    if (code && !pattern) names.emplace_back(name);
  }
  return names;
}

/// The names of all files below src/, include/ and tests/, without their folders.
std::set<std::string> known_names() {
  std::set<std::string> names;
  for (const char* folder : {"src", "include", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(house::top() / folder)) {
      names.insert(entry.path().filename().string());
    }
  }
  return names;
}

bool is_there(const std::string& name, const std::set<std::string>& known) {
  const std::size_t slash = name.find('/');
  if (slash == std::string::npos) return known.contains(name);
  if (fs::exists(house::top() / name) || fs::exists(house::top() / "src" / name)) return true;
  // Of other projects' files nothing is known here.
  return !fs::exists(house::top() / name.substr(0, slash)) && !fs::exists(house::top() / "src" / name.substr(0, slash));
}

}  // namespace

TEST_CASE("names of files are found in comments") {
  CHECK(files_named("int a;  // made by page.cpp, see tests/read/*_test.cpp and write/labels.hpp.") ==
        std::vector<std::string>{"page.cpp", "write/labels.hpp"});
  CHECK(files_named("#include \"page.hpp\"").empty());
}

TEST_CASE("files that comments name are there") {
  const std::set<std::string> known = known_names();
  for (const char* folder : {"src", "include"}) {
    for (const auto& file : house::code_below(folder)) {
      std::istringstream lines(file.text);
      for (std::string line; std::getline(lines, line);) {
        for (const std::string& name : files_named(line)) {
          CHECK_MESSAGE(is_there(name, known), file.path, " sends its readers to ", name, ", which is not there");
        }
      }
    }
  }
}
