// Whole files of each format, and the damage done to them by chance; the same in every run.
#include "badinput/bad_files.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <random>

#include "cli/in_process.hpp"
#include "cli/made_files.hpp"

namespace badinput {

const char* const kPlan =
    "2021年卫生健康工作要点\n一、工作目标\n（一）床位。年底前，新增养老床位500张，每千人口拥有托位数达到3.2个以上。\n"
    "（二）免疫。疫苗接种率达到90%以上，投入资金1.2亿元。\n";

namespace {

using zhibiao_tests::encoded;

std::string mhtml_of(const std::string& page) {
  return "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; "
         "boundary=\"--b\"\r\n"
         "\r\n----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" +
         page + "\r\n----b--\r\n";
}

std::string table_of(const std::string& plan, const std::string& format) {
  return zhibiao_tests::run({"targets", "-", "--format", format}, plan).out;
}

std::string lines_of(const std::string& plan) {
  std::string text;
  for (const char c : plan) text += c == '\n' ? "\\n" : std::string(1, c);
  std::string lines;
  for (int i = 1; i <= 4; ++i) lines += fmt::format("{{\"id\": \"d{}\", \"year\": 2021, \"text\": \"{}\"}}\n", i, text);
  return lines;
}

constexpr const char* kRules =
    "[[words]]\nid = 'verb.mine'\nextends = 'verb.action'\nabout = 'what we do'\nwords = ['打造', '建成']\n\n"
    "[[units]]\nid = 'unit.mine'\nkind = 'count'\nabout = 'ours'\nwords = ['处所']\nyes = [{ text = '新建5处所', value "
    "= '5' }]\n"
    "no = [{ text = '该处所' }]\n";

/// The whole, cut at even steps.
void add_cut(std::vector<File>& files, const File& whole, std::size_t cuts) {
  for (std::size_t i = 1; i <= cuts; ++i) {
    files.emplace_back(fmt::format("cut-{}-{}", i, whole.first),
                       whole.second.substr(0, whole.second.size() * i / (cuts + 1)));
  }
}

void add_flipped(std::vector<File>& files, const File& whole, std::size_t number, std::mt19937& random) {
  for (std::size_t i = 1; i <= number; ++i) {
    std::string bytes = whole.second;
    for (std::size_t k = 0; k < 1 + i * i / 4; ++k)
      bytes[random() % bytes.size()] ^= static_cast<char>(1U << random() % 8);
    files.emplace_back(fmt::format("flipped-{}-{}", i, whole.first), std::move(bytes));
  }
}

}  // namespace

std::vector<File> whole_files() {
  const std::string plan = kPlan;
  const std::string docx = zhibiao_tests::docx_of(plan);
  return {{"utf8.txt", plan},
          {"gbk.txt", encoded(plan, "GBK")},
          {"le.txt", "\xFF\xFE" + encoded(plan, "UTF-16LE")},
          {"be.txt", encoded(plan, "UTF-16BE")},
          {"page.html", zhibiao_tests::html_of(plan)},
          {"page.mhtml", mhtml_of(zhibiao_tests::html_of(plan))},
          {"plan.docx", docx},
          {"plan.ofd", zhibiao_tests::ofd_of(plan)},
          {"table.xlsx", table_of(plan, "xlsx")},
          {"table.csv", table_of(plan, "csv")},
          {"table.json", table_of(plan, "json")},
          {"lines.jsonl", lines_of(plan)},
          {"rules.toml", kRules},
          {"old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0') + encoded(plan, "UTF-16LE")},
          {"files.zip", zhibiao_tests::make_zip({{"a.docx", docx}, {"b.txt", plan}})},
          {"plan.pdf", zhibiao_tests::pdf_of(plan)}};
}

std::vector<File> damaged_files() {
  std::vector<File> files;
  std::mt19937 random(20210704);
  for (const File& whole : whole_files()) {
    // A PDF is a process of its own each time.
    const std::size_t number = whole.first.ends_with(".pdf") ? 2 : 8;
    add_cut(files, whole, number);
    add_flipped(files, whole, number, random);
  }
  return files;
}

}  // namespace badinput
