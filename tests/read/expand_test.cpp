// Folders: which files below them are plans, and in which order.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "read/folder.hpp"
#include "zhibiao/read.hpp"

namespace {

using Names = std::vector<std::string>;

/// The files found below `folder`, without its path.
Names below(const zhibiao_tests::Folder& folder, Names& problems) {
  Names files = zhibiao::expand_paths({folder.path()}, problems);
  for (std::string& file : files) {
    file.erase(0, folder.path().size() + 1);
  }
  return files;
}

}  // namespace

TEST_CASE("a folder gives its text files, sorted by name bytewise") {
  const zhibiao_tests::Folder folder;
  for (const char* name : {"b.txt", "a.md", "B.text", "甲.txt", "sub/c.TXT", "sub/deep/d.txt", "plan", "x.docx",
                           "y.pdf", "z.csv", ".hidden.txt", ".git/config.txt", "关于3.5版工作要点"}) {
    folder.file(name, "text");
  }
  folder.file("program", std::string("\x7F"
                                     "ELF\0",
                                     5));
  folder.file("empty", "");
  Names problems;
  CHECK(below(folder, problems) ==
        Names{"B.text", "a.md", "b.txt", "plan", "sub/c.TXT", "sub/deep/d.txt", "关于3.5版工作要点", "甲.txt"});
  CHECK(problems.empty());
}

TEST_CASE("arguments keep their order; a file stands for itself whatever it is called") {
  const zhibiao_tests::Folder folder;
  folder.file("d/b.txt", "b");
  folder.file("d/a.txt", "a");
  const std::string odd = folder.file("x.dat", "x");
  Names problems;
  const Names files = zhibiao::expand_paths({odd, "-", folder.path("d/"), folder.path("missing"), odd}, problems);
  CHECK(files == Names{odd, "-", folder.path("d/a.txt"), folder.path("d/b.txt"), folder.path("missing"), odd});
  CHECK(problems.empty());
}

TEST_CASE("loops of links end, linked files are read") {
  const zhibiao_tests::Folder folder;
  folder.file("a/one.txt", "1");
  std::filesystem::create_directory_symlink(folder.path(), folder.path("a/up"));
  std::filesystem::create_directory_symlink("a", folder.path("z"));
  std::filesystem::create_symlink("a/one.txt", folder.path("two.txt"));
  std::filesystem::create_symlink("nowhere", folder.path("dangling.txt"));
  Names problems;
  CHECK(below(folder, problems) == Names{"a/one.txt", "two.txt"});
  CHECK(problems.empty());
}

TEST_CASE("a folder without plan files is a problem, said in one line") {
  const zhibiao_tests::Folder folder;
  Names problems;
  CHECK(below(folder, problems).empty());
  CHECK(problems == Names{folder.path() + ": no .txt, .md or .text files below this folder"});
  folder.file("x.docx", "x");
  problems.clear();
  CHECK(below(folder, problems).empty());
  CHECK(problems ==
        Names{folder.path() + ": no .txt, .md or .text files below this folder; 1 file of other kinds passed over"});
}
