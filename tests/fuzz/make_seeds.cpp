// The fuzzers' seeds: small inputs of every kind, made from the specs, the rules and the plans of the project.
// Usage: zhibiao_fuzz_seeds FOLDER: writes FOLDER/<target>/<number>.
#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/made_files.hpp"
#include "parts.hpp"
#include "read/child.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/fields.hpp"
#include "zhibiao/read.hpp"
#include "zhibiao/rules.hpp"
#include "zhibiao/write.hpp"

namespace {

namespace fs = std::filesystem;
using zhibiao::Format;

constexpr std::size_t kPiece = 1500;  // bytes of a plan in one input
constexpr std::size_t kPieces = 6;    // of a plan

class Seeds {
 public:
  explicit Seeds(fs::path folder) : folder_(std::move(folder)) {}

  void add(const std::string& target, std::string_view bytes) {
    fs::create_directories(folder_ / target);
    const fs::path path = folder_ / target / fmt::format("{:04}", ++counts_[target]);
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
  }

 private:
  fs::path folder_;
  std::map<std::string, std::size_t> counts_;
};

std::vector<fs::path> files_in(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ending) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Whole lines of a text, in pieces.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < text.size() && pieces.size() < kPieces;) {
    const std::size_t end = std::min(text.find('\n', at + kPiece), text.size() - 1) + 1;
    pieces.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return pieces;
}

/// The sentences of the specs.
std::vector<std::string> spec_texts(const fs::path& top) {
  std::vector<std::string> texts;
  for (const fs::path& file : files_in(top / "tests/specs", ".toml")) {
    const toml::table root = toml::parse_file(file.string());
    for (const auto& node : *root["case"].as_array()) {
      texts.push_back((*node.as_table())["text"].value_or(std::string()));
    }
  }
  return texts;
}

std::vector<std::string> plan_pieces(const fs::path& top) {
  std::vector<std::string> texts = {slurp(top / "tests/data/plan.txt")};
  for (const fs::path& file : files_in(top / "seeds", ".txt")) {
    for (std::string& piece : pieces_of(slurp(file))) texts.push_back(std::move(piece));
  }
  return texts;
}

/// Every nth of them.
std::vector<std::string> some(const std::vector<std::string>& texts, std::size_t count) {
  std::vector<std::string> out;
  const std::size_t step = std::max<std::size_t>(1, texts.size() / count);
  for (std::size_t i = 0; i < texts.size() && out.size() < count; i += step) out.push_back(texts[i]);
  return out;
}

void add_texts(Seeds& seeds, const std::vector<std::string>& specs, const std::vector<std::string>& pieces) {
  for (const std::string& text : specs) seeds.add("analyze", text);
  for (const char* target : {"analyze", "repair", "outline"}) {
    for (const std::string& text : pieces) seeds.add(target, text);
  }
  for (const std::string& text : some(specs, 300)) seeds.add("repair", text);
  const char* plan =
      "关于印发2021年工作要点的通知\n某卫〔2021〕3号\n各有关单位：\n第一章 总则\n第一条 "
      "甲。\n一、目标\n（一）乙\n1.丙。\n"
      "①丁；②戊。\n一是己；二是庚。\n附件：1.表\n某市卫生健康委员会\n2021年3月1日\n";
  seeds.add("outline", plan);
}

void add_encodings(Seeds& seeds, const std::vector<std::string>& specs) {
  for (const std::string& text : some(specs, 40)) {
    seeds.add("decode", " " + text);
    for (const auto& [choice, name] :
         {std::pair(" ", "GB18030"), {"\"", "GB18030"}, {"#", "Big5"}, {"$", "UTF-16LE"}, {"-", "UTF-16BE"}}) {
      if (const auto bytes = zhibiao_tests::encode(text, name)) seeds.add("decode", choice + *bytes);
    }
  }
  seeds.add("decode", " \xEF\xBB\xBF一、甲\r二、乙\r");
  seeds.add("decode", " \xFF\xFE\x00\x4E\x01\x30");
  seeds.add("decode", "(\xE4\xB8\xFF\x00\x80 abc");
}

