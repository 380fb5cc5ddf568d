// A stream over a string that finds no memory sets a flag and loses what is written: each of src/ must throw instead.
#include <doctest/doctest.h>

#include <regex>
#include <string>
#include <vector>

#include "house/source_tree.hpp"

namespace {

/// Names of the string streams that do not ask for an exception.
std::vector<std::string> silent_streams(const std::string& code) {
  static const std::regex kStream(R"(std::[io]?stringstream (\w+))");
  std::vector<std::string> silent;
  for (auto found = std::sregex_iterator(code.begin(), code.end(), kStream); found != std::sregex_iterator(); ++found) {
    const std::string name = (*found)[1];
    const auto behind = static_cast<std::size_t>(found->position());
    if (code.find(name + ".exceptions(std::ios::badbit)", behind) == std::string::npos) silent.push_back(name);
  }
  return silent;
}

}  // namespace

TEST_CASE("streams over strings throw where memory ends") {
  for (const auto& file : house::code_below("src")) {
    for (const std::string& name : silent_streams(file.text)) FAIL_CHECK(file.path, ": ", name);
  }
  CHECK(silent_streams("std::ostringstream out;\nout << 1;") == std::vector<std::string>{"out"});
  CHECK(silent_streams("std::istringstream in(text);\nin.exceptions(std::ios::badbit);").empty());
}
