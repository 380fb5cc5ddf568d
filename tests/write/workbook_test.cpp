// Workbooks, read back with libraries other than the one that writes them.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "read/folder.hpp"
#include "write/sample.hpp"
#include "write/workbook/cell.hpp"
#include "write/workbook/workbook.hpp"
#include "write/workbook_reading.hpp"
#include "zhibiao/error.hpp"

using namespace zhibiao;
using zhibiao_tests::fact;
using zhibiao_tests::Folder;
using zhibiao_tests::sample;
using zhibiao_tests::workbook::bytes_of;
using zhibiao_tests::workbook::Cell;
using zhibiao_tests::workbook::Read;
using zhibiao_tests::workbook::unescaped;
namespace fs = std::filesystem;

namespace {

using Documents = std::vector<std::pair<std::string, Analysis>>;

std::vector<std::string> make(const std::string& path, const Documents& documents, const WriteOptions& options = {},
                              const write::WorkbookLimits& limits = {}) {
  const auto writer = write::make_workbook(path, options, limits);
  for (const auto& [file, analysis] : documents) writer->write(file, analysis);
  writer->finish();
  return writer->warnings();
}

/// One document whose facts have these sentences.
Documents of_sentences(const std::vector<std::string>& sentences) {
  Analysis analysis;
  for (const std::string& sentence : sentences) {
    analysis.facts.push_back(fact("床位", ">=", "5", "张"));
    analysis.facts.back().sentence = sentence;
  }
  return {{"a.txt", analysis}};
}

/// What comes out on descriptor 2 while `work` is done.
std::string printed_on_stderr(const std::function<void()>& work) {
  const Folder folder;
  const std::string path = folder.path("stderr");
  const int before = ::dup(2);
  const int file = ::open(path.c_str(), O_CREAT | O_WRONLY, 0600);
  ::dup2(file, 2);
  work();
  std::fflush(stderr);
  ::dup2(before, 2);
  ::close(file);
  ::close(before);
  return bytes_of(path);
}

/// No file can grow beyond `room` bytes while `work` is done, as if the disk were full.
void with_room(rlim_t room, const std::function<void()>& work) {
  const auto before = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ::getrlimit(RLIMIT_FSIZE, &limit);
  const rlim_t unlimited = std::exchange(limit.rlim_cur, room);
  ::setrlimit(RLIMIT_FSIZE, &limit);
  work();
  limit.rlim_cur = unlimited;
  ::setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, before);
}

std::string error_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a workbook holds targets, outline, documents and a data dictionary") {
  const Folder folder;
  CHECK(make(folder.path("t.xlsx"), {{"a.txt", sample()}}).empty());
  const Read book(folder.path("t.xlsx"));
  CHECK(book.names == std::vector<std::string>{"targets", "outline", "documents", "data dictionary"});
  REQUIRE(book.sheet("targets").rows.size() == 6);
  CHECK(book.sheet("targets").header.size() == fields().size());
  CHECK(book.cell("targets", 0, "indicator").text == "床位");
  CHECK(book.cell("targets", 0, "comparator").text == ">=");
  CHECK(book.cell("targets", 1, "flags").text == "approximate unit_inferred");
  REQUIRE(book.sheet("outline").rows.size() == 3);
  CHECK(book.cell("outline", 1, "marker").text == "(一)");
  CHECK(book.cell("outline", 1, "line").type == "number");
  REQUIRE(book.sheet("documents").rows.size() == 1);
  CHECK(book.cell("documents", 0, "title").text == "2020年工作要点");
  CHECK(book.cell("documents", 0, "targets").text == "4");
  CHECK(book.cell("documents", 0, "results").text == "1");
  CHECK(book.cell("documents", 0, "items").text == "3");
  CHECK(book.sheet("data dictionary").rows.size() == fields().size() + 6 + 11);
  for (const auto& row : book.sheet("data dictionary").rows) {
    for (const auto& [title, cell] : row) CHECK(cell.text.find('`') == std::string::npos);
  }
}

TEST_CASE("every fact of CSV stands in the workbook") {
  const Folder folder;
  make(folder.path("t.xlsx"), {{"a.txt", sample()}});
  const Read book(folder.path("t.xlsx"));
  const Analysis analysis = sample();
  for (std::size_t row = 0; row < analysis.facts.size(); ++row) {
    for (const Field& field : fields()) {
      const Cell& cell = book.cell("targets", row, std::string(field.name));
      // Full dates are days since 1900; all else has the text it has everywhere.
      if (cell.look != "yyyy-mm-dd") CHECK(cell.text == field.text(analysis.facts[row]));
    }
  }
}

