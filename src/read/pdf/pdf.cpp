// Read, PDF files: text by poppler's pdftotext, a limited child process. Input: the file's bytes; output: text with
// pages, paragraphs and tables, or an Error that says why there is none. The parts: pdf_page (words), pdf_rules,
// pdf_tables and pdf_aligned (tables), pdf_furniture, pdf_labels, pdf_columns, pdf_margins, pdf_paragraphs. Tested by tests/read/pdf_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "read/child.hpp"
#include "read/formats.hpp"
#include "read/pdf/cmaps.hpp"
#include "read/pdf/labels.hpp"
#include "read/pdf/layout.hpp"
#include "read/pdf/rules.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::size_t kFewCharacters = 20;  // a page: too few for the maps to be beyond doubt
constexpr double kCellGap = 0.5;            // em between two words: perhaps cells of a table
constexpr std::size_t kCellLines = 2;       // lines with such gaps: perhaps a table
constexpr std::size_t kNamedPages = 12;     // in a message

constexpr const char* kMapsMissing =
    "the character maps of Chinese fonts are not installed, so text of this PDF would be lost; install the package "
    "poppler-data";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

ChildLimits limits_of(const ReadLimits& limits) {
  ChildLimits out;
  out.cpu_seconds = static_cast<unsigned>(std::min<std::size_t>(limits.child_seconds, 1U << 24U));
  out.memory_bytes = limits.child_bytes;
  out.output_bytes = limits.part_bytes;
  return out;
}

/// An argument for a shell line in a message.
std::string quoted(const std::string& name) {
  std::string out = "'";
  for (const char c : name) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

[[noreturn]] void fail_run(const std::string& name, const ChildResult& result, const ChildLimits& limits) {
  if (result.end == ChildEnd::not_found) {
    throw Error(name, "a PDF document; to read it, install the package poppler-utils (pdftotext)");
  }
  if (result.end != ChildEnd::exited)
    throw Error(name, "pdftotext " + how_it_ended(result, limits) + " on this PDF" + how_to_allow(result));
  if (has(result.err, "Incorrect password")) {
    throw Error(name, "an encrypted PDF; remove the password first: qpdf --password=PASSWORD --decrypt " +
                          quoted(name) + " OUT.pdf");
  }
  if (has(result.err, "ncrypt") || has(result.err, "security handler")) {
    throw Error(name, "a PDF encrypted in a way that pdftotext cannot read; save a copy without protection first");
  }
  throw Error(name,
              "a damaged PDF: pdftotext cannot read it; fetch it again, or try: qpdf " + quoted(name) + " OUT.pdf");
}

std::vector<PdfPage> read_words(const std::string& name, std::string_view bytes, const ChildLimits& limits,
                                PdfCharacters& seen, std::string& errors) {
  ChildCall call;
  call.argv = {"pdftotext", "-enc", "UTF-8", "-eol", "unix", "-tsv", "/dev/stdin", "-"};
  call.input = bytes;
  call.limits = limits;
  ChildResult result = run_child(call);
  if (!result.ok()) fail_run(name, result, limits);
  errors = std::move(result.err);
  return parse_pdf_words(result.out, seen);
}

/// Pages that show pictures, by `pdfimages -list`; empty where it cannot tell.
std::set<std::size_t> pages_with_pictures(std::string_view bytes, const ChildLimits& limits) {
  ChildCall call;
  call.argv = {"pdfimages", "-list", "/dev/stdin"};
  call.input = bytes;
  call.limits = limits;
  const ChildResult result = run_child(call);
  std::set<std::size_t> pages;
  std::string_view rest = result.out;
  while (!rest.empty()) {
    std::string_view row = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), row.size() + 1));
    row.remove_prefix(std::min(row.find_first_not_of(' '), row.size()));
    std::size_t page = 0;
    for (; !row.empty() && row.front() >= '0' && row.front() <= '9' && page < 1000000; row.remove_prefix(1)) {
      page = page * 10 + static_cast<std::size_t>(row.front() - '0');
    }
    if (page > 0) pages.insert(page);
  }
  return pages;
}

/// `3, 7-9, 12`; the first of many.
std::string list_of(const std::vector<std::size_t>& numbers) {
  std::string out;
  std::size_t named = 0;
  for (std::size_t i = 0; i < numbers.size(); ++named) {
    if (named == kNamedPages) return out + " …";
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    if (!out.empty()) out += ", ";
    out += fmt::format("{}", numbers[i]);
    if (last > i) out += fmt::format("-{}", numbers[last]);
    i = last + 1;
  }
  return out;
}

