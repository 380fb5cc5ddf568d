// Folders: which files below them are plans, and in which order.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "read/folder.hpp"
#include "zhibiao/paths.hpp"

namespace {

using Names = std::vector<std::string>;

/// Problems are added as messages.
Names expand(const Names& arguments, const zhibiao::PathFilter& filter, Names& problems) {
  std::vector<zhibiao::Error> errors;
  Names files = zhibiao::expand_paths(arguments, filter, errors);
  for (const zhibiao::Error& error : errors) problems.emplace_back(error.what());
  return files;
}

/// The files found below `folder`, without its path.
Names below(const zhibiao_tests::Folder& folder, Names& problems, const zhibiao::PathFilter& filter = {}) {
  Names files = expand({folder.path()}, filter, problems);
  for (std::string& file : files) {
    file.erase(0, folder.path().size() + 1);
  }
  return files;
}

}  // namespace

TEST_CASE("a folder gives the files that may be plans, sorted by name bytewise") {
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
  CHECK(below(folder, problems) == Names{"B.text", "a.md", "b.txt", "plan", "sub/c.TXT", "sub/deep/d.txt", "x.docx",
                                         "y.pdf", "关于3.5版工作要点", "甲.txt"});
  CHECK(problems.empty());
}

TEST_CASE("arguments keep their order; a file stands for itself whatever it is called") {
  const zhibiao_tests::Folder folder;
  folder.file("d/b.txt", "b");
  folder.file("d/a.txt", "a");
  const std::string odd = folder.file("x.dat", "x");
  Names problems;
  const Names files = expand({odd, "-", folder.path("d/"), folder.path("missing"), odd}, {}, problems);
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
  CHECK(problems == Names{folder.path() + ": no plan files below this folder"});
  folder.file("x.csv", "x");
  problems.clear();
  CHECK(below(folder, problems).empty());
  CHECK(problems == Names{folder.path() + ": no plan files below this folder; 1 file of other kinds passed over"});
}

TEST_CASE("--include chooses by name, --exclude leaves out files and whole folders") {
  const zhibiao_tests::Folder folder;
  for (const char* name :
       {"2020年计划.txt", "2021年计划.txt", "2021年计划.docx", "附件/表.txt", "old/2019年计划.txt"}) {
    folder.file(name, "text");
  }
  Names problems;
  CHECK(below(folder, problems, {{"*.docx"}, {}}) == Names{"2021年计划.docx"});
  CHECK(below(folder, problems, {{"2021年*", "表.*"}, {}}) ==
        Names{"2021年计划.docx", "2021年计划.txt", "附件/表.txt"});
  CHECK(below(folder, problems, {{}, {"附件", "*.docx"}}) ==
        Names{"2020年计划.txt", "2021年计划.txt", "old/2019年计划.txt"});
  CHECK(below(folder, problems, {{}, {"*/old/*"}}).size() == 4);
  CHECK(problems.empty());
  CHECK(below(folder, problems, {{"*.xyz"}, {}}).empty());
  CHECK(problems ==
        Names{folder.path() + ": no files that --include names below this folder; 5 files of other kinds passed over"});
}

TEST_CASE("a pattern that no shell expanded names the files it matches; a file of that very name comes first") {
  const zhibiao_tests::Folder folder;
  folder.file("计划 一.txt", "1");
  folder.file("计划 二.txt", "2");
  folder.file("真*.txt", "3");
  folder.file("真名.txt", "4");
  Names problems;
  CHECK(expand({folder.path("计划*.txt")}, {}, problems) ==
        Names{folder.path("计划 一.txt"), folder.path("计划 二.txt")});
  CHECK(expand({folder.path("真*.txt")}, {}, problems) == Names{folder.path("真*.txt")});
  // Nothing matches: the name is kept, and reading it will say so.
  CHECK(expand({folder.path("无*.txt")}, {}, problems) == Names{folder.path("无*.txt")});
  CHECK(problems.empty());
}

TEST_CASE("lists of names: lines or NUL ends, blanks and newlines in names kept, CR of Windows dropped") {
  const zhibiao_tests::Folder folder;
  std::istringstream standard("甲.txt\n\n乙 丙.txt");
  const auto names = [&](const std::string& list, char end) {
    zhibiao::NameList reader(list, end, standard);
    Names all;
    while (const auto name = reader.next()) all.push_back(*name);
    return all;
  };
  CHECK(names("-", '\n') == Names{"甲.txt", "乙 丙.txt"});
  const std::string windows = folder.file("list", "a.txt\r\nb.txt\r\n");
  CHECK(names(windows, '\n') == Names{"a.txt", "b.txt"});
  const std::string nul = folder.file("list0", std::string("a\nb.txt\0c.txt\0", 14));
  CHECK(names(nul, '\0') == Names{"a\nb.txt", "c.txt"});
  CHECK_THROWS_WITH(names(folder.path("no"), '\n'),
                    (folder.path("no") + ": this list of names cannot be opened: No such file or directory").c_str());
  CHECK_THROWS_WITH(names(folder.path(), '\n'), (folder.path() + ": is a folder, not a list of names").c_str());
}

TEST_CASE("a list of names tells how much of it is read, where its length is known") {
  const zhibiao_tests::Folder folder;
  std::istringstream standard("a\nb\n");
  zhibiao::NameList file(folder.file("list", "a.txt\nb.txt\n"), '\n', standard);
  CHECK(file.share() == 0.0);
  CHECK(file.next() == "a.txt");
  CHECK(file.share() == 0.5);
  CHECK(file.next() == "b.txt");
  CHECK(file.share() == 1.0);
  CHECK_FALSE(zhibiao::NameList("-", '\n', standard).share().has_value());
}

TEST_CASE("a stream of paths asks for an argument when it needs one, and tells how far it is") {
  const zhibiao_tests::Folder folder;
  folder.file("a/1.txt", "1");
  folder.file("a/2/3.txt", "3");
  folder.file("a/2/4.txt", "4");
  Names arguments = {folder.path("a"), "x.txt"};
  std::size_t asked = 0;
  zhibiao::PathStream stream(
      [&] { return asked < arguments.size() ? std::optional(arguments[asked++]) : std::nullopt; }, {});
  CHECK(asked == 0);
  CHECK(stream.next()->path == folder.path("a/1.txt"));
  CHECK(stream.share() == 0.5);
  CHECK(stream.next()->path == folder.path("a/2/3.txt"));
  CHECK(stream.share() == 0.75);
  CHECK(stream.next()->path == folder.path("a/2/4.txt"));
  CHECK(asked == 1);
  CHECK(stream.next()->path == "x.txt");
  CHECK_FALSE(stream.next().has_value());
}

TEST_CASE("a problem comes in its place between the files") {
  const zhibiao_tests::Folder folder;
  folder.file("empty/x.csv", "x");
  Names arguments = {"a.txt", folder.path("empty"), "b.txt"};
  std::size_t asked = 0;
  zhibiao::PathStream stream(
      [&] { return asked < arguments.size() ? std::optional(arguments[asked++]) : std::nullopt; }, {});
  CHECK(stream.next()->path == "a.txt");
  CHECK(stream.next()->problem.value().what() ==
        folder.path("empty") + ": no plan files below this folder; 1 file of other kinds passed over");
  CHECK(stream.next()->path == "b.txt");
}
