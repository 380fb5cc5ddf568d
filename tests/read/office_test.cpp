// Old office files: told what they are and what helps; converted only when asked for, and nothing is left behind.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "read/child.hpp"
#include "read/folder.hpp"
#include "read/formats.hpp"
#include "zhibiao/error.hpp"

using zhibiao::ReadOptions;
using zhibiao::read_stage::Document;
using zhibiao::read_stage::read_office;
using zhibiao_tests::Folder;

namespace {

/// Sets PATH and TMPDIR for a time: programs of the test's own, and a place where nothing may be left.
class Surroundings {
 public:
  Surroundings() : path_(std::getenv("PATH")) { ::setenv("TMPDIR", temporary_.path().c_str(), 1); }
  ~Surroundings() {
    ::setenv("PATH", path_.c_str(), 1);
    ::unsetenv("TMPDIR");
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;

  void soffice(const std::string& script) {
    const std::string file = programs_.file("soffice", "#!/bin/sh\n" + script + "\n");
    ::chmod(file.c_str(), 0755);
    ::setenv("PATH", (programs_.path() + ":" + path_).c_str(), 1);
  }
  void no_programs() { ::setenv("PATH", programs_.path().c_str(), 1); }
  bool clean() const { return std::filesystem::is_empty(temporary_.path()); }

 private:
  Folder temporary_;
  Folder programs_;
  std::string path_;
};

ReadOptions converting() {
  ReadOptions options;
  options.convert = true;
  return options;
}

std::string problem(const std::string& bytes, const ReadOptions& options) {
  try {
    return "no error, but: " + read_office("老 文件.doc", bytes, options, "an old document").text;
  } catch (const zhibiao::Error& error) {
    return error.what();
  }
}

constexpr const char* kRtf =
    "{\\rtf1\\ansi\\ansicpg936 {\\fonttbl{\\f0 SimSun;}}\\f0 \\u21040?2025\\u24180?\\par \\u25351?\\u26631?\\par}";

}  // namespace

TEST_CASE("without --convert the command is named, ready to be copied") {
  CHECK(problem("\xD0\xCF\x11\xE0", {}) ==
        "老 文件.doc: an old document; convert it first: soffice --headless --convert-to docx '老 文件.doc' (or let "
        "zhibiao do it: --convert)");
}

TEST_CASE("soffice that is not there is named with its package") {
  Surroundings around;
  around.no_programs();
  CHECK(problem("{\\rtf1", converting()) ==
        "老 文件.doc: an old document; soffice, which converts it, is not installed: install the package "
        "libreoffice-writer-nogui");
  CHECK(around.clean());
}

TEST_CASE("soffice that fails is this file's error, in one line, and leaves nothing") {
  Surroundings around;
  around.soffice("echo 'Error: source file could not be loaded' >&2; exit 0");
  CHECK(problem("\xD0\xCF\x11\xE0", converting()) ==
        "老 文件.doc: an old document; soffice could not convert it: Error: source file could not be loaded");
  around.soffice("kill -ABRT $$");
  CHECK(problem("\xD0\xCF\x11\xE0", converting()) ==
        "老 文件.doc: an old document; soffice, which converts it, was killed by signal 6");
  ReadOptions hurried = converting();
  hurried.limits.child_seconds = 1;
  around.soffice("while :; do :; done");
  CHECK(problem("\xD0\xCF\x11\xE0", hurried) ==
        "老 文件.doc: an old document; soffice, which converts it, took more than 1 s; --limit seconds=N lifts this "
        "limit");
  CHECK(around.clean());
}

TEST_CASE("soffice gets a file of the right kind, a profile of its own and no shell") {
  Surroundings around;
  // What it was called with comes back as its last words.
  around.soffice("for last; do :; done; head -c 5 \"$last\" >&2; echo \" $1 ${last##*/}\" >&2");
  const std::string said = problem("{\\rtf1 text}", converting());
  CHECK(said.find("{\\rtf -env:UserInstallation=file:///") != std::string::npos);
  CHECK(said.find("document.rtf") != std::string::npos);
  CHECK(around.clean());
}

TEST_CASE("a converted file is read, with a warning") {
  if (!zhibiao::read_stage::find_program("soffice")) {
    MESSAGE("skipped: soffice is not installed");
    return;
  }
  Surroundings around;
  const Document document = read_office("f.rtf", kRtf, converting(), "an RTF document");
  CHECK(document.text == "到2025年\n指标\n");
  REQUIRE(document.facts.warnings.size() == 1);
  CHECK(document.facts.warnings[0] == "an RTF document, read from what soffice made of it; its look may differ");
  CHECK(around.clean());
}
