// Reading: text comes through untouched, everything else is one clear line.
#include "zhibiao/read.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <vector>

#include "read/encoding.hpp"
#include "read/folder.hpp"
#include "zhibiao/error.hpp"

using namespace std::string_literals;

namespace {

std::string problem(const std::string& bytes) {
  try {
    zhibiao::read_bytes("f.txt", bytes);
  } catch (const zhibiao::Error& error) {
    return error.what();
  }
  return "no error";
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("text is kept byte for byte") {
  const zhibiao_tests::Folder folder;
  for (const std::string& bytes : {"一二三\n"s, "\xEF\xBB\xBF一\r\n"s, "a"s, "\n\n\t一"s, "𠀀\xE2\x80\x8B"s}) {
    CHECK(zhibiao::read(folder.file("f.txt", bytes)).text() == bytes);
    CHECK(zhibiao::read_bytes("f", bytes).text() == bytes);
  }
  const std::string large(300000, 'x');
  CHECK(zhibiao::read(folder.file("large.txt", large)).text() == large);
  CHECK(zhibiao::read(folder.file("f.txt", "x")).name() == folder.path("f.txt"));
}

TEST_CASE("bad UTF-8 is named by line and byte") {
  CHECK(problem("一\n二\n\xB5\xDA\xD2\xBB") ==
        "f.txt: line 3, byte 8: not UTF-8; other encodings such as GBK are not read yet, convert it first: "
        "iconv -f GB18030 -t UTF-8");
  struct Case {
    std::string bytes;
    std::size_t at;
  };
  for (const Case& c : std::vector<Case>{{"a\x80", 1},
                                         {"ab\xC0\xAF", 2},
                                         {"\xED\xA0\x80", 0},
                                         {"\xF4\x90\x80\x80", 0},
                                         {"\xE4\xB8", 0},
                                         {"x\xE4\xB8y", 1},
                                         {"\xF5\x80\x80\x80", 0},
                                         {"\xE0\x80\x80", 0}}) {
    CAPTURE(c.bytes);
    CHECK(zhibiao::read_stage::first_bad_utf8(c.bytes) == c.at);
  }
  for (const char* good : {"", "a", "é", "一", "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEF\xBB\xBF"}) {
    CHECK_FALSE(zhibiao::read_stage::first_bad_utf8(good).has_value());
  }
}

TEST_CASE("a name that is no UTF-8 is made so") {
  CHECK(zhibiao::read_bytes("a\xFF"
                            "b\xE4.txt",
                            "x")
            .name() ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD.txt");
}

TEST_CASE("what holds nothing to read is refused") {
  CHECK(problem("") == "f.txt: the file is empty");
  for (const char* blank : {" ", "\n\r\n\t", "\xEF\xBB\xBF", "\xE3\x80\x80\n\xC2\xA0", "\xE2\x80\x8B\f\v"}) {
    CHECK(problem(blank) == "f.txt: the file holds nothing but blanks");
  }
  CHECK(problem("一\n二\0三"s) == "f.txt: line 2, byte 7: a NUL byte; this is no text file");
}

TEST_CASE("other formats are told by their first bytes") {
  CHECK(has(problem("%PDF-1.7\n%\xE2\xE3"), "PDF document"));
  CHECK(has(problem("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s), "(DOC)"));
  CHECK(has(problem("PK\x03\x04....word/document.xml"), "(DOCX)"));
  CHECK(has(problem("PK\x03\x04....xl/workbook.xml"), "(XLSX)"));
  CHECK(has(problem("PK\x03\x04...."), "ZIP"));
  CHECK(has(problem("\xFF\xFE\x00\x4E"s), "UTF-16"));
  CHECK(has(problem("{\\rtf1"), "RTF"));
  for (const char* bytes : {"%PDF-", "PK\x03\x04", "{\\rtf", "\x1F\x8B"}) {
    CHECK_FALSE(has(problem(bytes), "\n"));
  }
}

TEST_CASE("files that cannot be opened") {
  const zhibiao_tests::Folder folder;
  CHECK_THROWS_WITH(zhibiao::read(folder.path("none.txt")), (folder.path("none.txt") + ": no such file").c_str());
  CHECK_THROWS_WITH(zhibiao::read(folder.path()), (folder.path() + ": is a folder, not a file").c_str());
  const std::string file = folder.file("f.txt", "x");
  CHECK_THROWS_AS(zhibiao::read(file + "/x"), zhibiao::Error);
  if (::geteuid() != 0) {  // root reads everything
    ::chmod(file.c_str(), 0);
    CHECK_THROWS_WITH(zhibiao::read(file), (file + ": cannot be opened: Permission denied").c_str());
  }
}

TEST_CASE("too large a file is refused before it is read") {
  const zhibiao_tests::Folder folder;
  const std::string file = folder.file("sparse.txt", "x");
  if (::truncate(file.c_str(), (off_t{1} << 30) + 1) == 0) {
    CHECK_THROWS_WITH(zhibiao::read(file), (file + ": larger than 1024 MiB, which is more than is read").c_str());
  }
}
