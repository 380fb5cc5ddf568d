// The formats a plan comes in: each reader turns a file's bytes into text with landmarks.
#pragma once

#include <string>
#include <string_view>

#include "zhibiao/read.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::read_stage {

/// A file as a reader understood it.
struct Document {
  std::string text;  ///< valid UTF-8; paragraphs end with \n, a table's rows are lines of cells parted by tabs
  FileFacts facts;
};

/// Each throws Error(name, …), one line that says what is wrong and what to do; a document without text comes back empty.

/// HTML and saved web pages: the body's text, tables, labelled data; scripts, navigation and link lists left out.
Document read_html(const std::string& name, std::string_view bytes, const ReadOptions& options);
/// Office Open XML (ISO/IEC 29500): `word/document.xml` with its numbering, tables and footnotes.
Document read_docx(const std::string& name, std::string_view bytes, const ReadOptions& options);
/// GB/T 33190-2016: the pages' TextCode in reading order.
Document read_ofd(const std::string& name, std::string_view bytes, const ReadOptions& options);
/// PDF with a text layer, by poppler's pdftotext as a limited child process.
Document read_pdf(const std::string& name, std::string_view bytes, const ReadOptions& options);
/// Old office files (DOC, WPS, RTF): with `convert` through soffice, else an Error that names the command. `what` is the
/// kind of file for the message.
Document read_office(const std::string& name, std::string_view bytes, const ReadOptions& options,
                     const std::string& what);

}  // namespace zhibiao::read_stage
