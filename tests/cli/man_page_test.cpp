// Manual pages: complete, and clean to the tools that read them.
#include "cli/help/man_page.hpp"

#include <doctest/doctest.h>

#include <string>

#include "cli/declared.hpp"
#include "cli/in_process.hpp"
#include "cli/shells.hpp"
#include "read/folder.hpp"

using zhibiao::Language;
using zhibiao_tests::Folder;
using zhibiao_tests::installed;
using zhibiao_tests::run;
using zhibiao_tests::shell;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The options as a page shows them.
std::string troff(const std::string& name) {
  std::string text;
  for (const char c : name) text += c == '-' ? std::string("\\-") : std::string(1, c);
  return text;
}

}  // namespace

TEST_CASE("every command has a page with all its options") {
  const zhibiao_tests::Declared declared;
  for (const auto& command : declared.program().commands) {
    const std::string page = man_page(declared.program(), command, Language::en);
    CHECK(has(page, "\n.SH NAME\n" + troff("zhibiao-" + command.key()) + " \\- "));
    CHECK(has(page, "\n.SH EXAMPLES\n") == !command.examples.empty());
    CHECK(has(page, "\\fB0\\fR"));
    for (const auto& option : command.options) CHECK(has(page, "\\fB" + troff(option.name()) + "\\fR"));
    for (const auto& sub : command.commands) CHECK(has(page, ".SS \\fBzhibiao " + sub.key() + "\\fR"));
    CHECK(has(man_page(declared.program(), declared.program(), Language::en),
              ".BR " + troff("zhibiao-" + command.key()) + " (1)"));
  }
  CHECK(run({"help", "--man", "targets"}).out.find(".TH ZHIBIAO\\-TARGETS 1 \"20") != std::string::npos);
  CHECK(has(run({"help", "--man", "diff", "--lang", "zh"}).out, ".SH 选项\n"));
}

TEST_CASE("mandoc finds no fault in the pages") {
  if (!installed("mandoc", "the form of manual pages")) return;
  const Folder folder;
  const zhibiao_tests::Declared declared;
  for (const auto* command : declared.all()) {
    if (command->path.size() > 1) continue;
    const std::string name = man_name(*command) + ".1";
    const std::string english = folder.file(name, man_page(declared.program(), *command, Language::en));
    CHECK(shell("mandoc -Tlint " + english).out.empty());
    const std::string chinese = folder.file("zh-" + name, man_page(declared.program(), *command, Language::zh));
    // Chinese lines are long: a line's end would be a blank.
    CHECK(shell("mandoc -Tlint -W warning " + chinese).out.empty());
    CHECK(has(shell("export LC_ALL=C.UTF-8; mandoc -Tutf8 -K utf-8 " + chinese + " | col -b").out, "退出状态"));
  }
}
