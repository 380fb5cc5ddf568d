// PDF: what a reader sees on pages, as text. Paragraphs whole, tables as tables, nothing of what the page prints around
// them; and never success with nothing or nonsense.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "read/folder.hpp"
#include "read/formats.hpp"
#include "read/pdf/cmaps.hpp"
#include "read/pdf/rules.hpp"
#include "read/pdf_maker.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/read.hpp"

using zhibiao::ReadOptions;
using zhibiao::read_stage::Document;
using zhibiao::read_stage::read_pdf;
using zhibiao_tests::Folder;
using zhibiao_tests::PdfMaker;

namespace {

constexpr double kLeft = 80;
constexpr double kEm = 16;
constexpr double kStep = 28;

Document read(const PdfMaker& maker) { return read_pdf("f.pdf", maker.str(), {}); }

std::string problem(const std::string& bytes, const std::string& name = "f.pdf", const ReadOptions& options = {}) {
  try {
    return "no error, but: " + read_pdf(name, bytes, options).text;
  } catch (const zhibiao::Error& error) {
    return error.what();
  }
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Lines of 27 characters, as Word sets a page of an official document, from `y` downwards.
double body(PdfMaker& pdf, double y, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const bool indent = line.starts_with("  ");
    pdf.text(kLeft + (indent ? 2 * kEm : 0), y, kEm, indent ? line.substr(2) : line);
    y += kStep;
  }
  return y;
}

const std::vector<std::string> kFirst = {
    "  坚持以人民健康为中心，深化医药卫生体制改革，推动", "优质医疗资源扩容下沉和区域均衡布局，到二〇二五年，全市",
    "每千人口执业医师数达到三点二人，人均预期寿命提高一岁。", "  加快公共卫生体系建设，完善疾病预防控制网络，健全重",
    "大疫情救治机制，全市二级以上综合医院全部设置感染性疾"};
const std::vector<std::string> kSecond = {"病科，基层医疗卫生机构发热门诊建成率达到九成以上。",
                                          "  加强人才队伍建设，每万人口全科医生数达到三点九人。"};

/// Sets an environment variable for a time.
class Environment {
 public:
  Environment(const char* name, const std::string& value) : name_(name), before_(std::getenv(name)) {
    ::setenv(name, value.c_str(), 1);
  }
  ~Environment() { ::setenv(name_, before_.c_str(), 1); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* name_;
  std::string before_;
};

/// A folder of programs that stand before the real ones in PATH.
/// What pdftotext prints of a page without text.
const std::string kOnePage = "printf '1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t595\\t842\\t-1\\t###PAGE###\\n'";

std::string fake_program(const Folder& folder, const std::string& name, const std::string& script) {
  const std::string file = folder.file(name, "#!/bin/sh\n" + script + "\n");
  ::chmod(file.c_str(), 0755);
  return folder.path() + ":" + std::getenv("PATH");
}

}  // namespace

TEST_CASE("paragraphs come whole, over lines and pages") {
  PdfMaker pdf;
  pdf.page();
  pdf.text(217, 100, 22, "卫生健康工作要点");
  body(pdf, 160, kFirst);
  pdf.page();
  body(pdf, 100, kSecond);
  const Document document = read(pdf);
  CHECK(document.text ==
        "卫生健康工作要点\n"
        "坚持以人民健康为中心，深化医药卫生体制改革，推动优质医疗资源扩容下沉和区域均衡布局，到二〇二五年，全市每千人口"
        "执业医师数达到三点二人，人均预期寿命提高一岁。\n"
        "加快公共卫生体系建设，完善疾病预防控制网络，健全重大疫情救治机制，全市二级以上综合医院全部设置感染性疾病科，"
        "基层医疗卫生机构发热门诊建成率达到九成以上。\n"
        "加强人才队伍建设，每万人口全科医生数达到三点九人。\n");
  CHECK(document.facts.format == "pdf");
  CHECK(document.facts.warnings.empty());
  // The paragraph over both pages knows where the second begins.
  const auto page_of = [&](const std::string& words) {
    const std::size_t at = document.text.find(words);
    REQUIRE(at != std::string::npos);
    std::size_t page = 0;
    for (const auto& mark : document.facts.landmarks) page = mark.begin <= at ? mark.place.page : page;
    return page;
  };
  CHECK(page_of("卫生健康工作要点") == 1);
  CHECK(page_of("设置感染性疾") == 1);
  CHECK(page_of("病科，") == 2);
  CHECK(page_of("加强人才") == 2);
}

TEST_CASE("a line that had room for more ends its paragraph, also without indents") {
  PdfMaker pdf;
  pdf.page();
  body(pdf, 100,
       {"一、主要目标", "到二〇二五年，全市人均预期寿命达到八十岁，婴儿死亡率控制",
        "在千分之三以内，个人卫生支出占比下降。", "二、重点任务",
        "深化医药卫生体制改革，推动优质医疗资源扩容下沉和区域均", "衡布局，建成紧密型医共体五个。"});
  CHECK(read(pdf).text ==
        "一、主要目标\n"
        "到二〇二五年，全市人均预期寿命达到八十岁，婴儿死亡率控制在千分之三以内，个人卫生支出占比下降。\n"
        "二、重点任务\n"
        "深化医药卫生体制改革，推动优质医疗资源扩容下沉和区域均衡布局，建成紧密型医共体五个。\n");
}

TEST_CASE("page numbers and running heads are no text") {
  PdfMaker pdf;
  for (int page = 1; page <= 4; ++page) {
    pdf.page();
    pdf.text(200, 50, 10, "某市人民政府公报");
    double y = 120;  // of other lines on each page
    for (int line = 0; line < page; ++line) y = body(pdf, y, {"  " + std::string(static_cast<std::size_t>(page), 'a')});
    body(pdf, body(pdf, y, kFirst), kSecond);
    pdf.text(280, 800, 12, "— " + std::to_string(page) + " —");
  }
  const std::string text = read(pdf).text;
  CHECK_FALSE(has(text, "公报"));
  CHECK_FALSE(has(text, "—"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 12 + 1 + 2 + 3 + 4);
}

TEST_CASE("a page number alone goes if it counts pages, a number that does not stays") {
  const auto with = [](const std::string& first, const std::string& second) {
    PdfMaker pdf;
    pdf.page();
    body(pdf, 120, kFirst);
    pdf.text(290, 800, 12, first);
    pdf.page();
    body(pdf, 120, kSecond);
    pdf.text(290, 800, 12, second);
    return read(pdf).text;
  };
  CHECK_FALSE(has(with("1", "2"), "1"));
  CHECK_FALSE(has(with("15", "16"), "15"));
  CHECK(has(with("1200", "88"), "1200"));
  CHECK_FALSE(has(with("第1页 共2页", "第2页 共2页"), "页"));
}

TEST_CASE("what a browser prints around a page is no text") {
  PdfMaker pdf;
  pdf.page();
  pdf.text(30, 30, 9, "2021/6/1 10:20");
  body(pdf, 120, kSecond);
  pdf.text(30, 820, 9, "http://www.example.gov.cn/art/2021/6/1/art_1.html");
  pdf.text(540, 820, 9, "1/1");
  const std::string text = read(pdf).text;
  CHECK_FALSE(has(text, "2021"));
  CHECK_FALSE(has(text, "http"));
  CHECK(has(text, "加强人才队伍建设"));
}

TEST_CASE("a ruled table is a table, its merged and wrapped cells too") {
  PdfMaker pdf;
  pdf.page();
  body(pdf, 80, kSecond);
  const std::vector<double> xs = {80, 150, 330, 380, 450};
  const std::vector<double> ys = {160, 190, 230, 260};
  for (const double y : {160.0, 190.0, 260.0}) pdf.line(80, y, 450, y);
  pdf.line(150, 230, 450, 230);  // not through the first column: its cell spans two rows
  for (const double x : xs) pdf.line(x, 160, x, 260);
  const auto cell = [&](std::size_t column, double y, const std::string& text) {
    pdf.text(xs[column] + 4, y, 12, text);
  };
  cell(0, 180, "领域");
  cell(1, 180, "指标");
  cell(2, 180, "单位");
  cell(3, 180, "目标值");
  cell(0, 230, "健康水平");
  cell(1, 207, "居民规范化电子健康档案覆盖");
  cell(1, 222, "率");
  cell(2, 215, "%");
  cell(3, 215, "62");
  cell(1, 250, "婴儿死亡率");
  cell(2, 250, "‰");
  cell(3, 250, "<5");
  body(pdf, 300, kSecond);
  const Document document = read(pdf);
  CAPTURE(document.text);
  CHECK(has(document.text,
            "\n\n领域\t指标\t单位\t目标值\n健康水平\t居民规范化电子健康档案覆盖率\t%\t62\n\t婴儿死亡率\t‰\t<5\n\n"));
  const std::size_t value = document.text.find("62");
  zhibiao::Place place;
  for (const auto& mark : document.facts.landmarks) place = mark.begin <= value ? mark.place : place;
  CHECK(place == zhibiao::Place{.page = 1, .paragraph = 0, .table = 1, .row = 2, .cell = 4});
}

TEST_CASE("columns without lines are a table, prose beside them is none") {
  PdfMaker pdf;
  pdf.page();
  double y = body(pdf, 80, kFirst) + 20;
  const std::vector<std::vector<std::string>> rows = {{"指标", "单位", "2020年", "2025年"},
                                                      {"人均预期寿命", "岁", "78.3", "79.5"},
                                                      {"婴儿死亡率", "‰", "", "5"},
                                                      {"居民健康素养水平", "%", "20", "25"}};
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) pdf.text(90 + static_cast<double>(i) * 110, y, 12, row[i]);
    y += 20;
  }
  body(pdf, y + 30, kFirst);
  const std::string text = read(pdf).text;
  CHECK(has(text,
            "\n\n指标\t单位\t2020年\t2025年\n人均预期寿命\t岁\t78.3\t79.5\n婴儿死亡率\t‰\t\t5\n"
            "居民健康素养水平\t%\t20\t25\n\n"));
  CHECK(has(text, "全市每千人口执业医师数"));
}