void add_pages(Seeds& seeds, const std::vector<std::string>& pieces) {
  for (const std::string& text : some(pieces, 20)) seeds.add("html", zhibiao_tests::html_of(text));
  seeds.add(
      "html",
      "<html><head><meta name=\"ArticleTitle\" content=\"要点\"><meta charset=gbk></head><body><table><tr><th>序号"
      "<th>指标<th colspan=2>目标值</tr><tr><td rowspan=2>1<td>床位数<td>6.5<td>张</tr><tr><td>托位<td>1.2万<td>个"
      "</tr></table><ol type=\"1\" start=3><li>甲<li value=7>乙</ol><ul><li>丙</ul><pre>丁\n戊</pre>"
      "<div style=\"display:none\">己</div><p>&#19968;&nbsp;&ldquo;庚&rdquo;<br>辛</p></body></html>");
  seeds.add("html",
            "<div class=\"xxgk\"><table><tr><td>索引号：</td><td>000-1</td></tr><tr><td>发文机关</td><td>某委</td></tr>"
            "</table></div><!--[if !supportLists]--><span style='mso-list:Ignore'>一、</span><![endif]>目标</p>");
  const std::string head =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/";
  seeds.add("html",
            head + "html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E4=B8=80=\n=3D</p>\n--b--");
  seeds.add("html", head + "html\nContent-Transfer-Encoding: base64\n\nPGh0bWw+PHA+5LiA44CBPC9wPjwvaHRtbD4=\n--b--\n");
}

/// The parts of an archive as text.
std::string parts_of(const std::string& archive) {
  zhibiao_fuzz::Parts parts;
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) throw std::runtime_error("no archive");
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    zip_file_t* file = zip_fopen_index(zip, index, 0);
    std::string bytes(65536, '\0');
    bytes.resize(static_cast<std::size_t>(std::max<zip_int64_t>(0, zip_fread(file, bytes.data(), bytes.size()))));
    zip_fclose(file);
    parts.emplace_back(zip_get_name(zip, index, 0), bytes);
  }
  zip_discard(zip);
  return zhibiao_fuzz::print_parts(parts);
}

std::string workbook_of(zhibiao::Analyzer& analyzer, const std::string& text, const fs::path& scratch) {
  const zhibiao::Source source("plan.txt", text);
  const auto writer = zhibiao::workbook_writer(scratch.string(), {.format = Format::xlsx});
  writer->write("plan.txt", analyzer.analyze(source));
  writer->finish();
  std::string bytes = slurp(scratch);
  fs::remove(scratch);
  return bytes;
}

void add_office(Seeds& seeds, zhibiao::Analyzer& analyzer, const std::vector<std::string>& specs,
                const fs::path& scratch) {
  for (const std::string& text : some(specs, 12)) {
    for (const std::string& file :
         {zhibiao_tests::docx_of(text), zhibiao_tests::ofd_of(text), workbook_of(analyzer, text, scratch)}) {
      seeds.add("office", parts_of(file));
      seeds.add("archive", file);
      seeds.add("archive", zhibiao_fuzz::archive_of(zhibiao_fuzz::parse_parts(parts_of(file))));
    }
    seeds.add("archive", text);
    seeds.add("archive", zhibiao_tests::html_of(text));
  }
  const std::string list =
      R"(<w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>)";
  const std::string table =
      R"(<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc></w:tr>)"
      R"(<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:sym w:char="F0B7"/><w:tab/><w:br/></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>)";
  const std::string more =
      R"(<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>新</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r>)"
      R"(<mc:AlternateContent><mc:Choice><w:r><w:t>一</w:t></w:r></mc:Choice><mc:Fallback/></mc:AlternateContent><m:oMath><m:r><m:t>1</m:t></m:r></m:oMath></w:p>)";
  seeds.add(
      "office",
      zhibiao_fuzz::print_parts(zhibiao_tests::docx_parts(
          list + table + more,
          {{"numbering",
            R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)"},
           {"styles",
            R"(<w:style w:styleId="H"><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>)"},
           {"footnotes", R"(<w:footnote w:id="2"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>)"}})));
}