TEST_CASE("sheets and titles are Chinese where asked for") {
  const Folder folder;
  make(folder.path("t.xlsx"), {{"a.txt", sample()}}, {.header = Language::zh, .language = Language::zh});
  const Read book(folder.path("t.xlsx"));
  CHECK(book.names == std::vector<std::string>{"指标", "提纲", "文件", "数据字典"});
  CHECK(book.cell("指标", 0, "指标").text == "床位");
  CHECK(book.cell("提纲", 0, "标题").text == "服务能力");
  CHECK(book.cell("文件", 0, "发文字号").text == "某卫〔2020〕8号");
  CHECK(book.cell("数据字典", 0, "字段").text == "file");
  CHECK(book.cell("数据字典", 0, "类型").text == "文本");
}

TEST_CASE("the columns asked for, in their order") {
  const Folder folder;
  make(folder.path("t.xlsx"), {{"a.txt", sample()}}, {.columns = {find_field("value"), find_field("file")}});
  CHECK(Read(folder.path("t.xlsx")).sheet("targets").header == std::vector<std::string>{"value", "file"});
}

TEST_CASE("numbers are numbers where a spreadsheet keeps all their digits") {
  const Folder folder;
  Analysis analysis;
  for (const char* value : {"1889400000", "33.3333", "0.1", "-2", "9.95", "0", "123456789012345", "1234567890123456",
                            "0.1234567890123456", "120000000000000000"}) {
    analysis.facts.push_back(fact("x", "=", value, "元"));
    REQUIRE(analysis.facts.back().value);
  }
  analysis.facts[0].year = 2020;
  analysis.facts[0].span.begin = 12345678901234567890U;
  make(folder.path("t.xlsx"), {{"a.txt", analysis}});
  const Read book(folder.path("t.xlsx"));
  const auto value = [&](std::size_t row) { return book.cell("targets", row, "value"); };
  for (const std::size_t row : {0, 1, 2, 3, 4, 5, 6, 9}) {
    CHECK(value(row).type == "number");
    CHECK(std::stod(value(row).text) == analysis.facts[row].value->approx());
    const bool whole = analysis.facts[row].value->str().find('.') == std::string::npos;
    CHECK(value(row).look == (whole ? "0" : "0.0###################"));
  }
  for (const std::size_t row : {7, 8}) {
    CHECK(value(row).type == "text");
    CHECK(value(row).text == analysis.facts[row].value->str());
  }
  CHECK(book.cell("targets", 0, "year").type == "number");
  CHECK(book.cell("targets", 0, "start").type == "text");
  CHECK(book.cell("targets", 0, "start").text == "12345678901234567890");
}

TEST_CASE("only a full date is a date") {
  const Folder folder;
  Analysis analysis;
  for (const char* deadline : {"2020-12-31", "2020-05", "P3Y", "2018/2020", "2021-02-29", "1899-12-31"}) {
    analysis.facts.push_back(fact("x", "=", "1", "个"));
    analysis.facts.back().deadline = deadline;
    analysis.facts.back().mention = "2020-12-31";
  }
  analysis.document.issued = "2022-03-29";
  make(folder.path("t.xlsx"), {{"a.txt", analysis}});
  const Read book(folder.path("t.xlsx"));
  const Cell& date = book.cell("targets", 0, "deadline");
  CHECK(date.type == "number");
  CHECK(date.look == "yyyy-mm-dd");
  CHECK(date.text == "44196");  // days since 1899-12-30
  for (std::size_t row = 1; row < analysis.facts.size(); ++row) {
    CHECK(book.cell("targets", row, "deadline").type == "text");
    CHECK(book.cell("targets", row, "deadline").text == analysis.facts[row].deadline);
  }
  CHECK(book.cell("targets", 0, "mention").type == "text");
  CHECK(book.cell("documents", 0, "issued").text == "44649");
}

