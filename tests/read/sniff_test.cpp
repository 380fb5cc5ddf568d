// Kinds of files are told by their bytes.
#include "read/sniff.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "read/encode.hpp"

using namespace std::string_literals;
using zhibiao::read_stage::FileKind;
using zhibiao::read_stage::sniff;

namespace {

FileKind kind(const std::string& bytes) { return sniff(bytes).kind; }

std::string number(std::size_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i, value >>= 8U) bytes += static_cast<char>(value & 0xFFU);
  return bytes;
}

/// A ZIP of stored parts, checksums left out.
std::string zip(const std::vector<std::pair<std::string, std::string>>& parts, bool whole = true) {
  std::string bytes;
  std::string list;
  for (const auto& [name, data] : parts) {
    list += "PK\x01\x02"s + std::string(16, '\0') + number(data.size(), 4) + number(data.size(), 4) +
            number(name.size(), 2) + std::string(12, '\0') + number(bytes.size(), 4) + name;
    bytes += "PK\x03\x04"s + std::string(14, '\0') + number(data.size(), 4) + number(data.size(), 4) +
             number(name.size(), 2) + number(0, 2) + name + data;
  }
  if (!whole) return bytes;
  const std::size_t at = bytes.size();
  return bytes + list + "PK\x05\x06"s + std::string(4, '\0') + number(parts.size(), 2) + number(parts.size(), 2) +
         number(list.size(), 4) + number(at, 4) + number(0, 2);
}

/// The start of an OLE2 file whose directory holds these streams.
std::string ole2(const std::vector<std::string>& streams) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
  for (const std::string& name : streams) {
    std::string entry = zhibiao_tests::encoded(name, "UTF-16LE");
    entry.resize(128, '\0');
    bytes += entry;
  }
  return bytes;
}

}  // namespace

TEST_CASE("text stays text, with tags in it too") {
  for (const std::string& text :
       {""s, " "s, "一、工作要点\n<table><tr><td>1</td></tr></table>\n"s, "# 要点\n\n<p>段落</p>"s,
        "<2021年工作要点>\n一、总体要求"s, "< 5%"s, "<p align=\"center\">要点</p>\n\n一、总体要求\n"s,
        "<div>\n# 标题\n</div>\n\n正文"s, "<!-- 注 -->\n# 要点\n"s, "<pre>一"s, "PK"s, "BM 一般"s,
        "From: 某市\n一、要点"s, "<title-page> x"s, "%PD"s, "\xFF\xFE\x00\x4E"s, "<!-- 没有完"s, "<"s}) {
    CAPTURE(text);
    CHECK(kind(text) == FileKind::text);
    CHECK(sniff(text).what.empty());
  }
}

TEST_CASE("a page opens with a tag") {
  for (const std::string& page :
       {"<!DOCTYPE html><html>"s, "<html>"s, "\r\n <HTML lang=\"zh\">"s,
        "<!-- saved from url=(0014)about:internet -->\n<html>"s,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"\">\n<html>"s, "<meta charset=gbk>"s,
        "<head>\n"s, "<body>"s, "<title>要点</title>正文"s, "<p>一</p>\n<p>二</p>\n"s, "<table border=1></table>"s,
        "<div class=\"a\">正文</div>\n<!-- 完 -->\n"s}) {
    CAPTURE(page);
    CHECK(kind(page) == FileKind::html);
    CHECK(kind("\xEF\xBB\xBF" + page) == FileKind::html);
    CHECK(kind(zhibiao_tests::encoded(page, "GBK")) == FileKind::html);
    CHECK(kind(zhibiao_tests::encoded(page, "UTF-16LE")) == FileKind::html);
    CHECK(kind("\xFE\xFF" + zhibiao_tests::encoded(page, "UTF-16BE")) == FileKind::html);
  }
}

TEST_CASE("saved pages, PDF, RTF and XML") {
  CHECK(kind("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x") ==
        FileKind::mhtml);
  CHECK(kind("MIME-Version: 1.0\nContent-Type: text/html; charset=\"gb2312\"\n\n<html>") == FileKind::mhtml);
  CHECK(kind("%PDF-1.7\n") == FileKind::pdf);
  CHECK(kind("\n%PDF-1.4") == FileKind::pdf);
  CHECK(kind("\xEF\xBB\xBF%PDF-1.4") == FileKind::pdf);
  CHECK(sniff("{\\rtf1\\ansi").what == "an RTF document");
  const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
  CHECK(sniff(xml + "<?mso-application progid=\"Word.Document\"?><w:wordDocument>").what ==
        "a Word document in XML (WordML)");
  CHECK(kind(xml + "<?mso-application progid=\"Word.Document\"?><pkg:package>") == FileKind::office);
  CHECK(kind(xml + "<plan/>") == FileKind::other);
}