void add_pdf(Seeds& seeds, const std::vector<std::string>& pieces) {
  std::vector<std::string> files;
  for (const std::string& text : some(pieces, 8)) files.push_back(zhibiao_tests::pdf_of(text));
  zhibiao_tests::PdfMaker table;
  table.page();
  for (int i = 0; i <= 3; ++i) {
    table.line(100, 100 + 30 * i, 400, 100 + 30 * i);
    table.line(100 + 100 * i, 100, 100 + 100 * i, 190);
  }
  for (int i = 0; i < 9; ++i)
    table.text(110 + 100 * (i % 3), 120 + 30 * (i / 3), 12, i < 3 ? "指标" : fmt::format("{}万个", i));
  files.push_back(table.str());
  for (const std::string& file : files) {
    std::string seed;
    for (const std::vector<std::string>& argv :
         {std::vector<std::string>{"pdftotext", "-enc", "UTF-8", "-eol", "unix", "-tsv", "/dev/stdin", "-"},
          {"pdftocairo", "-svg", "/dev/stdin", "-"}}) {
      zhibiao::read_stage::ChildCall call;
      call.argv = argv;
      call.input = file;
      const auto result = run_child(call);
      if (result.ok()) seed += (seed.empty() ? "" : "\n@@\n") + result.out.substr(0, 20000);
    }
    seeds.add("pdf", seed);
  }
}

std::string rows_of(const zhibiao::Analysis& analysis, zhibiao::WriteOptions options) {
  std::ostringstream out;
  const auto writer = zhibiao::targets_writer(out, options);
  writer->write("plan.txt", analysis);
  writer->finish();
  return std::move(out).str();
}

void add_tables(Seeds& seeds, zhibiao::Analyzer& analyzer, const std::vector<std::string>& specs) {
  for (const std::string& text : some(specs, 40)) {
    const auto analysis = analyzer.analyze(zhibiao::Source("plan.txt", text));
    for (const Format format : {Format::csv, Format::tsv, Format::jsonl, Format::json}) {
      seeds.add("records", rows_of(analysis, {.format = format}));
    }
    zhibiao::WriteOptions excel{.format = Format::csv};
    excel.header = zhibiao::Language::zh;
    excel.csv = {.bom = true, .crlf = true, .guard = true};
    seeds.add("records", rows_of(analysis, excel));
  }
  seeds.add("records", "标题\n;;\nfile;indicator;value;unit\nplan.txt;\"床位\"\"数\";1,5;张\n");
}

std::string json_line(std::size_t id, const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c == '\n' ? std::string("\\n") : static_cast<unsigned char>(c) < 0x20 ? " " : std::string(1, c);
  }
  return fmt::format("{{\"id\": {}, \"text\": \"{}\", \"year\": 2021, \"title\": \"要点\", \"issuer\": \"某委\"}}\n",
                     id, escaped);
}

void add_lines(Seeds& seeds, const std::vector<std::string>& specs) {
  std::size_t id = 0;
  for (const std::string& text : some(specs, 60)) {
    ++id;
    seeds.add("json_lines", json_line(id, text) + "\n" + json_line(id + 1000, text.substr(0, 30) + "a"));
  }
  seeds.add("json_lines",
            "{\"id\":\"a\",\"text\":\"<html><p>\\u4e00\\ud83d\\ude00</p></html>\"}\n[]\n{\"id\":1.5}\n{\n");
}

