// Read, PDF files: a test of the reader itself with a PDF made here. Input: none; output: whether Chinese text comes
// back from it. Tested by tests/read/pdf_test.cpp.
#include "read/pdf/cmaps.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

namespace zhibiao::read_stage {
namespace {

/// One page with two characters, in GBK: BCC6 BBAE.
std::string tiny_pdf() {
  constexpr std::string_view kContent = "BT /F 20 Tf 20 50 Td <BCC6BBAE> Tj ET";
  const std::array<std::string, 6> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      fmt::format("<</Length {}>>stream\n{}\nendstream", kContent.size(), kContent),
      "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>",
      "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
      "/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880/Descent -120"
      "/CapHeight 880/ItalicAngle 0/StemV 90/FontBBox[-25 -254 1000 880]>>>>"};
  std::string pdf = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = pdf.size();
  pdf += table + fmt::format("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, start);
  return pdf;
}

}  // namespace

bool reads_chinese_maps(const ChildLimits& limits) {
  const std::string pdf = tiny_pdf();
  ChildCall call;
  call.argv = {"pdftotext", "-enc", "UTF-8", "/dev/stdin", "-"};
  call.input = pdf;
  call.limits = limits;
  return run_child(call).out.find("\xE8\xAE\xA1\xE5\x88\x92") != std::string::npos;
}

bool has_chinese_maps(const ChildLimits& limits) {
  static const bool there = reads_chinese_maps(limits);
  return there;
}

}  // namespace zhibiao::read_stage
