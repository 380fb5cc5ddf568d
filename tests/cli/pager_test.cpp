// --pager hands long output to another program, and waits for it.
#include "cli/pager.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

using zhibiao_tests::run;

TEST_CASE("what is written to standard output while a pager runs is the pager's input") {
  const zhibiao_tests::Folder folder;
  const std::string shown = folder.path("shown");
  {
    zhibiao::cli::Pager pager;
    pager.start("tr a-z A-Z > '" + shown + "'");
    const std::string text = "one\ntwo\n";
    CHECK(::write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    pager.finish();
  }
  std::ostringstream text;
  text << std::ifstream(shown).rdbuf();
  CHECK(text.str() == "ONE\nTWO\n");
}

TEST_CASE("without a terminal, or with a file to write, nothing is paged") {
  const zhibiao_tests::Folder folder;
  const std::string mark = folder.path("mark");
  const std::string output = folder.path("out.csv");
  zhibiao::cli::Terminal terminal;
  terminal.pager = "touch '" + mark + "'; cat > /dev/null";
  CHECK(run({"targets", "--pager", "-"}, "新增床位30张。\n", terminal).status == 0);
  terminal.tty = true;
  CHECK(run({"targets", "--pager", "-", "-o", output}, "新增床位30张。\n", terminal).status == 0);
  CHECK(run({"targets", "-"}, "新增床位30张。\n", terminal).status == 0);
  CHECK_FALSE(std::ifstream(mark).good());
  CHECK(run({"targets", "--pager", "-"}, "新增床位30张。\n", terminal).status == 0);
  CHECK(std::ifstream(mark).good());
}
