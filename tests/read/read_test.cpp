// Reading: what kind of file it is decides who reads it; everything that cannot be read is one clear line.
#include "zhibiao/read.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "read/encode.hpp"
#include "read/folder.hpp"
#include "zhibiao/error.hpp"

using namespace std::string_literals;
using zhibiao::read;
using zhibiao::read_bytes;
using zhibiao_tests::encoded;
using zhibiao_tests::Folder;

namespace {

std::string problem(const std::string& bytes, const zhibiao::ReadOptions& options = {}) {
  try {
    read_bytes("f.txt", bytes, options);
  } catch (const zhibiao::Error& error) {
    return error.what();
  }
  return "no error";
}

/// What is wrong with a file, without its name in front.
std::string problem_of(const std::string& path, const zhibiao::ReadOptions& options = {}) {
  try {
    read(path, options);
  } catch (const zhibiao::Error& error) {
    const std::string what = error.what();
    CHECK(what.starts_with(path + ": "));
    return what.substr(path.size() + 2);
  }
  return "no error";
}

}  // namespace

TEST_CASE("UTF-8 text is kept byte for byte") {
  const Folder folder;
  for (const std::string& bytes : {"一二三\n"s, "\xEF\xBB\xBF一\r\n"s, "a"s, "\n\n\t一"s, "𠀀\xE2\x80\x8B"s}) {
    CHECK(read(folder.file("f.txt", bytes)).text() == bytes);
    CHECK(read_bytes("f", bytes).text() == bytes);
  }
  const std::string large(300000, 'x');
  CHECK(read(folder.file("large.txt", large)).text() == large);
  const zhibiao::Source source = read(folder.file("f.txt", "x"));
  CHECK(source.name() == folder.path("f.txt"));
  CHECK(source.facts().format == "text");
  CHECK(source.facts().encoding == "UTF-8");
}

TEST_CASE("text in other encodings is read as the same text") {
  const Folder folder;
  const std::string text = "一、全市卫生健康工作要点\r\n新增床位1200张。\r\n";
  const zhibiao::Source source = read(folder.file("f.txt", encoded(text, "GBK")));
  CHECK(source.text() == text);
  CHECK(source.facts().encoding == "GB18030");
  CHECK(source.position(text.find("新增")).line == 2);
  zhibiao::ReadOptions options;
  options.replace = true;
  const zhibiao::Source replaced = read_bytes("f", encoded(text, "UTF-16LE") + "x", options);
  CHECK(replaced.text() == text + "\uFFFD");
  CHECK(replaced.facts().warnings ==
        std::vector<std::string>{"1 place that is not UTF-16LE read as U+FFFD, the first at line 3, byte 52"});
}

TEST_CASE("a name that is no UTF-8 is made so") {
  CHECK(read_bytes("a\xFF\xE4.txt", "x").name() == "a\xEF\xBF\xBD\xEF\xBF\xBD.txt");
}

TEST_CASE("what holds nothing to read is refused") {
  CHECK(problem("") == "f.txt: the file is empty");
  for (const std::string& blank : {" "s, "\n\r\n\t"s, "\xEF\xBB\xBF"s, "\xE3\x80\x80\n\xC2\xA0"s, "\xFF\xFE"s,
                                   "\xFF\xFE\x00\x30\x0A\x00"s, "\xE2\x80\x8B\f\v"s}) {
    CHECK(problem(blank) == "f.txt: the file holds nothing but blanks");
  }
  CHECK(problem("\xEF\xBB\xBF" + encoded("关于全市卫生健康工作", "GBK")).starts_with("f.txt: line 1, byte 3: byte B9"));
}