TEST_CASE("a ZIP is what its parts are") {
  const std::string types = "[Content_Types].xml";
  for (const bool whole : {true, false}) {
    CHECK(kind(zip({{types, "x"}, {"_rels/.rels", ""}, {"word/document.xml", "y"}}, whole)) == FileKind::docx);
    CHECK(kind(zip({{"OFD.xml", "x"}, {"Doc_0/Document.xml", ""}}, whole)) == FileKind::ofd);
    CHECK(kind(zip({{"./ofd.xml", "x"}}, whole)) == FileKind::ofd);
    CHECK(sniff(zip({{types, "x"}, {"xl/workbook.xml", ""}}, whole)).what == "an Excel workbook (XLSX)");
    CHECK(sniff(zip({{types, "x"}, {"ppt/presentation.xml", ""}}, whole)).what == "a PowerPoint file (PPTX)");
    CHECK(sniff(zip({{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", ""}}, whole)).what ==
          "an EPUB book");
    CHECK(sniff(zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", ""}}, whole)).what ==
          "an OpenDocument text (ODT)");
    CHECK(sniff(zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}, whole)).what ==
          "an OpenDocument sheet or presentation (ODS, ODP)");
    CHECK(sniff(zip({{"plan.txt", "word/document.xml"}}, whole)).what == "a ZIP archive");
  }
  // What is packed inside a part is none of the file's parts.
  const std::string docx = zip({{types, "x"}, {"word/document.xml", "y"}});
  CHECK(kind(zip({{"Doc_0/Attachs/a.docx", docx}, {"OFD.xml", "x"}})) == FileKind::ofd);
  CHECK(kind(zip({{"a.docx", docx}})) == FileKind::other);
  CHECK(kind(zip({})) == FileKind::other);
  // Broken lists do no harm.
  std::string broken = zip({{types, "x"}, {"word/document.xml", "y"}});
  for (std::size_t at = 0; at < broken.size(); ++at) {
    CHECK(kind(broken.substr(0, at)) != FileKind::html);
    std::string changed = broken;
    changed[at] = '\xFF';
    sniff(changed);
  }
}

TEST_CASE("an OLE2 file is what its streams are") {
  CHECK(sniff(ole2({"Root Entry", "1Table", "WordDocument"})).what == "a Word 97-2003 or WPS document (DOC, WPS)");
  CHECK(kind(ole2({"Root Entry", "WordDocument"})) == FileKind::office);
  CHECK(kind(ole2({})) == FileKind::office);
  CHECK(sniff(ole2({"Root Entry", "Workbook"})).what == "an Excel 97-2003 or WPS workbook (XLS, ET)");
  CHECK(sniff(ole2({"Root Entry", "PowerPoint Document"})).what ==
        "a PowerPoint 97-2003 or WPS presentation (PPT, DPS)");
  CHECK(sniff(ole2({"Root Entry", "EncryptionInfo", "EncryptedPackage"})).what == "an encrypted Office document");
}

TEST_CASE("pictures, archives and others say what helps") {
  const auto what = [](const std::string& bytes) {
    const auto sniffed = sniff(bytes);
    CHECK(sniffed.kind == FileKind::other);
    CHECK_FALSE(sniffed.advice.empty());
    return sniffed.what;
  };
  CHECK(what("\x89PNG\r\n\x1A\n") == "a PNG picture");
  CHECK(what("\xFF\xD8\xFF\xE0") == "a JPEG picture");
  CHECK(what("II*\0\x08"s) == "a TIFF picture");
  CHECK(what("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01"s) == "a BMP picture");
  CHECK(what("\x1F\x8B\x08") == "a gzip archive");
  CHECK(what("7z\xBC\xAF\x27\x1C") == "a 7z archive");
  CHECK(what("Rar!\x1A\x07\x01") == "a RAR archive");
  CHECK(what(std::string(257, 'x') + "ustar") == "a tar archive");
  CHECK(what("SQLite format 3\0"s) == "an SQLite database");
  CHECK(what("\xFF\xFE\0\0\x00\x4E\0\0"s) == "UTF-32 text");
}