TEST_CASE("a table over two pages is one, its head is there once") {
  PdfMaker pdf;
  for (int page = 0; page < 2; ++page) {
    pdf.page();
    double y = 100;
    for (int row = 0; row < 4; ++row, y += 30) {
      for (const double x : {80.0, 300.0, 400.0}) pdf.line(x, y, x, y + 30);
      pdf.line(80, y, 400, y);
      pdf.text(90, y + 20, 12, row == 0 ? "指标" : fmt::format("第{}项指标", page * 3 + row));
      pdf.text(310, y + 20, 12, row == 0 ? "目标" : std::to_string(page * 3 + row));
    }
    pdf.line(80, y, 400, y);
  }
  const Document document = read(pdf);
  CHECK(document.text ==
        "指标\t目标\n第1项指标\t1\n第2项指标\t2\n第3项指标\t3\n第4项指标\t4\n第5项指标\t5\n第6项指标\t6\n\n");
  CHECK(document.facts.landmarks.back().place ==
        zhibiao::Place{.page = 2, .paragraph = 0, .table = 1, .row = 7, .cell = 2});
}

TEST_CASE("a row that a page break cuts is put together again") {
  PdfMaker pdf;
  const std::vector<std::vector<std::string>> rows = {
      {"指标", "目标"},       {"婴儿死亡率", "5"}, {"孕产妇死亡率", "12"},        {"人均预期寿命", "80"},
      {"居民健康素养", "25"}, {"水平", ""},        {"重大慢性病过早死亡率", "10"}};
  for (std::size_t page = 0; page < 2; ++page) {
    pdf.page();
    double y = 100;
    for (std::size_t row = page * 5; row < (page == 0 ? 5 : rows.size()); ++row, y += 30) {
      for (const double x : {80.0, 300.0, 400.0}) pdf.line(x, y, x, y + 30);
      pdf.line(80, y, 400, y);
      pdf.text(90, y + 20, 12, rows[row][0]);
      if (!rows[row][1].empty()) pdf.text(310, y + 20, 12, rows[row][1]);
    }
    pdf.line(80, y, 400, y);
  }
  CHECK(has(read(pdf).text, "\n居民健康素养水平\t25\n重大慢性病过早死亡率\t10\n"));
}

