// Bad input of every kind among good: one clear line that names the file, status 2, the good file's output whole, nothing
// left behind.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "cli/made_files.hpp"
#include "read/folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using zhibiao_tests::content;
using zhibiao_tests::entries;
using zhibiao_tests::Folder;
using zhibiao_tests::Parts;
using zhibiao_tests::run;

const std::string kPlan = "2021年工作要点\n一、工作\n新增床位5张。\n";

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  while (times-- > 0) out += text;
  return out;
}

/// A document whose part `word/document.xml` is this.
std::string docx_with(const std::string& xml) {
  Parts parts = zhibiao_tests::docx_parts("");
  for (auto& [name, bytes] : parts) {
    if (name == "word/document.xml") bytes = xml;
  }
  return zhibiao_tests::make_zip(parts);
}

std::string word(const std::string& body, const std::string& before = "") {
  return before + "<w:document" + zhibiao_tests::kWordNames + "><w:body>" + body + "</w:body></w:document>";
}

/// Every size that the archive's list says of its parts is a lie.
std::string lying(std::string zip) {
  const std::uint32_t size = 7;
  for (std::size_t at = 0; (at = zip.find("PK\x01\x02", at)) != std::string::npos; ++at) {
    std::memcpy(zip.data() + at + 24, &size, sizeof size);
  }
  return zip;
}

struct Case {
  std::string name;
  std::string bytes;
  std::string message;  ///< a part of it
};

std::vector<Case> cases() {
  const std::string docx = zhibiao_tests::docx_of(kPlan);
  const std::string ofd = zhibiao_tests::ofd_of(kPlan);
  const std::string pdf = zhibiao_tests::pdf_of(kPlan);
  Parts many = zhibiao_tests::docx_parts(zhibiao_tests::p("新增床位5张"));
  for (int i = 0; i < 10001; ++i) many.emplace_back(fmt::format("word/{}.xml", i), "");
  std::string entities;
  for (int i = 1; i < 10; ++i)
    entities += fmt::format("<!ENTITY e{} \"{}\">", i, repeated(fmt::format("&e{};", i - 1), 10));
  return {
      {"empty.txt", "", "is empty"},
      {"blank.txt", " \n\n\t \xE3\x80\x80\n", "nothing but blanks"},
      {"nul.txt", kPlan + "\0"s + kPlan, "line 4, byte 53: a NUL byte"},
      {"nuls.txt", std::string(3000, '\0'), "a NUL byte"},
      {"invalid.txt", repeated(kPlan, 5) + "\xFF\xFE\xFA\n" + kPlan, "line 16, byte 265"},
      {"invalid.html", "<html><meta charset=utf-8><p>" + repeated(kPlan, 5) + "\xFF\xFE\xFA</p></html>", "line 16"},
      {"invalid.docx", docx_with(word(zhibiao_tests::p("新增床位\xFF\xFA"))), "is not UTF-8"},
      {"random.dat", "\x93\x80\xFE\xFF\x81" + repeated("\x80\x07\xFF\x91\x1B", 400), "byte"},
      {"picture.png", "\x89PNG\r\n\x1A\n" + std::string(500, '\x02'), "a PNG picture"},
      {"picture.jpg", "\xFF\xD8\xFF\xE0\0\x10JFIF\0"s + std::string(500, '\x02'), "a JPEG picture"},
      {"nested.zip",
       zhibiao_tests::make_zip({{"a.docx", docx}, {"b.zip", zhibiao_tests::make_zip({{"c.docx", docx}})}}),
       "a ZIP archive"},
      {"old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(1600, '\0'), "soffice"},
      {"old.rtf", R"({\rtf1\ansi text})", "soffice"},
      {"nothing.docx", zhibiao_tests::docx("<w:p/>"), "without any text"},
      {"picture.html", "<html><body><img src=\"a.png\"></body></html>", "without any text"},
      {"deep.docx", docx_with(word(repeated("<w:p>", 100000) + repeated("</w:p>", 100000))), "nested deeper than 256"},
      {"entities.docx",
       docx_with(word(zhibiao_tests::p("&e9;"), "<!DOCTYPE x [<!ENTITY e0 \"aaaaaaaaaa\">" + entities + "]>")),
       "DOCTYPE"},
      {"external.docx", docx_with(word(zhibiao_tests::p("&x;"), R"(<!DOCTYPE x [<!ENTITY x SYSTEM "/etc/passwd">]>)")),
       "DOCTYPE"},
      {"cut.docx", docx_with(word("").substr(0, 200)), "word/document.xml"},
      {"ratio.docx", docx_with(word(std::string(std::size_t{40} << 20U, ' '))), "more than 1000 times"},
      {"many.docx", zhibiao_tests::make_zip(many), "more than 10000; --limit parts=N"},
      {"locked.docx", zhibiao_tests::make_zip(zhibiao_tests::docx_parts(zhibiao_tests::p("新增床位5张")), "secret"),
       "encrypted"},
      {"bare.ofd", zhibiao_tests::make_zip({{"OFD.xml", "<ofd:OFD/>"}}), "OFD"},
      {"none.pdf", "%PDF-1.4\n%%EOF\n", "PDF"},
      {"half.pdf", pdf.substr(0, pdf.size() / 3), "PDF"},
      {"half.ofd", ofd.substr(0, ofd.size() / 2), "cut off or damaged"},
      {"half.docx", docx.substr(0, docx.size() / 2), "cut off or damaged"},
  };
}

/// Without a signal, hang or more than one line; the good file is done whatever happens to the bad one.
void check_bad(const Folder& folder, const Case& bad, const char* command) {
  CAPTURE(bad.name);
  CAPTURE(command);
  const std::string good = folder.file("good.txt", kPlan);
  const std::string path = folder.file(bad.name, bad.bytes);
  const auto alone = run({command, good});
  const auto outcome = run({command, path, good});
  CHECK(outcome.status == 2);
  CHECK(outcome.out == alone.out);
  CHECK(outcome.err.starts_with("zhibiao: " + path + ": "));
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  CHECK_MESSAGE(outcome.err.find(bad.message) != std::string::npos, outcome.err);
  CHECK(outcome.err.size() < path.size() * 3 + 400);
}

}  // namespace

