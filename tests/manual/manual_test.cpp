// The examples of README and docs/ are what the program prints. ZHIBIAO_UPDATE_MANUAL=1 (tools/manual) rewrites them: read
// the difference before keeping it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "manual/pages.hpp"
#include "read/folder.hpp"
#include "shell.hpp"
#include "zhibiao/fields.hpp"

namespace {

namespace fs = std::filesystem;
using manual::Session;
using zhibiao_tests::content;
using zhibiao_tests::Folder;

/// The first line that differs, of both.
std::string difference(const std::string& a, const std::string& b) {
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const std::size_t start = at == 0 ? 0 : a.rfind('\n', at - 1) + 1;
  const auto line = [&](const std::string& text) { return text.substr(start, text.find('\n', start) - start); };
  return "\n  page: " + line(a) + "\n  now:  " + line(b);
}

/// README.md and the pages of docs/ that have examples.
std::vector<fs::path> pages() {
  const fs::path source = ZHIBIAO_SOURCE_DIR;
  std::vector<fs::path> found = {source / "README.md"};
  for (const auto& entry : fs::directory_iterator(source / "docs")) {
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  }
  std::erase_if(found, [](const fs::path& page) { return content(page).find("```console\n") == std::string::npos; });
  return found;
}

}  // namespace

TEST_CASE("the examples of the pages are what the program prints") {
  const char* switched = std::getenv("ZHIBIAO_UPDATE_MANUAL");
  const bool update = switched != nullptr && std::string(switched) == "1";
  REQUIRE_FALSE(pages().empty());
  for (const fs::path& page : pages()) {
    CAPTURE(page.string());
    const Folder folder;
    Session session(folder.path(), page.string().ends_with(".zh.md"));
    const std::string text = content(page);
    const std::string now = session.rerun(text);
    for (const std::string& command : session.broken()) FAIL_CHECK("cannot be run: ", command);
    for (const std::string& command : session.skipped()) MESSAGE("skipped, a program is not installed: ", command);
    if (update && text != now) std::ofstream(page, std::ios::binary) << now;
    CHECK_MESSAGE((update || text == now), "examples differ; tools/manual runs them again:", difference(text, now));
  }
}

TEST_CASE("links between the pages lead somewhere") {
  const fs::path source = ZHIBIAO_SOURCE_DIR;
  std::vector<fs::path> all = {source / "README.md"};
  for (const auto& entry : fs::directory_iterator(source / "docs")) {
    if (entry.path().extension() == ".md") all.push_back(entry.path());
  }
  std::size_t links = 0;
  for (const fs::path& page : all) {
    const std::string text = content(page);
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      const std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      if (target.find("://") != std::string::npos || target.empty()) continue;
      const std::string file = target.substr(0, target.find('#'));
      CHECK_MESSAGE((file.empty() || fs::exists(page.parent_path() / file)), page.string(), ": ", target);
      ++links;
    }
  }
  CHECK(links > 20);
}

TEST_CASE("the recipe for Power Query, which cannot be run here, names columns that there are") {
  const fs::path source = ZHIBIAO_SOURCE_DIR;
  for (const char* name : {"docs/manual.md", "docs/manual.zh.md"}) {
    const std::string text = content(source / name);
    const std::size_t begin = text.find("```m\n");
    REQUIRE(begin != std::string::npos);
    const std::string block = text.substr(begin, text.find("\n```\n", begin) - begin);
    const std::regex columns("\\{\"(\\w+)\", |each \\[(\\w+)\\]|and \\[(\\w+)\\]");
    std::size_t found = 0;
    for (std::sregex_iterator match(block.begin(), block.end(), columns), end; match != end; ++match) {
      const std::string column = (*match)[1].str() + (*match)[2].str() + (*match)[3].str();
      CHECK_MESSAGE(zhibiao::find_field(column) != nullptr, column);
      ++found;
    }
    CHECK(found == 6);
  }
}

TEST_CASE("a page's commands run one after the other, and what they print replaces what stood there") {
  const Folder folder;
  Session session(folder.path(), false);
  const std::string page =
      "Text.\n```text some.txt\n甲\n乙\n```\n```console\n$ cat some.txt\nold\n$ wc -l \\\n> < some.txt\n$ ls seeds | "
      "head -1\n"
      "```\n```sh\n$ not run\n```\nEnd.\n";
  CHECK(session.rerun(page) ==
        "Text.\n```text some.txt\n甲\n乙\n```\n```console\n$ cat some.txt\n甲\n乙\n$ wc -l \\\n> < some.txt\n2\n"
        "$ ls seeds | head -1\n000_05f020d46ba48b5f.txt\n```\n```sh\n$ not run\n```\nEnd.\n");
  CHECK(session.broken().empty());
  session.rerun("```console\n$ no-such-program-anywhere\n```\n");
  CHECK(session.broken().size() == 1);
}

TEST_CASE("in a Chinese page zhibiao speaks Chinese") {
  const Folder folder;
  Session session(folder.path(), true);
  CHECK(session.rerun("```console\n$ zhibiao --help | grep :\n```\n").find("用法: zhibiao 命令\n") !=
        std::string::npos);
}