TEST_CASE("two columns are read one after the other") {
  PdfMaker pdf;
  pdf.page();
  pdf.text(217, 80, 22, "卫生健康工作要点");
  double y = 130;
  for (int i = 0; i < 10; ++i, y += 24) {
    pdf.text(60, y, 14, fmt::format("左边第{}行左边左边左边左边左", i));
    pdf.text(320, y, 14, fmt::format("右边第{}行右边右边右边右边右", i));
  }
  const std::string text = read(pdf).text;
  CHECK(text.find("卫生健康") < text.find("左边第0"));
  CHECK(text.find("左边第9") < text.find("右边第0"));
  CHECK(text.find("左边第0") < text.find("左边第1"));
}

TEST_CASE("a footnote stands behind the paragraph that goes on around it") {
  PdfMaker pdf;
  pdf.page();
  body(pdf, 160, kFirst);
  pdf.text(kLeft, 760, 10, "①数据来自统计年鉴。");
  pdf.page();
  body(pdf, 100, kSecond);
  const std::string text = read(pdf).text;
  CHECK(has(text, "感染性疾病科，基层医疗卫生机构"));
  CHECK(text.find("九成以上") < text.find("①数据"));
}

TEST_CASE("data that a portal prints above the text is data, no text") {
  PdfMaker lines;
  lines.page();
  lines.text(30, 40, 10, "索 引 号：000014349/2019-00012");
  lines.text(330, 40, 10, "发文机关：");
  lines.text(380.5, 40, 10, " 某市卫生健康");
  lines.text(390.5, 55, 10, "委员会");
  lines.text(30, 70, 10, "信息类别：通知发文字号：某卫〔2019〕12号");
  lines.text(330, 70, 10, "成文日期：2019年3月29日");
  lines.text(217, 110, 22, "卫生健康工作要点");
  body(lines, 160, kFirst);
  PdfMaker table;
  table.page();
  const char* cells[2][4] = {{"索引号", "000014349/2019-00012", "发文机关", "某市卫生健康委员会"},
                             {"发文字号", "某卫〔2019〕12号", "成文日期", "2019年3月29日"}};
  for (int row = 0; row < 2; ++row) {
    for (int column = 0; column < 4; ++column) {
      table.text(40 + column * 130, 50 + row * 20, 10, cells[row][column]);
      table.line(35 + column * 130, 35 + row * 20, 35 + column * 130, 55 + row * 20);
    }
    table.line(35, 35 + row * 20, 555, 35 + row * 20);
    table.line(555, 35, 555, 75);
  }
  table.line(35, 75, 555, 75);
  table.text(217, 110, 22, "卫生健康工作要点");
  body(table, 160, kFirst);
  for (const PdfMaker& pdf : {lines, table}) {
    const Document document = read(pdf);
    CHECK(document.text.starts_with("卫生健康工作要点\n坚持"));
    CHECK(document.facts.labelled.index_number == "000014349/2019-00012");
    CHECK(document.facts.labelled.issuer == "某市卫生健康委员会");
    CHECK(document.facts.labelled.doc_number == "某卫〔2019〕12号");
    CHECK(document.facts.labelled.issued == "2019-03-29");
  }
}