TEST_CASE("files of other kinds are named, with what to do") {
  CHECK(problem("\x89PNG\r\n\x1A\n") ==
        "f.txt: a PNG picture, which is not read; make a PDF with text of it: ocrmypdf -l chi_sim --image-dpi 300 FILE "
        "OUT.pdf");
  CHECK(problem("\x1F\x8B\x08") == "f.txt: a gzip archive, which is not read; unpack it: gunzip FILE");
  CHECK(problem("PK\x03\x04" + std::string(22, '\0') + "\x0F\0\0\0xl/workbook.xml"s) ==
        "f.txt: an Excel workbook (XLSX), which is not read; save the sheet as text, or the table in a Word document");
  CHECK(problem("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(120, '\0') + encoded("EncryptedPackage", "UTF-16LE") +
                std::string(96, '\0')) ==
        "f.txt: an encrypted Office document, which is not read; open it with its password and save it without one");
  CHECK(problem("<?xml version=\"1.0\"?><plan/>") ==
        "f.txt: an XML file, which is not read; give the document it was made from");
  CHECK(problem("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n") ==
        "f.txt: a saved web page (MHTML) without a page in it; save it as HTML");
  for (const std::string& bytes : {"{\\rtf1 x}"s, "%PDF-1.4\nx"s, "PK\x03\x04"s}) {
    const std::string line = problem(bytes);
    CHECK(line.starts_with("f.txt: "));
    CHECK(line.find('\n') == std::string::npos);
  }
}

TEST_CASE("files that cannot be opened") {
  const Folder folder;
  CHECK(problem_of(folder.path("none.txt")) == "no such file");
  CHECK(problem_of(folder.path()) == "is a folder, not a file");
  const std::string file = folder.file("f.txt", "x");
  CHECK(problem_of(file + "/x") == "no such file");
  CHECK(problem_of(folder.path(std::string(300, 'n'))) == "cannot be opened: File name too long");
  if (::geteuid() != 0) {  // root reads everything
    ::chmod(file.c_str(), 0);
    CHECK(problem_of(file) == "cannot be opened: Permission denied");
  }
}

TEST_CASE("too large a file is refused before it is read") {
  const Folder folder;
  const std::string file = folder.file("sparse.txt", "x");
  if (::truncate(file.c_str(), (off_t{1} << 30) + 1) == 0) {
    CHECK(problem_of(file) == "larger than 1 GiB; --limit file=SIZE lifts this limit");
  }
  zhibiao::ReadOptions options;
  options.limits.file_bytes = 10;
  CHECK(read(folder.file("ten.txt", "0123456789"), options).text() == "0123456789");
  CHECK(problem_of(folder.file("eleven.txt", "01234567890"), options) ==
        "larger than 10 bytes; --limit file=SIZE lifts this limit");
  CHECK(problem("01234567890", options) == "f.txt: larger than 10 bytes; --limit file=SIZE lifts this limit");
}

TEST_CASE("pipes and devices are read up to their end or the limit") {
  const Folder folder;
  const std::string pipe = folder.path("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const std::string text(200000, 'x');
  std::thread writer([&] { std::ofstream(pipe, std::ios::binary) << text; });
  CHECK(read(pipe).text() == text);
  writer.join();
  CHECK(problem_of("/dev/null") == "the file is empty");
  zhibiao::ReadOptions options;
  options.limits.file_bytes = 100000;
  CHECK(problem_of("/dev/zero", options) == "larger than 100000 bytes; --limit file=SIZE lifts this limit");
}

TEST_CASE("a file that changes while it is read gives no records") {
  const Folder folder;
  const std::string file = folder.file("growing.txt", std::string(8 << 20, 'x'));
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    std::ofstream out(file, std::ios::binary | std::ios::app);
    while (!stop) out << 'x' << std::flush;
  });
  zhibiao::ReadOptions options;
  options.limits.line_bytes = options.limits.file_bytes;
  // Reading takes longer than a write; it may still fit between two.
  std::string what = "no error";
  for (int tries = 0; tries < 100 && what == "no error"; ++tries) what = problem_of(file, options);
  stop = true;
  writer.join();
  CHECK(what == "changed while it was read; run again when it is written");
  CHECK(problem_of(file, options) == "no error");
}

TEST_CASE("a file that vanishes after it was opened is read to its end") {
  const Folder folder;
  const std::string pipe = folder.path("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] {
    std::ofstream out(pipe, std::ios::binary);
    ::unlink(pipe.c_str());
    out << "text";
  });
  CHECK(read(pipe).text() == "text");
  writer.join();
}

TEST_CASE("a line longer than any plan has is refused, with its number") {
  const Folder folder;
  zhibiao::ReadOptions options;
  options.limits.line_bytes = 30;
  CHECK(problem_of(folder.file("a.txt", "一、工作\n新增床位5张。\n"), options) == "no error");
  CHECK(problem_of(folder.file("b.txt", "一、工作\n新增床位5张，医生2名。\n"), options) ==
        "line 2 is larger than 30 bytes; --limit line=SIZE lifts this limit");
}
