// Nothing outside: the program, and what it starts, opens no socket, reads no file that a document names, writes nowhere but
// where it was told, and makes temporary files that nobody else can have made. Seen by strace, which is passed over where it
// is not installed or not allowed.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "cli/made_files.hpp"
#include "read/archives.hpp"
#include "read/folder.hpp"
#include "safety/program.hpp"

namespace {

using zhibiao_tests::content;
using zhibiao_tests::Folder;

const std::string kPlan = "2022年工作要点\n一、工作\n新增床位5张，培训护士20名。\n";

/// An archive whose parts would lie elsewhere, if somebody unpacked it.
std::string slipping_docx() {
  return zhibiao_tests::make_zip(
      {{"../../slipped.txt", "x"},
       {"/tmp/zhibiao-slipped.txt", "x"},
       {"word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body><w:p><w:r><w:t>新增床位7张。</w:t></w:r></w:p></w:body></w:document>"}});
}

std::string entities(const std::string& secret) {
  return "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://" + secret +
         "\"><!ENTITY % y SYSTEM \"http://127.0.0.1:9/y.dtd\"> %y;]>";
}

std::string docx_with_entities(const std::string& secret) {
  return zhibiao_tests::make_zip(
      {{"word/document.xml", entities(secret) + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                                                "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;"
                                                "</w:t></w:r></w:p></w:body></w:document>"}});
}

std::string page_with_references(const std::string& secret) {
  return entities(secret) +
         "<html><head><meta charset=\"utf-8\"><base href=\"http://127.0.0.1:9/\"><link rel=\"stylesheet\" "
         "href=\"x.css\">"
         "<script src=\"http://127.0.0.1:9/x.js\"></script></head><body><img src=\"http://127.0.0.1:9/x.png\">"
         "<iframe src=\"file://" +
         secret + "\"></iframe><p>新增床位8张。&x;</p></body></html>";
}

std::string billion_laughs() {
  std::string text = "<!DOCTYPE html [<!ENTITY a0 \"新增床位9张。\">";
  for (int i = 1; i < 10; ++i) {
    text += fmt::format("<!ENTITY a{} \"", i);
    for (int k = 0; k < 10; ++k) text += fmt::format("&a{};", i - 1);
    text += "\">";
  }
  return text + "]><html><body><p>&a9;</p><p>新增床位9张。</p></body></html>";
}

bool strace_works() { return std::system("strace -o /dev/null true > /dev/null 2>&1") == 0; }

/// Where a call that makes or changes a file may do so.
bool is_allowed(const std::string& line, const std::string& folder) {
  for (const std::string& place : {folder, std::string("/dev/null"), std::string("/proc/self/")}) {
    if (line.find("\"" + place) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("no entity or reference of a document is resolved, whatever its format") {
  const Folder folder;
  const std::string secret = folder.file("secret.txt", "新增秘密12345张。\n");
  for (const std::string& file :
       {folder.file("entities.docx", docx_with_entities(secret)),
        folder.file("page.html", page_with_references(secret)), folder.file("laughs.html", billion_laughs())}) {
    CAPTURE(file);
    safety::Start start;
    start.args = {"targets", file, "--format", "jsonl"};
    start.output = folder.path("out");
    const safety::End end = safety::run_program(start);
    CHECK(end.signal == 0);
    CHECK((end.status == 0 || end.status == 2));
    CHECK(content(folder.path("out")).find("12345") == std::string::npos);
    CHECK(content(folder.path("out")).size() < 10000);
  }
}

TEST_CASE("strace sees no socket, no file of others, no temporary file that could be somebody's trap") {
  if (!strace_works()) {
    MESSAGE("strace is not here, or not allowed: what the program opens is not looked at");
    return;
  }
  const Folder folder;
  const Folder elsewhere;
  const std::string secret = elsewhere.file("secret.txt", "x");
  const std::string log = folder.path("log");
  folder.file("tmp/x", "");
  std::string files;
  for (const std::string& file :
       {folder.file("plan.txt", kPlan), folder.file("a.docx", zhibiao_tests::docx_of(kPlan)),
        folder.file("slip.docx", slipping_docx()), folder.file("entities.docx", docx_with_entities(secret)),
        folder.file("page.html", page_with_references(secret)), folder.file("c.ofd", zhibiao_tests::ofd_of(kPlan)),
        folder.file("d.pdf", zhibiao_tests::pdf_of(kPlan))}) {
    files += " " + file;
  }
  for (const char* output : {"out.csv", "out.xlsx", "out.db"}) {
    // A sanitizer that looks for leaks cannot do so under strace.
    const std::string command = fmt::format(
        "ASAN_OPTIONS=detect_leaks=0 TMPDIR={} strace -f -qq -s 4096 -e trace=network,%file,openat,open,creat -o {} "
        "\"{}\" targets{} -o {} 2> "
        "/dev/null",
        folder.path("tmp"), log, ZHIBIAO_PROGRAM, files, folder.path(output));
    CHECK(WEXITSTATUS(std::system(command.c_str())) == 2);  // the one with entities is refused
    CHECK(content(folder.path(output)).size() > 100);
    std::istringstream lines(content(log));
    std::size_t opened = 0;
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK(line.find("socket(") == std::string::npos);
      CHECK(line.find("connect(") == std::string::npos);
      CHECK(line.find(secret) == std::string::npos);
      CHECK(line.find("slipped") == std::string::npos);
      const bool makes = line.find("O_CREAT") != std::string::npos || line.find("O_WRONLY") != std::string::npos ||
                         line.find("O_RDWR") != std::string::npos;
      if (line.find("open") == std::string::npos || !makes) continue;
      ++opened;
      CHECK(is_allowed(line, folder.path()));
      const bool shared = line.find("\"" + folder.path("tmp")) != std::string::npos;
      if (shared) CHECK((line.find("O_EXCL") != std::string::npos || line.find("O_CREAT") == std::string::npos));
    }
    CHECK(opened > 0);
  }
}
