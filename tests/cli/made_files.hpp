// One plan in every format that is read: files as offices make them, set in lines and pages where the format has those.
#pragma once

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "read/archives.hpp"
#include "read/docx_files.hpp"
#include "read/encode.hpp"
#include "read/pdf_maker.hpp"

namespace zhibiao_tests {

/// The lines that hold more than blanks: the paragraphs of a plan.
inline std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line(text.substr(at, end - at));
    at = end + 1;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (line.find_first_not_of(" \t") != std::string::npos) out.push_back(line);
  }
  return out;
}

inline std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> out;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) out.emplace_back();
    out.back() += c;
  }
  return out;
}

inline std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return out;
}

/// Words are cut into runs anywhere, as Word does when somebody corrects a character.
inline std::string docx_of(std::string_view text) {
  std::string body;
  for (const std::string& paragraph : paragraphs_of(text)) {
    body += "<w:p>";
    std::string run;
    std::size_t count = 0;
    for (const std::string& character : characters_of(paragraph)) {
      run += character;
      if (++count % 7 != 0) continue;
      body += R"(<w:r><w:t xml:space="preserve">)" + escaped(run) + "</w:t></w:r>";
      run.clear();
    }
    body += R"(<w:r><w:t xml:space="preserve">)" + escaped(run) + "</w:t></w:r></w:p>";
  }
  return docx(body);
}

inline std::string html_of(std::string_view text) {
  std::string page =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>page</title><script>var a=1;</script>"
      "</head><body><ul class=\"nav\"><li><a href=\"/\">A</a></li><li><a href=\"/b\">B</a></li></ul>\n"
      "<div class=\"TRS_Editor\">\n";
  for (const std::string& paragraph : paragraphs_of(text)) {
    page += "<p style=\"text-indent:2em\">\xE3\x80\x80\xE3\x80\x80" + escaped(paragraph) + "</p>\n";
  }
  return page + "</div></body></html>\n";
}

/// A line of type and its width in ems.
struct SetLine {
  std::string text;
  bool first = false;  ///< of its paragraph: two ems further in
};

/// The text in lines of `ems`, half as wide for ASCII; blanks are as wide as said.
inline std::vector<SetLine> set_lines(std::string_view text, double ems, double blank) {
  std::vector<SetLine> lines;
  for (const std::string& paragraph : paragraphs_of(text)) {
    lines.push_back({"", true});
    double used = 2;
    for (const std::string& character : characters_of(paragraph)) {
      const double wide = character == " " ? blank : character.size() == 1 ? 0.5 : 1;
      // No line begins with one of these: it hangs over the margin.
      static const std::string closers = "，。、；：）》”";
      if (used + wide > ems && closers.find(character) == std::string::npos) {
        lines.push_back({"", false});
        used = 0;
      }
      lines.back().text += character;
      used += wide;
    }
  }
  return lines;
}

/// A4, 28 characters a line and 22 lines a page, page numbers at the foot.
inline std::string pdf_of(std::string_view text) {
  constexpr double kSize = 15.8;
  constexpr std::size_t kLines = 22;
  PdfMaker pdf;
  const auto lines = set_lines(text, 28, 1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % kLines == 0) {
      pdf.page();
      pdf.text(280, 785, 14, fmt::format("- {} -", i / kLines + 1));
    }
    const double x = 79 + (lines[i].first ? 2 * kSize : 0);
    const double y = 105 + 29 * static_cast<double>(i % kLines);
    if (encode(lines[i].text, "GBK")) {
      pdf.text(x, y, kSize, lines[i].text);
      continue;
    }
    std::vector<unsigned> points;
    const auto units = icu::UnicodeString::fromUTF8(lines[i].text);
    for (int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
      points.push_back(static_cast<unsigned>(units.char32At(at)));
    }
    pdf.mapped(x, y, kSize, points);
  }
  return pdf.str();
}

/// The same pages in millimetres; every line is an object with the step of each character.
inline std::string ofd_of(std::string_view text) {
  constexpr double kSize = 5.6;
  constexpr std::size_t kLines = 22;
  const std::string names = R"( xmlns:ofd="http://www.ofdspec.org/2016")";
  const auto line = [](double x, double y, double size, const std::string& words) {
    std::string steps;
    for (const std::string& character : characters_of(words)) {
      steps += fmt::format("{} ", character.size() == 1 ? size / 2 : size);
    }
    return fmt::format(
        R"(<ofd:TextObject ID="9" Boundary="{} {} 170 {}" Font="3" Size="{}"><ofd:TextCode X="0" Y="{}" DeltaX="{}">{}</ofd:TextCode></ofd:TextObject>)",
        x, y - size, size * 1.2, size, size, steps, escaped(words));
  };
  std::vector<std::string> pages;
  const auto lines = set_lines(text, 28, 0.5);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % kLines == 0) pages.push_back(line(100, 277, 5, fmt::format("- {} -", i / kLines + 1)));
    pages.back() +=
        line(28 + (lines[i].first ? 2 * kSize : 0), 37 + 10.2 * static_cast<double>(i % kLines), kSize, lines[i].text);
  }
  Parts parts = {{"OFD.xml", "<ofd:OFD" + names +
                                 R"( Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>)"
                                 "Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"}};
  std::string list;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const std::string place = fmt::format("Pages/Page_{}/Content.xml", page);
    list += fmt::format(R"(<ofd:Page ID="{}" BaseLoc="{}"/>)", page + 10, place);
    parts.emplace_back("Doc_0/" + place, "<ofd:Page" + names + R"(><ofd:Content><ofd:Layer ID="1" Type="Body">)" +
                                             pages[page] + "</ofd:Layer></ofd:Content></ofd:Page>");
  }
  parts.emplace_back("Doc_0/Document.xml",
                     "<ofd:Document" + names + "><ofd:CommonData/><ofd:Pages>" + list + "</ofd:Pages></ofd:Document>");
  return make_zip(parts);
}

}  // namespace zhibiao_tests
