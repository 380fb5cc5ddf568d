// Archives: their parts come out whole, within the limits, or not at all.
#include "read/zip.hpp"

#include <doctest/doctest.h>

#include <cstdint>

#include "read/archives.hpp"
#include "zhibiao/error.hpp"

using zhibiao::Error;
using zhibiao::ReadLimits;
using zhibiao::read_stage::resolve_path;
using zhibiao::read_stage::Zip;
using zhibiao_tests::make_zip;
using zhibiao_tests::message_of;

namespace {

/// The message of an error about reading `part`, or nothing.
std::string failure(const std::string& bytes, const ReadLimits& limits = {}, const std::string& part = "a.txt") {
  return message_of<Error>([&] { Zip("plan.docx", bytes, limits).read(part); });
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("parts are read by name, however a program wrote the names") {
  const std::string bytes = make_zip({{"word/document.xml", "text"}, {"Word\\Styles.XML", "styles"}, {"/a.txt", "a"}});
  Zip zip("plan.docx", bytes, {});
  CHECK(zip.read("word/document.xml") == "text");
  CHECK(zip.read("word/styles.xml") == "styles");
  CHECK(zip.read("a.txt") == "a");
  CHECK(zip.has("WORD/document.xml"));
  CHECK_FALSE(zip.has("document.xml"));
  CHECK(failure(bytes, {}, "b.txt") ==
        "plan.docx: the archive is cut off or damaged: it has no part b.txt; get the file again");
}

TEST_CASE("an archive cut off anywhere is an error and never a part of the text") {
  const std::string bytes = make_zip({{"a.txt", std::string(5000, 'a')}, {"b.txt", "b"}});
  REQUIRE(failure(bytes).empty());
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    const std::string message = failure(bytes.substr(0, size));
    CHECK_MESSAGE(message.starts_with("plan.docx: the archive is cut off or damaged: "), size, ": ", message);
  }
}

TEST_CASE("a part whose bytes were changed is an error") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += std::to_string(i * 7919);
  std::string bytes = make_zip({{"a.txt", text}});
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  CHECK(holds(failure(bytes), "the archive is cut off or damaged: a.txt: "));
}

TEST_CASE("an encrypted part is said to be encrypted") {
  const std::string message = failure(make_zip({{"a.txt", "secret"}}, "password"));
  CHECK(message == "plan.docx: encrypted (a.txt); save it without a password");
}

TEST_CASE("a part that swells too much is stopped, whatever size it declares") {
  std::string bytes = make_zip({{"a.txt", std::string(std::size_t{64} << 20, '0')}});
  SUBCASE("as packed") {}
  SUBCASE("declared as 100 bytes") {
    // The sizes stand at byte 22 of the first header and byte 24 of its entry in the directory.
    const std::size_t entry = bytes.find("PK\x01\x02");
    REQUIRE(entry != std::string::npos);
    for (const std::size_t at : {std::size_t{22}, entry + 24}) bytes.replace(at, 4, std::string("\x64\0\0\0", 4));
  }
  ReadLimits limits;
  limits.part_bytes = std::size_t{8} << 20;
  CHECK(failure(bytes, limits) ==
        "plan.docx: the part a.txt unpacks to more than 8 MiB; --limit part=SIZE lifts this limit");
  limits.part_bytes = std::size_t{1} << 30;
  limits.ratio = 100;
  CHECK(failure(bytes, limits) ==
        "plan.docx: the part a.txt unpacks to more than 100 times its size; --limit ratio=N lifts this limit");
}

TEST_CASE("the ratio is exact: a byte above it is too much") {
  const std::size_t size = (std::size_t{2} << 20) + 1;
  const std::string bytes = make_zip({{"a.txt", std::string(size, '0')}});
  const std::size_t packed = zhibiao_tests::packed_size(bytes, "a.txt");
  REQUIRE(size % packed > 0);
  ReadLimits limits;
  limits.ratio = size / packed + 1;
  CHECK(failure(bytes, limits) == "");
  limits.ratio = size / packed;
  CHECK(failure(bytes, limits).find("; --limit ratio=N lifts this limit") != std::string::npos);
}

TEST_CASE("parts together are limited too") {
  const std::string bytes = make_zip({{"a.txt", std::string(600000, 'a')}, {"b.txt", std::string(600000, 'b')}});
  ReadLimits limits;
  limits.file_bytes = std::size_t{1} << 20;
  Zip zip("plan.docx", bytes, limits);
  CHECK(zip.read("a.txt").size() == 600000);
  CHECK(message_of<Error>([&] { zip.read("b.txt"); }) ==
        "plan.docx: its parts unpack to more than 1 MiB; --limit file=SIZE lifts this limit");
  limits.parts = 1;
  CHECK(failure(bytes, limits) ==
        "plan.docx: the archive holds 2 parts, more than 1; --limit parts=N lifts this limit");
}

TEST_CASE("targets of parts never lead out of the archive") {
  CHECK(resolve_path("word/document.xml", "styles.xml") == "word/styles.xml");
  CHECK(resolve_path("word/document.xml", "../customXml/item1.xml") == "customXml/item1.xml");
  CHECK(resolve_path("word/document.xml", "/word/./styles.xml") == "word/styles.xml");
  CHECK(resolve_path("", "../../etc/passwd") == "etc/passwd");
  CHECK(resolve_path("Doc_0/Document.xml", "Pages\n/1.xml") == "Doc_0/Pages\n/1.xml");
}