TEST_CASE("each kind of bad file is one line, and the others are done") {
  const Folder folder;
  for (const Case& bad : cases()) {
    for (const char* command : {"targets", "outline", "summary"}) check_bad(folder, bad, command);
    fs::remove(folder.path(bad.name));
  }
  CHECK(entries(folder.path()).size() == 1);
}

TEST_CASE("a bad file leaves no half workbook, database or text") {
  const Folder folder;
  const std::string bad = folder.file("bad.docx", zhibiao_tests::docx_of(kPlan).substr(0, 300));
  const std::string good = folder.file("good.txt", kPlan);
  for (const char* name : {"out.csv", "out.xlsx", "out.db"}) {
    const auto outcome =
        run({"targets", bad, good, "-o", folder.path(name), "--save-text", folder.path("texts"s + name)});
    CHECK(outcome.status == 2);
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    CHECK(fs::file_size(folder.path(name)) > 100);
    CHECK(content(folder.path("texts"s + name) + good + ".txt") == kPlan);
    CHECK(!fs::exists(folder.path("texts"s + name) + bad + ".txt"));
  }
  CHECK(entries(folder.path()).size() == 8);
}

TEST_CASE("a cut or damaged file is read, or is one line: never a crash, never success with nothing") {
  const Folder folder;
  const std::vector<std::pair<std::string, std::string>> wholes = {{".docx", zhibiao_tests::docx_of(kPlan)},
                                                                   {".ofd", zhibiao_tests::ofd_of(kPlan)},
                                                                   {".html", zhibiao_tests::html_of(kPlan)},
                                                                   {".pdf", zhibiao_tests::pdf_of(kPlan)}};
  std::mt19937 random(20201231);
  const auto check = [&](const std::string& ending, const std::string& bytes) {
    const std::string path = folder.file("bad" + ending, bytes);
    const auto outcome = run({"summary", path});
    CAPTURE(path);
    CAPTURE(outcome.err);
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') <= 1);
    if (outcome.status == 0) {
      CHECK(outcome.out.find("targets") != std::string::npos);
    } else {
      CHECK(outcome.status == 2);
      CHECK(outcome.err.starts_with("zhibiao: " + path + ": "));
    }
  };
  for (const auto& [ending, whole] : wholes) {
    // A PDF is a process of its own each time.
    const std::size_t parts = ending == ".pdf" ? 6 : 60;
    for (std::size_t i = 0; i < parts; ++i) check(ending, whole.substr(0, whole.size() * i / parts));
    for (std::size_t i = 0; i < parts; ++i) {
      std::string bytes = whole;
      for (std::size_t k = 0; k < 1 + i % 20; ++k)
        bytes[random() % bytes.size()] ^= static_cast<char>(1U << random() % 8);
      check(ending, bytes);
    }
  }
}

TEST_CASE("an archive's list may lie: what comes out counts") {
  const Folder folder;
  const std::string path = folder.file("a.docx", lying(zhibiao_tests::docx_of(kPlan)));
  const auto outcome = run({"targets", path, "--columns", "mention"});
  // Read whole or refused, but no part of it.
  const bool whole = outcome.status == 0 && outcome.out == "mention\n5张\n";
  const bool refused = outcome.status == 2 && outcome.err.find("damaged") != std::string::npos;
  CHECK((whole || refused));
}

TEST_CASE("external files are never read") {
  const Folder folder;
  const std::string secret = folder.file("secret", "绝密床位77张");
  const std::string page = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://" + secret +
                           "\">]><html><body><p>新增床位5张&x;。" + "<iframe src=\"" + secret +
                           "\"></iframe><object data=\"" + secret + "\"></object></p></body></html>";
  const auto outcome = run({"targets", folder.file("a.html", page)});
  CHECK(outcome.out.find("5张") != std::string::npos);
  CHECK(outcome.out.find("77") == std::string::npos);
}