/// No text is an error, some pages without are a warning; a blank page is neither.
void check_pages(const std::string& name, std::string_view bytes, const std::vector<PdfPage>& pages,
                 const PdfCharacters& seen, const std::string& errors, const ChildLimits& limits,
                 std::vector<std::string>& warnings) {
  std::vector<std::size_t> empty;
  for (const PdfPage& page : pages) {
    if (page.words.empty()) empty.push_back(page.number);
  }
  const bool little = !empty.empty() || seen.all < pages.size() * kFewCharacters;
  if (has(errors, "Missing language pack") || (little && !has_chinese_maps(limits))) throw Error(name, kMapsMissing);
  if (empty.size() == pages.size()) {
    throw Error(name, "a PDF without a text layer, perhaps a scan; make one first: ocrmypdf -l chi_sim " +
                          quoted(name) + " OUT.pdf");
  }
  if (empty.empty()) return;
  const std::set<std::size_t> pictures = pages_with_pictures(bytes, limits);
  std::erase_if(empty, [&](std::size_t page) { return !pictures.contains(page); });
  if (empty.empty()) return;
  const bool one = empty.size() == 1;
  warnings.push_back(fmt::format(
      "page{} {} {} pictures and no text, which is not read; make a text layer first: ocrmypdf --skip-text -l chi_sim",
      one ? "" : "s", list_of(empty), one ? "holds" : "hold"));
}

/// Fonts that do not say which characters they show give signs without meaning.
void check_characters(const std::string& name, const PdfCharacters& seen, std::vector<std::string>& warnings) {
  const std::string advice = "make a new text layer: ocrmypdf --force-ocr -l chi_sim " + quoted(name) + " OUT.pdf";
  if (seen.nameless * 5 > seen.all || seen.latin1 * 4 > seen.all) {
    throw Error(name, "a PDF whose fonts do not say which characters they show; " + advice);
  }
  if (seen.nameless * 200 > seen.all) {
    warnings.push_back(fmt::format("{} of {} characters cannot be told, their fonts do not say which they are; {}",
                                   seen.nameless, seen.all, advice));
  }
}

void check_damage(std::string_view bytes, const std::string& errors, std::vector<std::string>& warnings) {
  const std::string_view end = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 2048));
  const bool cut = !has(end, "%%EOF");
  if (cut || has(errors, "xref") || has(errors, "trailer") || has(errors, "Page count")) {
    warnings.emplace_back(cut ? "the PDF is cut off: text may be missing; fetch it again"
                              : "the PDF is damaged: text may be missing; fetch it again");
  }
}

/// Wide gaps in several lines: cells, perhaps.
bool may_hold_table(const PdfPage& page) {
  std::size_t lines = 0;
  for (const PdfLine& line : page.lines) {
    for (std::size_t i = 1; i < line.words.size(); ++i) {
      if (line.words[i].box.x0 - line.words[i - 1].box.x1 > kCellGap * line.em) {
        ++lines;
        break;
      }
    }
  }
  return lines >= kCellLines;
}

void find_tables(std::string_view bytes, std::vector<PdfPage>& pages, const ChildLimits& limits) {
  std::vector<PdfPage*> maybe;
  bool before = false;  // the rest of a table may be one row
  for (PdfPage& page : pages) {
    page.lines = make_pdf_lines(page.words);
    const bool here = may_hold_table(page);
    if (here || before) maybe.push_back(&page);
    before = here;
  }
  // Pages near each other are drawn in one run.
  for (std::size_t i = 0; i < maybe.size();) {
    std::size_t last = i;
    while (last + 1 < maybe.size() && maybe[last + 1]->number - maybe[last]->number <= 4) ++last;
    const auto rules = read_pdf_rules(bytes, maybe[i]->number, maybe[last]->number, limits);
    for (; i <= last; ++i) {
      const auto found = rules.find(maybe[i]->number);
      if (found == rules.end()) continue;
      take_ruled_tables(*maybe[i], found->second);
      maybe[i]->lines = make_pdf_lines(maybe[i]->words);
    }
  }
}

}  // namespace

Document read_pdf(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  const ChildLimits limits = limits_of(options.limits);
  PdfCharacters seen;
  std::string errors;
  std::vector<std::string> warnings;
  std::vector<PdfPage> pages = read_words(name, bytes, limits, seen, errors);
  if (pages.empty()) throw Error(name, "a PDF without pages");
  check_pages(name, bytes, pages, seen, errors, limits, warnings);
  check_characters(name, seen, warnings);
  check_damage(bytes, errors, warnings);
  find_tables(bytes, pages, limits);
  drop_pdf_furniture(pages);
  for (PdfPage& page : pages) take_aligned_tables(page);
  DocumentData labelled = take_pdf_labels(pages.front());
  Document document = write_pdf_text(std::move(pages));
  document.facts.labelled = std::move(labelled);
  document.facts.format = "pdf";
  document.facts.warnings = std::move(warnings);
  return document;
}

}  // namespace zhibiao::read_stage
