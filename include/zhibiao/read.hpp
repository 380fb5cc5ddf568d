// The first stage: a file becomes a Source.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "zhibiao/source.hpp"

namespace zhibiao {

/// What a single document may cost. One that would cost more is refused with the limit's name (docs/limits.md).
struct ReadLimits {
  std::size_t file_bytes = std::size_t{1} << 30;    ///< of a file; of all unpacked parts of an archive together
  std::size_t line_bytes = std::size_t{1} << 30;    ///< of a line of text, a paragraph, a table's row
  std::size_t part_bytes = std::size_t{256} << 20;  ///< of one unpacked part of an archive, counted not declared
  std::size_t parts = 10000;                        ///< entries of an archive
  std::size_t ratio = 1000;                         ///< unpacked to packed bytes of a part above 1 MiB
  std::size_t depth = 256;                          ///< of XML and HTML elements
  std::size_t elements = 5'000'000;                 ///< of a web page: some 2 GiB of memory
  std::size_t records = 1'000'000;                  ///< of a document; rows of a table read back
  std::size_t child_seconds = 120;                  ///< of CPU time of a program that reads PDF or old office files
  std::size_t child_bytes = std::size_t{2} << 30;   ///< of its memory
};

/// A limit by the name that messages and `--limit` call it.
struct LimitField {
  std::string_view name;
  std::size_t ReadLimits::*member;
  bool bytes;              ///< a size, which may be written with K, M or G
  std::string_view about;  ///< what it bounds
};
std::span<const LimitField> limit_fields();

/// Sets a limit as `NAME=VALUE` says: `line=64M`, `depth=1000`. Throws Error for what is none.
void set_limit(ReadLimits& limits, std::string_view text);

struct ReadOptions {
  std::string encoding;  ///< of text files and HTML; empty: told by the bytes. `utf-8`, `gb18030`, `big5`, `utf-16le` …
  bool replace = false;  ///< read bytes that fit nothing as U+FFFD (with a warning that counts them) instead of failing
  bool convert = false;  ///< run soffice on old office files (DOC, WPS, RTF)
  ReadLimits limits;
};

/// Reads one file (`-`: standard input), whatever its format: plain text, Markdown, HTML, DOCX, OFD or PDF, told by its
/// bytes and not by its name. Throws Error with file, place, what is wrong and what to do for what cannot be read; a
/// file without any text is such an error, and a file that changes meanwhile.
///
/// The text of the Source, which all offsets count in, is: of a UTF-8 text file its own bytes, a byte order mark
/// included (which is no column and no text); of a text file in another encoding its text in UTF-8 without the mark; of
/// the other formats what their readers make. Line ends stay as they are, but a text with CR alone (old Mac) has each of
/// them as LF, which moves no offset.
///
/// The encoding is `options.encoding`, else what the byte order mark says, else UTF-8 where all bytes are that, else
/// the one of GB18030, UTF-16 and Big5 that reads as the most usual Chinese text; a guess that reads as unusual text is
/// a warning.
Source read(const std::string& path, const ReadOptions& options = {});

/// The same for bytes at hand; `name` is printed in records and messages.
Source read_bytes(const std::string& name, std::string bytes, const ReadOptions& options = {});

/// The name of an encoding as this program writes it (`GB18030` for `gbk` and `gb2312`, as WHATWG's Encoding Standard
/// reads those labels); empty if there is none of that name.
std::string find_encoding(std::string_view label);

}  // namespace zhibiao
