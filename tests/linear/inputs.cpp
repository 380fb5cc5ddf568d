// The inputs of tools/linear. Each is one trait repeated: what a quadratic stage cannot hide from.
#include "inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/made_files.hpp"

namespace zhibiao_linear {
namespace {

constexpr const char* kTitle = "2021年工作要点\n";

/// Repeated on one line.
constexpr std::array kPieces = {
    "1",      "，",  "、",   "分别",    "一、",    "年", "%",          "千",       " ",    "　",   "《", "（",
    "(",      "“",   "。",   "；",      "：",      "）", "一",         "第",       "-",    "—",    ".",  "/",
    "0.",     "1、", "1.",   "（一）",  "一是",    "①",  "2021年",     "12月",     "到",   "达到", "每", "其中",
    "汉",     "a",   "a b ", "&amp;",   "&",       "\t", "|",          "~",        "万",   "亿元", "和", "以上",
    "不低于", "1/1", "3-",   "增长",    "新增1个", "1%", "个",         "（1）",    "附件", "65岁", "·",  "…",
    "年底前", "的",  "人均", "http://", "第一章",  "１", "3.5%左右、", "甲、1个，"};

/// Repeated, with their line ends.
constexpr std::array kLines = {"\n",
                               "甲\n",
                               "1\n",
                               "一、甲\n",
                               "一、\n（一）\n1.\n（1）\n①\n",
                               "|甲|1|\n",
                               "甲\t1个\n",
                               "2021年1月1日\n",
                               "第一章 甲\n",
                               "目录……1\n",
                               "— 1 —\n",
                               "附件1\n",
                               " \n",
                               "指标\t目标值\n",
                               "附表：甲\n",
                               "某市人民政府办公厅\n"};

std::string repeated(const std::string& piece, std::size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  return text;
}

/// The name of a piece, without what a terminal would not show.
std::string shown(std::string name) {
  for (std::size_t at = 0; (at = name.find_first_of("\n\t", at)) != std::string::npos; at += 2) {
    name.replace(at, 1, name[at] == '\n' ? "\\n" : "\\t");
  }
  return name;
}

Input text_of(const std::string& name, const std::string& before, const std::string& piece) {
  return {name, "text", [=](std::size_t size) { return kTitle + before + repeated(piece, size) + "\n"; }};
}

/// `first` for half of the size, then `second` for the other.
Input halves(const std::string& name, const std::string& first, const std::string& middle, const std::string& second) {
  return {name, "text", [=](std::size_t size) {
            return kTitle + repeated(first, size / 2) + middle + repeated(second, size / 2) + "。\n";
          }};
}

Input page_of(const std::string& name, const std::string& before, const std::string& piece) {
  return {name, "html", [=](std::size_t size) {
            return "<html><body><p>2021年工作要点</p>" + before + repeated(piece, size) + "</body></html>";
          }};
}

Input word_of(const std::string& name, const std::string& before, const std::string& piece, const std::string& after) {
  return {name, "docx", [=](std::size_t size) { return zhibiao_tests::docx(before + repeated(piece, size) + after); }};
}

/// Items that count on: 1. 2. 3. …
Input counted(const std::string& name, const std::string& behind) {
  return {name, "text", [=](std::size_t size) {
            std::string text = kTitle;
            for (std::size_t i = 1; text.size() < size; ++i) text += std::to_string(i) + behind;
            return text;
          }};
}

std::vector<Input> pages() {
  return {page_of("nested <div>", "", "<div>甲"),
          page_of("nested <b>", "", "<b>甲"),
          page_of("nested <ul><li>", "", "<ul><li>甲"),
          page_of("nested <table>", "", "<table><tr><td>甲"),
          page_of("a row of many cells", "<table><tr>", "<td>甲</td>"),
          page_of("rows of wide cells", "<table>", "<tr><td colspan=1000>甲</td></tr>"),
          page_of("rows of high cells", "<table>", "<tr><td rowspan=65534>甲</td></tr>"),
          page_of("paragraphs", "", "<p>甲</p>"),
          page_of("list items", "<ol>", "<li>甲</li>"),
          page_of("links", "", "<a href='/'>甲</a>"),
          page_of("comments that do not end", "", "<!--"),
          page_of("tags that do not end", "", "<a "),
          page_of("end tags", "", "</div>"),
          page_of("entities", "", "&#19968;&nbsp;"),
          page_of("attributes", "<p ", "a=1 ")};
}

std::vector<Input> documents() {
  const std::string cell = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>";
  return {word_of("runs of one paragraph", "<w:p>", "<w:r><w:t>甲</w:t></w:r>", "</w:p>"),
          word_of("paragraphs of Word", "", "<w:p><w:r><w:t>甲</w:t></w:r></w:p>", ""),
          word_of("a row of many cells of Word", "<w:tbl><w:tr>", cell, "</w:tr></w:tbl>"),
          word_of("rows of Word", "<w:tbl>", "<w:tr>" + cell + cell + "</w:tr>", "</w:tbl>"),
          word_of("tables of Word", "", "<w:tbl><w:tr>" + cell + cell + "</w:tr></w:tbl>", "")};
}

}  // namespace

std::vector<Input> make_inputs(const std::string& plans) {
  const auto prose = [plans](std::size_t size) { return repeated(plans, size); };
  std::vector<Input> inputs = {
      {"text", "text", prose},
      {"html", "html", [=](std::size_t size) { return zhibiao_tests::html_of(prose(size)); }},
      {"docx", "docx", [=](std::size_t size) { return zhibiao_tests::docx_of(prose(size / 3)); }},
      {"text on one line", "text", [=](std::size_t size) {
         std::string line = prose(size);
         std::erase(line, '\n');
         return line + "\n";
       }}};
  for (const std::string piece : kPieces) inputs.push_back(text_of(shown(piece), "", piece));
  for (const std::string line : kLines) inputs.push_back(text_of(shown(line), "", line));
  inputs.push_back(halves("names, then values of 分别", "甲类、", "分别达到", "1个、"));
  inputs.push_back(halves("brackets opened, then closed", "（", "甲", "）"));
  inputs.push_back(halves("quotation marks opened, then closed", "《", "甲", "》"));
  inputs.push_back(counted("items on lines", ".甲\n"));
  inputs.push_back(counted("items on one line", ".甲；"));
  inputs.push_back(counted("sentences with values", "个托位。"));
  for (auto& more : {pages(), documents()}) inputs.insert(inputs.end(), more.begin(), more.end());
  return inputs;
}

}  // namespace zhibiao_linear