void add_rules(Seeds& seeds) {
  std::vector<std::string> sources;
  for (const zhibiao::RuleInfo& rule : zhibiao::Rules::builtin().list()) {
    if (rule.source.size() < 3000) sources.push_back(rule.source);
  }
  for (const std::string& source : some(sources, 80)) seeds.add("rules", source);
  seeds.add("rules",
            "[fragments]\nnum = '[0-9]+'\n[[date]]\nid = \"d\"\nabout = \"a\"\npattern = '{num}年'\nyes = [\"3年\"]\n");
}

void add_commands(Seeds& seeds, const std::vector<std::string>& specs) {
  const std::string text = specs.front();
  for (const char* line : {"targets\nplan.txt",
                           "targets\n-\n--format\njsonl\n--role\nall",
                           "targets\nplan.txt\n--format\ntable\n--width\n80\n--wrap",
                           "targets\n.\n--kind\nrate,money\n-o\nout.csv\n--excel",
                           "targets\nplan.txt\n-o\nout.xlsx",
                           "targets\nplan.txt\n-o\nout.db",
                           "targets\n--input\njsonl\n--format\ncsv\n-j\n2",
                           "targets\n.\n-o\nout.jsonl\n--resume\n--progress\nalways",
                           "targets\nplan.txt\n--explain\n--format\ntable",
                           "targets\nplan.txt\n--columns\n指标,value",
                           "summary\n.\n--format\njson",
                           "targets\nplan.txt\n--rules\nrules.toml\n--grep\n托位\n--item\n一",
                           "outline\nplan.txt\n--format\ntree\n--depth\n2",
                           "diff\ntable.csv\nplan.txt\n--format\ntable\n--lang\nen",
                           "diff\nplan.txt\n-\n--outline\n--format\ncsv",
                           "diff\ntable.csv\nplan.txt\n--only\nraised\n--sort\npercent\n--exit-code",
                           "trend\ntable.csv\nplan.txt\n--format\nmd",
                           "trend\nplan.txt\ntable.csv\n--plot\nout.svg",
                           "verify\ntable.csv\nplan.txt\n--all",
                           "explain\nplan.txt:3",
                           "check\nplan.txt\n--format\njson",
                           "report\nplan.txt\n--title\n甲\n--lang\nzh",
                           "report\nplan.txt\n--diff\nplan.txt\n-o\npage.html",
                           "targets\n.\n--errors\nout.jsonl\n--limit\nline=20",
                           "completions\nfish\n--lang\nzh",
                           "rules\nlist",
                           "rules\nshow\nverb.action",
                           "rules\ntest\nrules.toml",
                           "help\nfields",
                           "--version",
                           "--help",
                           "tagrets\nplan.txt",
                           "targets\n--files-from\n-\n--null\n--include\n*.txt",
                           "targets\nplan.txt\n--encoding\ngbk\n--replace\n--save-text\ntexts"}) {
    seeds.add("command_line", std::string(line) + "\n\n" + text);
  }
  seeds.add("command_line", "targets\n--input\njsonl\n\n" + json_line(1, text));
}

void make_seeds(const fs::path& folder) {
  const fs::path top = ZHIBIAO_SOURCE_DIR;
  Seeds seeds(folder);
  zhibiao::Analyzer analyzer;
  const auto specs = spec_texts(top);
  const auto pieces = plan_pieces(top);
  add_texts(seeds, specs, pieces);
  add_encodings(seeds, specs);
  add_pages(seeds, pieces);
  add_office(seeds, analyzer, specs, folder / "scratch.xlsx");
  add_pdf(seeds, pieces);
  add_tables(seeds, analyzer, specs);
  add_lines(seeds, specs);
  add_rules(seeds);
  add_commands(seeds, specs);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    fs::remove_all(argv[1]);
    fs::create_directories(argv[1]);
    make_seeds(fs::absolute(argv[1]));
  } catch (const std::exception& error) {
    fmt::print(stderr, "zhibiao_fuzz_seeds: {}\n", error.what());
    return 2;
  }
  return 0;
}