TEST_CASE("radicals that fonts name stand for their characters") {
  PdfMaker pdf;
  pdf.page();
  pdf.mapped(80, 100, 16, {0x2F00, 0x3001, 0x2F08, 0x2F12, 0x2EA0, 0x2EA8, 0x5065, 0x5EB7});
  body(pdf, 140, kFirst);
  CHECK(read(pdf).text.starts_with("一、人力民犭健康\n"));
}

TEST_CASE("a scan is an error that names the remedy, one scanned page a warning") {
  PdfMaker scan;
  scan.page();
  scan.picture();
  CHECK(problem(scan.str(), "计划 1.pdf") ==
        "计划 1.pdf: a PDF without a text layer, perhaps a scan; make one first: ocrmypdf -l chi_sim '计划 1.pdf' "
        "OUT.pdf");
  PdfMaker partly;
  partly.page();
  body(partly, 100, kFirst);
  partly.page();
  partly.picture();
  partly.page();  // blank: nothing is missing
  const Document document = read(partly);
  REQUIRE(document.facts.warnings.size() == 1);
  CHECK(document.facts.warnings[0].starts_with("page 2 holds pictures and no text"));
}

TEST_CASE("glyphs that nobody can name are never text in silence") {
  PdfMaker pdf;
  pdf.page();
  std::vector<unsigned> nameless;
  for (unsigned i = 0; i < 40; ++i) nameless.push_back(0xE000 + i);
  pdf.mapped(80, 100, 10, nameless);
  CHECK(has(problem(pdf.str()), "fonts do not say which characters they show"));
  CHECK(has(problem(pdf.str()), "ocrmypdf --force-ocr"));
  // A few among many are counted.
  PdfMaker few;
  few.page();
  few.mapped(80, 80, 16, {0xE100, 0xE101, 0xE102});
  body(few, 120, kFirst);
  const Document document = read(few);
  REQUIRE(document.facts.warnings.size() == 1);
  CHECK(document.facts.warnings[0].starts_with("3 of "));
}

