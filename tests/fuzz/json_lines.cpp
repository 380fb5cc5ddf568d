// Fuzzer: documents as lines of JSON.
#include "zhibiao/json_lines.hpp"

#include <sstream>

#include "check.hpp"
#include "read/sniff.hpp"
#include "target.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao_fuzz {
namespace {

constexpr std::size_t kLongest = 4096;

void read_text(const zhibiao::JsonDocument& document) {
  using zhibiao::read_stage::FileKind;
  const FileKind kind = zhibiao::read_stage::sniff(document.text).kind;
  if (kind == FileKind::pdf || kind == FileKind::office) return;
  zhibiao::ReadOptions options;
  options.encoding = "utf-8";
  const zhibiao::Source source = zhibiao::read_bytes("plan", document.text, options);
  require(is_text(source.text()), "a document's text is UTF-8 without NUL");
}

}  // namespace

void json_lines(std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  zhibiao::JsonLines lines(in, "docs.jsonl", kLongest);
  while (auto line = lines.next()) {
    require(line->too_long ? line->text.empty() : line->text.size() <= kLongest, "no line is longer than the limit");
    accepted([&] {
      const zhibiao::JsonDocument document = zhibiao::parse_document(line->place, std::move(line->text));
      require(!document.id.empty() && !document.text.empty(), "a document has an id and a text");
      require(!document.year || (*document.year >= 1 && *document.year <= 9999), "a year is one");
      read_text(document);
    });
  }
  require(lines.used() == bytes.size(), "every byte was looked at");
}

}  // namespace zhibiao_fuzz
