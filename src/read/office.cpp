// Read, old office files (DOC, WPS, RTF): soffice makes a DOCX of them if the user asks for it. Input: the file's bytes;
// output: the DOCX's text, or an Error that names the command. Tested by tests/read/office_test.cpp.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "read/child.hpp"
#include "read/formats.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr const char* kNotInstalled =
    "; soffice, which converts it, is not installed: install the package libreoffice-writer-nogui";

std::string quoted(const std::string& name) {
  std::string out = "'";
  for (const char c : name) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// The ending by which soffice tries its filters first; it looks into the file as well.
const char* ending_of(std::string_view bytes) {
  if (bytes.starts_with("{\\rtf")) return ".rtf";
  if (bytes.starts_with("PK")) return ".odt";
  return bytes.starts_with("\xD0\xCF\x11\xE0") ? ".doc" : ".xml";
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw Error("", "no room for a temporary file: " + path);
}

/// The whole file; empty if there is none, or one that is larger than the limit.
std::optional<std::string> read_file(const std::string& path, std::size_t most) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error || size > most) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  return file ? std::optional(std::move(bytes)) : std::nullopt;
}

/// The last line of what a program said, without control characters.
std::string last_words(const std::string& said) {
  std::string_view text = said;
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  std::string line(text.substr(text.rfind('\n') + 1).substr(0, 200));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }, ' ');
  return line;
}

/// Runs soffice in a folder of its own, with a profile of its own: neither sees others, or is seen.
std::string convert_to_docx(const std::string& name, std::string_view bytes, const ReadLimits& limits,
                            const std::string& what) {
  const TemporaryFolder folder;
  const std::string input = folder.path() + "/document" + ending_of(bytes);
  write_file(input, bytes);
  ChildCall call;
  call.argv = {find_program("soffice") ? "soffice" : "libreoffice",
               "-env:UserInstallation=file://" + folder.path() + "/profile",
               "--headless",
               "--norestore",
               "--nologo",
               "--nolockcheck",
               "--convert-to",
               "docx:MS Word 2007 XML",
               "--outdir",
               folder.path() + "/out",
               input};
  call.home = folder.path();
  call.limits.cpu_seconds = static_cast<unsigned>(std::min<std::size_t>(limits.child_seconds, 1U << 24U));
  call.limits.memory_bytes = limits.child_bytes;
  call.limits.output_bytes = 1U << 20U;
  call.limits.writes_files = true;
  const ChildResult result = run_child(call);
  if (result.end == ChildEnd::not_found) throw Error(name, what + kNotInstalled);
  if (result.end != ChildEnd::exited) {
    throw Error(name,
                what + "; soffice, which converts it, " + how_it_ended(result, call.limits) + how_to_allow(result));
  }
  const auto docx = read_file(folder.path() + "/out/document.docx", limits.file_bytes);
  if (!docx) {
    const std::string said = last_words(result.err);
    throw Error(name, what + "; soffice could not convert it" + (said.empty() ? "" : ": " + said));
  }
  return *docx;
}

}  // namespace

Document read_office(const std::string& name, std::string_view bytes, const ReadOptions& options,
                     const std::string& what) {
  if (!options.convert) {
    throw Error(name, what + "; convert it first: soffice --headless --convert-to docx " + quoted(name) +
                          " (or let zhibiao do it: --convert)");
  }
  const std::string docx = convert_to_docx(name, bytes, options.limits, what);
  Document document = read_docx(name, docx, options);
  document.facts.warnings.insert(document.facts.warnings.begin(),
                                 what + ", read from what soffice made of it; its look may differ");
  return document;
}

}  // namespace zhibiao::read_stage