TEST_CASE("an encrypted PDF names the command that opens it") {
  PdfMaker pdf;
  pdf.page();
  body(pdf, 100, kFirst);
  const std::string key(64, '1');
  const std::string encrypt = "/ID[<31><31>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + key + ">/U<" + key + ">>>";
  CHECK(
      problem(pdf.str(encrypt), "o'k.pdf") ==
      "o'k.pdf: an encrypted PDF; remove the password first: qpdf --password=PASSWORD --decrypt 'o'\\''k.pdf' OUT.pdf");
}

TEST_CASE("a damaged PDF is an error, a cut one a warning or an error") {
  CHECK(has(problem("%PDF-1.4\nnothing of the kind"), "damaged PDF"));
  PdfMaker pdf;
  for (int i = 0; i < 3; ++i) {
    pdf.page();
    body(pdf, 100, kFirst);
  }
  const std::string whole = pdf.str();
  for (std::size_t part = 1; part < 20; ++part) {
    const std::string cut = whole.substr(0, whole.size() * part / 20);
    try {
      const Document document = read_pdf("f.pdf", cut, {});
      CHECK_FALSE(document.facts.warnings.empty());
      CHECK_FALSE(document.text.empty());
    } catch (const zhibiao::Error& error) {
      CHECK_FALSE(has(error.what(), "\n"));
    }
  }
}

TEST_CASE("a missing pdftotext is named with its package") {
  PdfMaker pdf;
  pdf.page();
  body(pdf, 100, kFirst);
  const Folder empty;
  const Environment path("PATH", empty.path());
  CHECK(problem(pdf.str()) == "f.pdf: a PDF document; to read it, install the package poppler-utils (pdftotext)");
}

TEST_CASE("missing character maps are noticed") {
  const zhibiao::read_stage::ChildLimits limits;
  CHECK(zhibiao::read_stage::reads_chinese_maps(limits));
  PdfMaker pdf;
  pdf.page();
  body(pdf, 100, kFirst);
  const Folder folder;
  // As pdftotext without poppler-data does: success, and no text.
  const Environment path(
      "PATH",
      fake_program(folder, "pdftotext", kOnePage + "; echo \"Missing language pack for 'Adobe-GB1' mapping\" >&2"));
  CHECK_FALSE(zhibiao::read_stage::reads_chinese_maps(limits));
  CHECK(has(problem(pdf.str()), "install the package poppler-data"));
}

TEST_CASE("a pdftotext that hangs or crashes is this file's error") {
  PdfMaker pdf;
  pdf.page();
  ReadOptions options;
  options.limits.child_seconds = 1;
  const Folder folder;
  {
    // Two seconds are enough for it, one is not.
    const std::string script = "[ $(ulimit -t) -ge 2 ] || while :; do :; done\n" + kOnePage;
    const Environment path("PATH", fake_program(folder, "pdftotext", script));
    CHECK_THROWS_WITH(read_pdf("f.pdf", pdf.str(), options),
                      "f.pdf: pdftotext took more than 1 s on this PDF; --limit seconds=N lifts this limit");
    options.limits.child_seconds = 2;
    CHECK(problem(pdf.str(), "f.pdf", options).find("--limit") == std::string::npos);
  }
  const Environment path("PATH", fake_program(folder, "pdftotext", "kill -SEGV $$"));
  CHECK_THROWS_WITH(read_pdf("f.pdf", pdf.str(), {}), "f.pdf: pdftotext was killed by signal 11 on this PDF");
}

