// Read, kinds of files that are containers. Input: bytes of a ZIP or an OLE2 file; output: which document it holds, told
// by the names of its parts. Tested by tests/read/sniff_test.cpp.
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "read/sniff.hpp"

namespace zhibiao::read_stage {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostNames = 20000;

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i > 0; --i) number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return number;
}

/// Lower case, with slashes, without what stands for the top folder.
std::string plain_name(std::string_view name) {
  std::string plain(name);
  for (char& c : plain) c = c == '\\' ? '/' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  while (plain.starts_with("./") || plain.starts_with("/")) plain.erase(0, plain.find('/') + 1);
  return plain;
}

/// Names in the list at the end of a ZIP; none if that list is not there or broken.
std::vector<std::string> listed_names(std::string_view bytes) {
  constexpr std::size_t kEndSize = 22;
  constexpr std::size_t kEntrySize = 46;
  std::vector<std::string> names;
  const std::size_t end = bytes.rfind("PK\x05\x06"sv);
  if (end == std::string_view::npos || end + kEndSize > bytes.size()) return names;
  std::size_t at = number_at(bytes, end + 16, 4);
  while (at <= end && end - at >= kEntrySize && bytes.substr(at, 4) == "PK\x01\x02"sv && names.size() < kMostNames) {
    const std::size_t size = number_at(bytes, at + 28, 2);
    names.push_back(plain_name(bytes.substr(at + kEntrySize, size)));
    at += kEntrySize + size + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
  }
  return names;
}

/// Names as they stand before each part: what is left of a ZIP whose end is cut off.
std::vector<std::string> scattered_names(std::string_view bytes) {
  constexpr std::size_t kHeaderSize = 30;
  std::vector<std::string> names;
  for (std::size_t at = 0; at != std::string_view::npos && names.size() < kMostNames;
       at = bytes.find("PK\x03\x04"sv, at + 4)) {
    if (bytes.size() - at < kHeaderSize) break;
    names.push_back(plain_name(bytes.substr(at + kHeaderSize, number_at(bytes, at + 26, 2))));
  }
  return names;
}

/// A name in an OLE2 directory: UTF-16 at the start of an entry of 128 bytes, ended by NUL.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  wide.append(2, '\0');
  for (std::size_t at = bytes.find(wide); at != std::string_view::npos; at = bytes.find(wide, at + 1)) {
    if (at % 128 == 0) return true;
  }
  return false;
}

}  // namespace

Sniffed sniff_zip(std::string_view bytes) {
  std::vector<std::string> names = listed_names(bytes);
  if (names.empty()) names = scattered_names(bytes);
  const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  const auto has_folder = [&](std::string_view folder) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(folder); });
  };
  if (has("ofd.xml")) return {FileKind::ofd, "an OFD document", ""};
  if (has_folder("word/")) return {FileKind::docx, "a Word document (DOCX)", ""};
  if (has_folder("xl/")) {
    return {FileKind::other, "an Excel workbook (XLSX)", "save the sheet as text, or the table in a Word document"};
  }
  if (has_folder("ppt/")) return {FileKind::other, "a PowerPoint file (PPTX)", "save its outline as text"};
  if (has("meta-inf/container.xml")) return {FileKind::other, "an EPUB book", "save its chapters as HTML"};
  // OpenDocument files open with a part that says what they are, not packed.
  const std::string_view start = bytes.substr(0, kSniffBytes);
  if (start.find("opendocument.text"sv) != std::string_view::npos) {
    return {FileKind::office, "an OpenDocument text (ODT)", ""};
  }
  if (start.find("vnd.oasis.opendocument."sv) != std::string_view::npos) {
    return {FileKind::other, "an OpenDocument sheet or presentation (ODS, ODP)", "save it as text"};
  }
  return {FileKind::other, "a ZIP archive", "unpack it and give the files in it"};
}

Sniffed sniff_ole2(std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage")) {
    return {FileKind::other, "an encrypted Office document", "open it with its password and save it without one"};
  }
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) {
    return {FileKind::other, "an Excel 97-2003 or WPS workbook (XLS, ET)", "save the sheet as text"};
  }
  if (has_stream(bytes, "PowerPoint Document")) {
    return {FileKind::other, "a PowerPoint 97-2003 or WPS presentation (PPT, DPS)", "save its outline as text"};
  }
  return {FileKind::office, "a Word 97-2003 or WPS document (DOC, WPS)", ""};
}

}  // namespace zhibiao::read_stage