TEST_CASE("names with line ends and escape characters stay one harmless line") {
  const Folder folder;
  const std::string path = folder.file("a\n\x1B[31mb\r.txt", "");
  const auto outcome = run({"targets", path});
  CHECK(outcome.status == 2);
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  CHECK(outcome.err.find('\x1B') == std::string::npos);
  CHECK(outcome.err.find('\r') == std::string::npos);
  CHECK(outcome.err.find("[31mb") != std::string::npos);
}

TEST_CASE("what is no plain file: folders walk past it, by name it is one line") {
  const Folder folder;
  const std::string good = folder.file("plans/good.txt", kPlan);
  REQUIRE(::mkfifo(folder.path("plans/pipe.txt").c_str(), 0600) == 0);
  fs::create_symlink("loop.txt", folder.path("plans/loop.txt"));
  fs::create_symlink("..", folder.path("plans/up"));
  CHECK(run({"targets", folder.path("plans"), "--columns", "mention"}).out == "mention\n5张\n");
  for (const std::string& name : {folder.path("plans/loop.txt"), folder.path("none.txt"), "/dev/null"s}) {
    const auto outcome = run({"targets", name, good, "--columns", "mention"});
    CHECK(outcome.status == 2);
    CHECK(outcome.out == "mention\n5张\n");
    CHECK(outcome.err.starts_with("zhibiao: " + name + ": "));
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  }
}

TEST_CASE("places that cannot be written are one line, and nothing is left there") {
  const Folder folder;
  const std::string good = folder.file("good.txt", kPlan);
  const std::string none = folder.path("none");
  const std::string both = folder.path("good.txt/out");
  fs::create_directory(folder.path("folder"));
  struct Place {
    std::string path;
    std::string message;
  };
  for (const Place& place : std::vector<Place>{{folder.path("folder"), "is a folder"},
                                               {none + "/out", "there is no folder " + none},
                                               {both, "cannot be written"},
                                               {"/proc/out", "cannot be written"},
                                               {"/dev/full", "No space left on device"}}) {
    CAPTURE(place.path);
    for (const char* command : {"targets", "outline", "summary"}) {
      const auto outcome = run({command, good, "-o", place.path, "--format", "json"});
      CHECK(outcome.status == 2);
      CHECK(outcome.out.empty());
      CHECK(outcome.err.starts_with("zhibiao: " + place.path + ": "));
      CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
      CHECK_MESSAGE(outcome.err.find(place.message) != std::string::npos, outcome.err);
    }
    for (const char* format : {"xlsx", "sqlite"}) {
      const auto outcome = run({"targets", good, "-o", place.path, "--format", format});
      CHECK(outcome.status == 2);
      CHECK(outcome.err.starts_with("zhibiao: " + place.path + ": "));
      CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    }
    if (place.path == folder.path("folder")) continue;
    const auto saved = run({"targets", good, "--columns", "mention", "--save-text", place.path});
    if (place.path == none + "/out") {
      CHECK(saved.status == 0);  // its folders are made
      fs::remove_all(none);
      continue;
    }
    CHECK(saved.status == 2);
    CHECK(saved.out == "mention\n5张\n");
    CHECK(std::count(saved.err.begin(), saved.err.end(), '\n') == 1);
  }
  CHECK(fs::is_empty(folder.path("folder")));
  CHECK(entries(folder.path()).size() == 2);
}

#ifdef ZHIBIAO_PROGRAM
TEST_CASE("an interrupted run leaves no half workbook, and the database as it was") {
  const Folder folder;
  const std::string pipe = folder.path("plan");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const std::string good = folder.file("good.txt", kPlan);
  const std::string database = folder.path("out.db");
  REQUIRE(run({"targets", good, "-o", database}).status == 0);
  const std::string before = content(database);
  for (const std::string name : {"out.xlsx", "out.db", "new.db"}) {
    for (const char* signal : {"TERM", "HUP"}) {
      // The program waits for a writer that never comes, with one document done. (bash has INT ignored in what it runs
      // beside itself.)
      const std::string command = fmt::format(
          "bash -c '{} targets {} {} -o {} 2>/dev/null & pid=$!; sleep 0.3; kill -{} $pid; wait $pid; exit $(($? > "
          "128))'",
          ZHIBIAO_PROGRAM, good, pipe, folder.path(name), signal);
      const int status = std::system(command.c_str());
      CAPTURE(name);
      CAPTURE(signal);
      CHECK(WEXITSTATUS(status) == 1);
    }
  }
  CHECK(!fs::exists(folder.path("out.xlsx")));
  CHECK(!fs::exists(folder.path("new.db")));
  // The journal of a database that was there is SQLite's, which takes the unfinished run back with it.
  CHECK(run({"targets", good, "-o", database}).status == 0);
  CHECK(entries(folder.path()).size() == 3);
  CHECK(content(database).size() == before.size());
}
#endif