TEST_CASE("pdftotext gets the memory of the limit, not a byte more, and where that is too little it is told") {
  PdfMaker pdf;
  pdf.page();
  const Folder folder;
  const std::string script = "[ $(ulimit -v) -ge 500000 ] || { echo 'Out of memory' >&2; exit 1; }\n" + kOnePage;
  const Environment path("PATH", fake_program(folder, "pdftotext", script));
  ReadOptions options;
  options.limits.child_bytes = std::size_t{500'000} << 10U;
  CHECK(problem(pdf.str(), "f.pdf", options).find("--limit") == std::string::npos);
  --options.limits.child_bytes;
  CHECK(has(problem(pdf.str(), "f.pdf", options), "needs more than 488 MiB of memory"));
  CHECK(has(problem(pdf.str(), "f.pdf", options), "; --limit memory=SIZE lifts this limit"));
}

TEST_CASE("without pdftocairo the text is still there") {
  PdfMaker pdf;
  pdf.page();
  body(pdf, 100, kFirst);
  for (int row = 0; row < 3; ++row) {
    pdf.text(90, 400 + row * 30, 12, "指标");
    pdf.text(310, 400 + row * 30, 12, "目标");
  }
  const Folder folder;
  const Environment path("PATH", fake_program(folder, "pdftocairo", "exit 1"));
  CHECK(has(read(pdf).text, "指标"));
}

TEST_CASE("a PDF that LibreOffice makes of a plan holds the plan's facts") {
  using zhibiao::read_stage::ChildCall;
  ChildCall fonts;
  fonts.argv = {"fc-list", ":lang=zh-cn"};
  if (!zhibiao::read_stage::find_program("soffice") || zhibiao::read_stage::run_child(fonts).out.empty()) {
    MESSAGE("skipped: soffice or a Chinese font is not installed");
    return;
  }
  const zhibiao::read_stage::TemporaryFolder folder;
  ChildCall call;
  call.argv = {"soffice",    "-env:UserInstallation=file://" + folder.path() + "/profile",
               "--headless", "--convert-to",
               "pdf",        "--outdir",
               folder.path()};
  std::vector<std::string> plans;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ZHIBIAO_SOURCE_DIR) + "/seeds")) {
    if (entry.path().extension() == ".txt") plans.push_back(entry.path().string());
  }
  REQUIRE(plans.size() >= 5);
  call.argv.insert(call.argv.end(), plans.begin(), plans.end());
  call.home = folder.path();
  call.limits.writes_files = true;
  call.limits.memory_bytes = 0;
  REQUIRE(zhibiao::read_stage::run_child(call).ok());
  zhibiao::Analyzer analyzer;
  const auto records = [&](const std::string& path) {
    const zhibiao::Source source = zhibiao::read(path);
    std::vector<std::string> out;
    for (const zhibiao::Fact& fact : analyzer.analyze(source).facts) {
      out.push_back(fact.indicator + "|" + (fact.value ? fact.value->str() : "") + "|" + fact.unit + "|" +
                    fact.comparator);
    }
    std::sort(out.begin(), out.end());
    return out;
  };
  for (const std::string& plan : plans) {
    CAPTURE(plan);
    const auto expected = records(plan);
    const auto found = records(folder.path() + "/" + std::filesystem::path(plan).stem().string() + ".pdf");
    std::vector<std::string> both;
    std::set_intersection(expected.begin(), expected.end(), found.begin(), found.end(), std::back_inserter(both));
    CHECK(both.size() * 100 >= std::max(expected.size(), found.size()) * 95);
  }
}

TEST_CASE("lines are read from SVG: strokes, thin boxes, moved groups; signs are none") {
  const auto rules = zhibiao::read_stage::parse_pdf_rules(
      "<svg><defs><path style='stroke:none;' d='M 0 0 L 50 0 L 50 1 L 0 1 Z'/></defs>"
      "<g transform='matrix(1,0,0,-1,0,100)'><path style='fill:none;' d='M 10 90 L 60 90'/></g>"
      "<path style='stroke:none;fill:rgb(0%,0%,0%)' d='M 20 10 L 21 10 L 21 70 L 20 70 Z'/>"
      "<path style='fill:none;' d='M 0 0 L 90 0 C 1 2 3 4 5 6'/>"
      "<path style='stroke:none;fill:rgb(100%,100%,100%)' d='M 20 10 L 21 10 L 21 70 L 20 70 Z'/></svg>");
  REQUIRE(rules.size() == 1);
  REQUIRE(rules[0].across.size() == 1);
  CHECK(rules[0].across[0].y0 == doctest::Approx(10));
  CHECK(rules[0].across[0].x1 == doctest::Approx(60));
  REQUIRE(rules[0].down.size() == 1);
  CHECK(rules[0].down[0].height() == doctest::Approx(60));
  CHECK(zhibiao::read_stage::parse_pdf_rules("<svg").empty());
}
