// Read: a file becomes a Source. Input: a path or bytes; output: text with what is known of the file, or an Error that
// says what it is, what is wrong and what to do. Tested by tests/read/read_test.cpp.
#include "zhibiao/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/decode.hpp"
#include "read/encoding.hpp"
#include "read/file.hpp"
#include "read/formats.hpp"
#include "read/limits.hpp"
#include "read/mhtml.hpp"
#include "read/sniff.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao {
namespace {

using read_stage::Document;
using read_stage::FileKind;
using read_stage::too_large;

[[noreturn]] void fail(const std::string& name, const std::string& what) { throw Error(name, what); }

/// Time is linear in a line's length: who wants to bound it asks for that.
void check_lines(const std::string& name, std::string_view text, std::size_t limit) {
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end - at > limit) {
      throw Error(name, fmt::format("line {} is {}", number, too_large(limit, "line")), number);
    }
    at = end + 1;
  }
}

Document read_text(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  Document document;
  document.text = read_stage::decode_text(name, bytes, options, "", document.facts);
  return document;
}

Document read_mhtml(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  const std::string page = read_stage::page_of_mhtml(bytes);
  if (page.empty()) fail(name, "a saved web page (MHTML) without a page in it; save it as HTML");
  return read_stage::read_html(name, page, options);
}

Document read_document(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  const read_stage::Sniffed sniffed = read_stage::sniff(bytes);
  Document document;
  switch (sniffed.kind) {
    case FileKind::text: document = read_text(name, bytes, options); break;
    case FileKind::html: document = read_stage::read_html(name, bytes, options); break;
    case FileKind::mhtml: document = read_mhtml(name, bytes, options); break;
    case FileKind::docx: document = read_stage::read_docx(name, bytes, options); break;
    case FileKind::ofd: document = read_stage::read_ofd(name, bytes, options); break;
    case FileKind::pdf: document = read_stage::read_pdf(name, bytes, options); break;
    case FileKind::office: document = read_stage::read_office(name, bytes, options, sniffed.what); break;
    case FileKind::other: fail(name, sniffed.what + ", which is not read; " + sniffed.advice);
  }
  if (read_stage::is_blank(document.text)) {
    fail(name, sniffed.what.empty() ? "the file holds nothing but blanks" : sniffed.what + " without any text");
  }
  check_lines(name, document.text, options.limits.line_bytes);
  return document;
}

}  // namespace

Source read(const std::string& path, const ReadOptions& options) {
  return read_bytes(path, read_stage::read_file(path, options.limits.file_bytes), options);
}

Source read_bytes(const std::string& name, std::string bytes, const ReadOptions& options) {
  if (bytes.empty()) fail(name, "the file is empty");
  if (bytes.size() > options.limits.file_bytes) fail(name, too_large(options.limits.file_bytes));
  Document document = read_document(name, bytes, options);
  return Source(read_stage::valid_utf8(name), std::move(document.text), std::move(document.facts));
}

}  // namespace zhibiao