TEST_CASE("any text comes back as it was, and none is a formula") {
  const Folder folder;
  const std::vector<std::string> texts = {"=1+1",
                                          "+1",
                                          "-2",
                                          "@SUM(A1)",
                                          "{=1}",
                                          "＝1",
                                          "'x",
                                          "a\nb\tc",
                                          " blanks ",
                                          "😀𠮷",
                                          "a\u202Eb\u2066",
                                          "</t></is>&lt;\"'",
                                          "http://x.y/z",
                                          "007",
                                          "_x0041_",
                                          "_x0041_x0042_",
                                          "_x004",
                                          "__x0041_",
                                          "a\x01\x0B\x7F",
                                          "_x0041\x01",
                                          "a\r\nb",
                                          "a_b"};
  CHECK(printed_on_stderr([&] { CHECK(make(folder.path("t.xlsx"), of_sentences(texts)).empty()); }).empty());
  const Read book(folder.path("t.xlsx"));
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const Cell& cell = book.cell("targets", row, "sentence");
    CHECK(cell.type == "text");
    CHECK(unescaped(cell.text) == texts[row]);
  }
}

TEST_CASE("what is no character is one that says so") {
  CHECK(write::cell_text("a\xFF\xC0\x80z", 100).text == "a\uFFFD\uFFFD\uFFFDz");
  CHECK(write::cell_text("\xED\xA0\x80", 100).text.find("\uFFFD") == 0);
  CHECK(write::cell_text("\uFFFE", 100).text == "_xFFFE_");
}

TEST_CASE("a text longer than a cell is cut with a mark, and said") {
  const Folder folder;
  std::string chinese;
  for (int i = 0; i < 40000; ++i) chinese += "床";
  std::string fits(32767, 'x');
  std::string emoji = "a";
  for (int i = 0; i < 16383; ++i) emoji += "😀";  // 32,767 UTF-16 units
  const std::string controls(20000, '\x01');
  const auto warnings = make(folder.path("t.xlsx"), of_sentences({chinese, fits, emoji, emoji + "b", controls}));
  const Read book(folder.path("t.xlsx"));
  const auto text = [&](std::size_t row) { return book.cell("targets", row, "sentence").text; };
  CHECK(text(0) == chinese.substr(0, 3 * 32766) + "…");
  CHECK(text(1) == fits);
  CHECK(text(2) == emoji);
  CHECK(text(3) == emoji.substr(0, emoji.size() - 4) + "…");
  CHECK(text(4).ends_with("_x0001_…"));
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].starts_with(
      "3 cells cut at 32767 characters, the most a cell holds (first: targets row 2, sentence)"));
}

TEST_CASE("records lead to their files") {
  const Folder folder;
  fs::create_directories(folder.path("out"));
  const auto link = [&](const std::string& name) { return write::link_to(name, folder.path("out/t.xlsx")); };
  CHECK(link(folder.path("out/a.txt")) == "a.txt");
  CHECK(link(folder.path("in/工作 要点#1.txt")) == "../in/工作%20要点%231.txt");
  CHECK(link(folder.path("in/50%.txt")) == "../in/50%25.txt");
  CHECK(link(folder.path("internal:x")) == "../internal%3Ax");
  CHECK(link(folder.path("a\nb\xFF")) == "../a%0Ab%FF");
  CHECK(link("/elsewhere/a b.txt") == "file:///elsewhere/a%20b.txt");
  CHECK(link("-").empty());
  CHECK(link(folder.path(std::string(3000, 'x'))).empty());
}

TEST_CASE("links stand in the cells, with the file's name as it was given") {
  const Folder folder;
  Analysis one = sample();
  const std::string name = folder.path("工作 #1.txt");
  for (Fact& fact : one.facts) fact.file = name;
  CHECK(make(folder.path("t.xlsx"), {{name, one}, {"-", sample()}}).empty());
  const Read book(folder.path("t.xlsx"));
  CHECK(book.cell("targets", 0, "file").text == name);
  CHECK(book.cell("targets", 0, "file").link == "工作%20%231.txt");
  CHECK(book.cell("documents", 0, "file").link == "工作%20%231.txt");
  CHECK(book.cell("targets", 6, "file").link.empty());
}

TEST_CASE("a sheet has no more links than Excel takes") {
  const Folder folder;
  const auto warnings = make(folder.path("t.xlsx"), {{folder.path("a.txt"), sample()}}, {}, {.links = 4});
  const Read book(folder.path("t.xlsx"));
  CHECK(book.cell("targets", 3, "file").link == "a.txt");
  CHECK(book.cell("targets", 4, "file").link.empty());
  CHECK(book.cell("targets", 4, "file").text == "a.txt");
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0] == "2 rows not linked to the file: a sheet holds 4 links");
}

