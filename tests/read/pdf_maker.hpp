// Makes small PDF files by hand: text in a GBK font that is not embedded, as official documents are set, and lines.
#pragma once

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <string>
#include <vector>

namespace zhibiao_tests {

/// Places count in points from the upper left corner of the page, to where a line of text begins at its foot.
class PdfMaker {
 public:
  explicit PdfMaker(double width = 595, double height = 842) : width_(width), height_(height) {}

  void page() { pages_.emplace_back(); }
  void text(double x, double y, double size, const std::string& utf8) {
    pages_.back() += fmt::format("BT /F {} Tf {} {} Td <{}> Tj ET\n", size, x, height_ - y, hex(gbk(utf8)));
  }
  /// Text in a font that says what its signs 1, 2, 3 … are: these code points.
  void mapped(double x, double y, double size, const std::vector<unsigned>& code_points) {
    std::string signs;
    for (const unsigned point : code_points) {
      mapped_.push_back(point);
      signs += fmt::format("{:04X}", mapped_.size());
    }
    pages_.back() += fmt::format("BT /M {} Tf {} {} Td <{}> Tj ET\n", size, x, height_ - y, signs);
  }
  void line(double x0, double y0, double x1, double y1) {
    pages_.back() += fmt::format("{} {} m {} {} l S\n", x0, height_ - y0, x1, height_ - y1);
  }
  /// A picture over the whole page.
  void picture() { pages_.back() += fmt::format("q {} 0 0 {} 0 0 cm /I Do Q\n", width_, height_); }

  /// The file. `trailer` is put into its trailer.
  std::string str(const std::string& trailer = "") const {
    std::vector<std::string> objects(6);
    objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
    objects[2] =
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[" + font("GB1") + "]>>";
    objects[3] = "<</Type/Font/Subtype/Type0/BaseFont/Signs/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[" +
                 font("Identity") + "]>>";
    objects[4] = stream("", unicodes());
    objects[5] = stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "0");
    std::string kids;
    for (const std::string& content : pages_) {
      kids += fmt::format("{} 0 R ", objects.size() + 1);
      objects.push_back(
          fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 {} {}]/Contents {} 0 R/Resources<</Font<</F 3 0 R/M 4 0 "
                      "R>>/XObject<</I 6 0 R>>>>>>",
                      width_, height_, objects.size() + 2));
      objects.push_back(stream("", content));
    }
    objects[1] = fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages_.size());
    std::string pdf = "%PDF-1.4\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
      table += fmt::format("{:010} 00000 n \n", pdf.size());
      pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const std::size_t start = pdf.size();
    return pdf + table +
           fmt::format("trailer<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, trailer, start);
  }

 private:
  static std::string hex(const std::string& bytes) {
    std::string out;
    for (const char c : bytes) out += fmt::format("{:02X}", static_cast<unsigned char>(c));
    return out;
  }
  static std::string gbk(const std::string& utf8) {
    std::string out(utf8.size() * 2 + 8, '\0');
    UErrorCode error = U_ZERO_ERROR;
    const auto size = ucnv_convert("GBK", "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                                   static_cast<std::int32_t>(utf8.size()), &error);
    out.resize(static_cast<std::size_t>(size));
    return out;
  }
  static std::string stream(const std::string& dictionary, const std::string& content) {
    return fmt::format("<<{}/Length {}>>stream\n{}\nendstream", dictionary, content.size(), content);
  }
  static std::string font(const std::string& ordering) {
    return fmt::format(
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering({})"
        "/Supplement 0>>/W[814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880"
        "/Descent -120/CapHeight 880/ItalicAngle 0/StemV 90/FontBBox[-25 -254 1000 880]>>>>",
        ordering);
  }
  std::string unicodes() const {
    std::string out = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
    for (std::size_t i = 0; i < mapped_.size(); ++i) {
      out += fmt::format("1 beginbfchar <{:04X}> <{:04X}> endbfchar\n", i + 1, mapped_[i]);
    }
    return out + "endcmap\n";
  }

  double width_;
  double height_;
  std::vector<std::string> pages_;
  std::vector<unsigned> mapped_;
};

}  // namespace zhibiao_tests
