// The tools say in one line what they do not understand and what they miss.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "house/source_tree.hpp"
#include "read/folder.hpp"
#include "shell.hpp"

using zhibiao_tests::shell;

TEST_CASE("tools/lint refuses an option it does not know, and names the package of a program it does not find") {
  const std::string lint = (house::top() / "tools" / "lint").string();
  const auto typo = shell(lint + " --typo");
  CHECK(typo.status == 2);
  CHECK(typo.out.find("usage: tools/lint") != std::string::npos);
  // A machine with a shell and little else.
  const zhibiao_tests::Folder bare;
  for (const char* program : {"bash", "env", "dirname", "basename"}) {
    REQUIRE(shell("ln -s \"$(command -v " + std::string(program) + ")\" " + bare.path(program)).status == 0);
  }
  const auto missing = shell("PATH=" + bare.path() + " " + lint);
  CHECK(missing.status == 2);
  CHECK(missing.out == "tools/lint: no clang-format here; install the package clang-format\n");
}
