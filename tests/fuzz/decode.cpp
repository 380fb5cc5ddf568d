// Fuzzer: bytes of any encoding become UTF-8, and are told by their first bytes. The first byte chooses the options.
#include "read/decode.hpp"

#include <algorithm>
#include <array>

#include "check.hpp"
#include "read/encoding.hpp"
#include "read/guess.hpp"
#include "read/sniff.hpp"
#include "target.hpp"

namespace zhibiao_fuzz {
namespace {

constexpr std::array kNames = {"", "utf-8", "gb18030", "big5", "utf-16le", "utf-16be", "", ""};

/// Without an encoding named, text with such controls may as well be taken for another encoding's.
bool has_controls(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0 && c < ' ' && (c < '\t' || c > '\r'); });
}

void decode_with(std::string_view bytes, const zhibiao::ReadOptions& options, std::string_view label) {
  zhibiao::read_stage::Document once;
  const bool readable =
      accepted([&] { once.text = zhibiao::read_stage::decode_text("plan.txt", bytes, options, label, once.facts); });
  if (!readable) {
    require(!options.replace, "with --replace every text can be read");
    return;
  }
  check_document(once);
  const bool named = options.encoding == "utf-8";
  const bool plain = !bytes.empty() && is_text(bytes) && (named || (options.encoding.empty() && !has_controls(bytes)));
  require(!plain || once.text.size() == bytes.size(), "UTF-8 keeps its offsets");
  require(!plain || bytes.find('\r') != std::string_view::npos || once.text == bytes, "UTF-8 stays as it is");
  zhibiao::FileFacts again;
  require(zhibiao::read_stage::decode_text("plan.txt", bytes, options, label, again) == once.text,
          "the same bytes give the same text");
}

}  // namespace

void decode(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto choice = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  zhibiao::ReadOptions options;
  options.encoding = kNames[choice & 7U];
  options.replace = (choice & 8U) != 0;
  decode_with(bytes, options, (choice & 16U) != 0 ? "gbk" : "");
  const auto kind = zhibiao::read_stage::sniff(bytes).kind;
  require(kind != zhibiao::read_stage::FileKind::other || !zhibiao::read_stage::sniff(bytes).advice.empty(),
          "a kind that is not read comes with advice");
}

}  // namespace zhibiao_fuzz
