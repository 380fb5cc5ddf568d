// Read, PDF files: what stands where on a page. All lengths are points (1/72 inch), x grows to the right and y downwards.
// Made by page.cpp from pdftotext's TSV; tested by tests/read/pdf_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::read_stage {

struct Box {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;
  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double middle() const { return (y0 + y1) / 2; }
  double centre() const { return (x0 + x1) / 2; }
  void add(const Box& other);
};

/// Characters without a gap between them.
struct PdfWord {
  Box box;
  std::string text;
};

/// Words side by side.
struct PdfLine {
  Box box;
  double em = 0;  ///< width of a Chinese character
  std::vector<PdfWord> words;
};

/// A table: rows of cells, the merged ones with their text in the first.
struct PdfTable {
  Box box;
  std::vector<double> edges;  ///< x of the columns' borders
  std::vector<std::vector<std::string>> rows;
};

struct PdfPage {
  std::size_t number = 0;  ///< from 1
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;  ///< those outside tables
  std::vector<PdfLine> lines;  ///< made of them, in reading order
  std::vector<PdfTable> tables;
};

/// What was seen while reading the characters of all pages.
struct PdfCharacters {
  std::size_t all = 0;       ///< without blanks
  std::size_t nameless = 0;  ///< private use, U+FFFD, controls: glyphs whose font does not say what they are
  std::size_t latin1 = 0;    ///< U+0080 to U+00FF, what Chinese text of a wrong encoding looks like
};

/// The pages of `pdftotext -tsv`'s output. Look-alike radicals become the characters they stand for.
std::vector<PdfPage> parse_pdf_words(std::string_view tsv, PdfCharacters& seen);

/// The words as lines, from top to bottom and left to right.
std::vector<PdfLine> make_pdf_lines(std::vector<PdfWord> words);

/// The text of a line; gaps are blanks, wide gaps are wide blanks.
std::string text_of(const PdfLine& line);

/// The text of lines that belong together, as in a cell.
std::string text_of(const std::vector<PdfLine>& lines);

/// `before` goes on with `after` on a next line: appended, with a blank between two Latin words or numbers.
void append_wrapped(std::string& before, std::string_view after);

/// The character before the end (at the start) of a text; 0 if there is none.
char32_t last_char(std::string_view text);
char32_t first_char(std::string_view text);
/// Takes one character off the front.
char32_t take_char(std::string_view& text);

/// Takes a Chinese character's width.
bool is_wide(char32_t ch);
/// The width in Chinese characters: of narrow ones two make a wide one.
inline double units_of(char32_t ch) { return is_wide(ch) ? 1 : 0.5; }
double units_of(std::string_view text);

/// The middle one of the values; 0 if there is none.
double median(std::vector<double> values);

}  // namespace zhibiao::read_stage
