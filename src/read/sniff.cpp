// Read, what kind of file. Input: bytes; output: which reader they need. Tested by tests/read/sniff_test.cpp.
#include "read/sniff.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "read/encoding.hpp"

namespace zhibiao::read_stage {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::size_t at;
  const char* what;
  const char* advice;
};

constexpr const char* kPicture = "make a PDF with text of it: ocrmypdf -l chi_sim --image-dpi 300 FILE OUT.pdf";
constexpr const char* kArchive = "unpack it and give the files in it";

constexpr std::array kOthers = {
    Magic{"\x89PNG\r\n"sv, 0, "a PNG picture", kPicture},
    Magic{"\xFF\xD8\xFF"sv, 0, "a JPEG picture", kPicture},
    Magic{"II*\0"sv, 0, "a TIFF picture", kPicture},
    Magic{"MM\0*"sv, 0, "a TIFF picture", kPicture},
    Magic{"GIF8"sv, 0, "a GIF picture", kPicture},
    Magic{"WEBPVP8"sv, 8, "a WebP picture", kPicture},
    Magic{"AT&TFORM"sv, 0, "a DjVu document", "make a PDF of it: ddjvu -format=pdf FILE OUT.pdf"},
    Magic{"\x1F\x8B"sv, 0, "a gzip archive", "unpack it: gunzip FILE"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, 0, "a 7z archive", kArchive},
    Magic{"Rar!\x1A\x07"sv, 0, "a RAR archive", kArchive},
    Magic{"\xFD"
          "7zXZ\0"sv,
          0, "an xz archive", "unpack it: unxz FILE"},
    Magic{"\x28\xB5\x2F\xFD"sv, 0, "a zstd archive", "unpack it: unzstd FILE"},
    Magic{"1AY&SY"sv, 4, "a bzip2 archive", "unpack it: bunzip2 FILE"},
    Magic{"ustar"sv, 257, "a tar archive", kArchive},
    Magic{"SQLite format 3\0"sv, 0, "an SQLite database", "give the documents it was made from"},
    Magic{"\x7F"
          "ELF"sv,
          0, "a program", "give documents"},
    Magic{"\xFF\xFE\0\0"sv, 0, "UTF-32 text", "convert it first: iconv -f UTF-32 -t UTF-8"},
    Magic{"\0\0\xFE\xFF"sv, 0, "UTF-32 text", "convert it first: iconv -f UTF-32 -t UTF-8"},
};

/// Tags that open a page, and tags that may as well open a text with some HTML in it, such as Markdown.
constexpr std::array kPageTags = {"!doctype"sv, "html"sv, "head"sv, "body"sv,   "meta"sv,
                                  "title"sv,    "link"sv, "base"sv, "script"sv, "style"sv};
constexpr std::array kPieceTags = {"table"sv, "p"sv,  "div"sv, "span"sv, "center"sv, "font"sv,    "section"sv,
                                   "ul"sv,    "ol"sv, "h1"sv,  "h2"sv,   "h3"sv,     "article"sv, "main"sv};

/// The file's start in lower case ASCII letters, whatever its encoding: without byte order mark and the NULs of UTF-16.
std::string plain_start(std::string_view bytes) {
  for (const auto mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  }
  std::string start;
  for (const char c : bytes.substr(0, kSniffBytes)) {
    if (c != '\0') start += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return start;
}

std::string_view skip_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\f");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// Without the blanks, comments and `<?…?>` in front.
std::string_view skip_comments(std::string_view text) {
  while (true) {
    text = skip_blanks(text);
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?")) return text;
    const std::string_view closing = comment ? "-->"sv : "?>"sv;
    const std::size_t end = text.find(closing);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + closing.size());
  }
}

template <typename Tags>
bool opens_with(std::string_view text, const Tags& tags) {
  if (!text.starts_with('<')) return false;
  text.remove_prefix(1);
  return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) {
    if (!text.starts_with(tag)) return false;
    const std::string_view rest = text.substr(tag.size());
    return rest.empty() || std::string_view(" \t\r\n>/").find(rest.front()) != std::string_view::npos;
  });
}

/// True if nothing but a tag stands at the end.
bool ends_with_tag(std::string_view bytes) {
  const std::size_t last = bytes.find_last_not_of("\0 \t\r\n\f\x1A"sv);
  return last != std::string_view::npos && bytes[last] == '>';
}

bool is_mhtml(std::string_view start) {
  const std::string_view head = skip_blanks(start);
  constexpr std::array kFields = {"from:"sv, "mime-version:"sv, "subject:"sv, "date:"sv, "content-type:"sv};
  const bool mail =
      std::any_of(kFields.begin(), kFields.end(), [&](std::string_view field) { return head.starts_with(field); });
  return mail && head.find("mime-version:") != std::string_view::npos &&
         (head.find("multipart/related") != std::string_view::npos || head.find("text/html") != std::string_view::npos);
}

/// Markup opens with a tag or the name of a mail's field, blanks and marks aside: most texts show with their first
/// character that they do not.
bool may_be_markup(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of("\0 \t\r\n\f\xEF\xBB\xBF\xFE\xFF"sv);
  if (first == std::string_view::npos) return false;
  const auto c = static_cast<unsigned char>(bytes[first]);
  return c == '<' || (c < 0x80 && std::isalpha(c) != 0);
}

/// Markup: pages, WordML, other XML.
Sniffed sniff_markup(std::string_view bytes) {
  if (!may_be_markup(bytes)) return {};
  const std::string start = plain_start(bytes);
  if (is_mhtml(start)) return {FileKind::mhtml, "a saved web page (MHTML)", ""};
  const std::string_view text = skip_blanks(start);
  if (!text.starts_with('<')) return {};
  const Sniffed page{FileKind::html, "an HTML page", ""};
  const std::string_view body = skip_comments(text);
  if (opens_with(body, kPageTags)) return page;
  if (opens_with(body, kPieceTags) && ends_with_tag(bytes)) return page;
  if (!text.starts_with("<?xml")) return {};
  if (text.find("progid=\"word.document\"") != std::string_view::npos ||
      text.find("schemas.microsoft.com/office/word") != std::string_view::npos) {
    return {FileKind::office, "a Word document in XML (WordML)", ""};
  }
  return {FileKind::other, "an XML file", "give the document it was made from"};
}

bool is_bitmap(std::string_view bytes) {
  return bytes.starts_with("BM") && bytes.size() > 26 && bytes.substr(6, 4) == "\0\0\0\0"sv;
}

}  // namespace

Sniffed sniff(std::string_view bytes) {
  if (skip_blanks(bytes.substr(0, 1024)).starts_with("%PDF-") || bytes.starts_with("\xEF\xBB\xBF%PDF-"sv)) {
    return {FileKind::pdf, "a PDF document", ""};
  }
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return sniff_zip(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return sniff_ole2(bytes);
  if (bytes.starts_with("{\\rtf")) return {FileKind::office, "an RTF document", ""};
  if (is_bitmap(bytes)) return {FileKind::other, "a BMP picture", kPicture};
  for (const Magic& magic : kOthers) {
    if (bytes.size() > magic.at && bytes.substr(magic.at).starts_with(magic.bytes)) {
      return {FileKind::other, magic.what, magic.advice};
    }
  }
  return sniff_markup(bytes);
}

}  // namespace zhibiao::read_stage