TEST_CASE("a full sheet goes on in another one") {
  const Folder folder;
  const auto warnings = make(folder.path("t.xlsx"), Documents(12, {"a.txt", sample()}), {}, {.rows = 50});
  const Read book(folder.path("t.xlsx"));
  CHECK(book.sheet("targets").rows.size() == 49);
  CHECK(book.sheet("targets 2").rows.size() == 12 * 6 - 49);
  CHECK(book.sheet("targets 2").header == book.sheet("targets").header);
  CHECK(book.cell("targets 2", 22, "mention").text == "3级");
  CHECK(warnings == std::vector<std::string>{"a sheet holds 50 rows: the others are in the sheet 'targets 2'"});
}

TEST_CASE("header and first columns stay, columns fit, filter and colours are on") {
  const Folder folder;
  make(folder.path("t.xlsx"), {{"a.txt", sample()}});
  const Read book(folder.path("t.xlsx"));
  const pugi::xml_document& xml = book.sheet("targets").xml;
  CHECK(std::string(xml.select_node("//pane").node().attribute("topLeftCell").value()) == "E2");
  CHECK(std::string(xml.select_node("//autoFilter").node().attribute("ref").value()) == "A1:Z7");
  CHECK(xml.select_nodes("//cfRule").size() == 9);
  CHECK(std::string(xml.select_node("//cfRule[1]/formula").node().text().get()) == "\"target\"");
  // 2020年工作要点 takes 14 columns of a terminal, more than its title.
  const double title = book.sheet("documents").xml.select_node("//col[@min='2']").node().attribute("width").as_double();
  CHECK(title > 14);
  CHECK(title < 20);
}

TEST_CASE("nothing found is a workbook too") {
  const Folder folder;
  CHECK(printed_on_stderr([&] { CHECK(make(folder.path("t.xlsx"), {}).empty()); }).empty());
  const Read book(folder.path("t.xlsx"));
  CHECK(book.sheet("targets").rows.empty());
  CHECK(book.sheet("targets").header.size() == fields().size());
}

TEST_CASE("the same input gives the same bytes") {
  const Folder folder;
  make(folder.path("one.xlsx"), {{"a.txt", sample()}, {"b.txt", sample()}});
  ::usleep(1'100'000);  // times in files count seconds
  make(folder.path("two.xlsx"), {{"a.txt", sample()}, {"b.txt", sample()}});
  CHECK(bytes_of(folder.path("one.xlsx")) == bytes_of(folder.path("two.xlsx")));
}

TEST_CASE("what cannot be written is an error that names the path") {
  const Folder folder;
  const std::string path = folder.path("none/t.xlsx");
  CHECK(error_of([&] { make(path, {}); }) == path + ": cannot be written: No such file or directory");
  if (fs::exists("/dev/full")) {
    std::string error;
    CHECK(printed_on_stderr([&] { error = error_of([] { make("/dev/full", {{"a.txt", sample()}}); }); }).empty());
    CHECK(error.starts_with("/dev/full: the workbook cannot be written: "));
    CHECK(fs::exists("/dev/full"));
  }
  { const auto abandoned = workbook_writer(folder.path("t.xlsx"), {}); }
  CHECK(!fs::exists(folder.path("t.xlsx")));
}

TEST_CASE("rows that found no room are an error even if there is room again in the end") {
  const Folder folder;
  const auto writer = workbook_writer(folder.path("t.xlsx"), {});
  const Analysis analysis = sample();
  std::string error;
  const std::string noise = printed_on_stderr([&] {
    with_room(10000, [&] {
      for (int i = 0; i < 12; ++i) writer->write("a.txt", analysis);
    });
    error = error_of([&] { writer->finish(); });
  });
  CHECK(error.starts_with(folder.path("t.xlsx") + ": the workbook cannot be written: the temporary files"));
  CHECK(noise.empty());
}

TEST_CASE("however much room there is, a workbook is whole or an error") {
  const Folder folder;
  const Documents documents(12, {"a.txt", sample()});
  make(folder.path("whole.xlsx"), documents);
  const std::string whole = bytes_of(folder.path("whole.xlsx"));
  std::size_t errors = 0;
  std::size_t written = 0;
  std::size_t bad = 0;
  const std::string noise = printed_on_stderr([&] {
    for (rlim_t room = 0; room < 150000; room += 1500) {
      std::string error;
      with_room(room, [&] { error = error_of([&] { make(folder.path("t.xlsx"), documents); }); });
      const bool there = fs::exists(folder.path("t.xlsx"));
      if (error.empty() ? bytes_of(folder.path("t.xlsx")) != whole : there) ++bad;
      ++(error.empty() ? written : errors);
    }
  });
  CHECK(bad == 0);
  CHECK(errors > 20);
  CHECK(written > 5);
  CHECK(noise.empty());
}
