// Golden cases: each folder tests/golden/<command>-<name>/ holds `cmd` (the arguments, as a shell would read them; blanks,
// '…' and "…" only), `out`, `err` and `status`; `stdin` if the case reads it. Paths in `cmd` start at the project's root.
// ZHIBIAO_UPDATE_GOLDEN=1 rewrites out, err and status: read the difference before keeping it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

namespace {

namespace fs = std::filesystem;
using zhibiao_tests::content;

void store(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> result;
  bool inside = false;  // a word has begun, perhaps an empty quoted one
  char quote = '\0';
  for (const char c : line) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (quote == '\0' && blank) {
      inside = false;
      continue;
    }
    if (!inside) result.emplace_back();
    inside = true;
    if (c == quote) {
      quote = '\0';
    } else if (quote == '\0' && (c == '\'' || c == '"')) {
      quote = c;
    } else {
      result.back().push_back(c);
    }
  }
  return result;
}

std::vector<fs::path> cases() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator("tests/golden")) {
    if (fs::exists(entry.path() / "cmd")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

TEST_CASE("golden cases") {
  fs::current_path(ZHIBIAO_SOURCE_DIR);
  const char* switched = std::getenv("ZHIBIAO_UPDATE_GOLDEN");
  const bool update = switched != nullptr && std::string(switched) == "1";
  const auto folders = cases();
  REQUIRE_FALSE(folders.empty());
  for (const fs::path& folder : folders) {
    const auto outcome = zhibiao_tests::run(words(content(folder / "cmd")), content(folder / "stdin"));
    const std::string status = std::to_string(outcome.status) + "\n";
    if (update) {
      store(folder / "out", outcome.out);
      store(folder / "err", outcome.err);
      store(folder / "status", status);
      continue;
    }
    CAPTURE(folder.string());
    CHECK(outcome.out == content(folder / "out"));
    CHECK(outcome.err == content(folder / "err"));
    CHECK(status == content(folder / "status"));
  }
}

TEST_CASE("every golden folder is complete") {
  fs::current_path(ZHIBIAO_SOURCE_DIR);
  for (const auto& entry : fs::directory_iterator("tests/golden")) {
    CAPTURE(entry.path().string());
    for (const char* name : {"cmd", "out", "err", "status"}) CHECK(fs::exists(entry.path() / name));
  }
}
