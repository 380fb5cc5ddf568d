// Fuzzer: what pdftotext and pdftocairo print of a PDF, made into text. Input: the words as TSV, then, behind a line
// `@@`, drawings as SVG.
#include "check.hpp"
#include "read/pdf/labels.hpp"
#include "read/pdf/layout.hpp"
#include "read/pdf/page.hpp"
#include "read/pdf/rules.hpp"
#include "target.hpp"

namespace zhibiao_fuzz {
namespace {

using zhibiao::read_stage::Document;
using zhibiao::read_stage::PdfPage;

Document read_pages(std::string_view tsv, std::string_view svg) {
  zhibiao::read_stage::PdfCharacters seen;
  std::vector<PdfPage> pages = zhibiao::read_stage::parse_pdf_words(tsv, seen);
  require(seen.nameless <= seen.all && seen.latin1 <= seen.all, "no more strange characters than characters");
  if (pages.empty()) return {};
  const auto rules = zhibiao::read_stage::parse_pdf_rules(svg);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i < rules.size()) zhibiao::read_stage::take_ruled_tables(pages[i], rules[i]);
    pages[i].lines = zhibiao::read_stage::make_pdf_lines(pages[i].words);
  }
  zhibiao::read_stage::drop_pdf_furniture(pages);
  for (PdfPage& page : pages) zhibiao::read_stage::take_aligned_tables(page);
  const auto labelled = zhibiao::read_stage::take_pdf_labels(pages.front());
  Document document = zhibiao::read_stage::write_pdf_text(std::move(pages));
  document.facts.labelled = labelled;
  return document;
}

}  // namespace

void pdf(std::string_view bytes) {
  const std::string text = as_text(bytes);  // as pdftotext prints it
  const std::size_t cut = std::min(text.find("\n@@\n"), text.size());
  const std::string_view tsv = std::string_view(text).substr(0, cut);
  const std::string_view svg = std::string_view(text).substr(std::min(cut + 4, text.size()));
  accepted([&] {
    const Document document = read_pages(tsv, svg);
    check_document(document);
    require(read_pages(tsv, svg).text == document.text, "the same pages give the same text");
  });
}

}  // namespace zhibiao_fuzz
