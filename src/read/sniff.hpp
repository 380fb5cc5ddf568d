// What kind of file bytes are: told by the bytes alone, never by a name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhibiao::read_stage {

enum class FileKind {
  text,    ///< plain text, Markdown; also bytes of no kind known here
  html,    ///< a page
  mhtml,   ///< a page saved with its pictures in one file (`.mht`)
  docx,    ///< Office Open XML text
  ofd,     ///< GB/T 33190
  pdf,     ///< PDF
  office,  ///< an office file that only an office program reads (DOC, WPS, RTF, ODT, WordML)
  other    ///< nothing that holds a plan's text, or not so that it can be read
};

struct Sniffed {
  FileKind kind = FileKind::text;
  /// What it is, for messages: `a Word 97-2003 or WPS document (DOC)`; empty for text.
  std::string what;
  /// For `other`: what to do with it, in half a sentence.
  std::string advice;
};

/// As many first bytes of a file as are enough to tell any kind but that of a ZIP or OLE2 file for sure.
inline constexpr std::size_t kSniffBytes = 4096;

/// Text that merely contains tags stays text: a page opens with one.
Sniffed sniff(std::string_view bytes);

/// The parts of sniff() that look into a container: bytes that open as ZIP and as OLE2 do.
Sniffed sniff_zip(std::string_view bytes);
Sniffed sniff_ole2(std::string_view bytes);

}  // namespace zhibiao::read_stage
