// Read, bytes to UTF-8. Input: a file's bytes, what it and the user say of their encoding; output: its text, or the
// place of the first byte that fits nothing. Tested by tests/read/decode_test.cpp.
#include "read/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "read/convert.hpp"
#include "read/encoding.hpp"
#include "read/guess.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};

constexpr std::array kMarks = {
    Mark{"\xEF\xBB\xBF"sv, Encoding::utf8},
    Mark{"\xFF\xFE"sv, Encoding::utf16le},
    Mark{"\xFE\xFF"sv, Encoding::utf16be},
    Mark{"\x84\x31\x95\x33"sv, Encoding::gb18030},
};

/// An encoding and how it is known.
struct Choice {
  Encoding encoding = Encoding::utf8;
  std::size_t mark = 0;     ///< bytes of the byte order mark
  std::string_view reason;  ///< for messages
  bool guessed = false;
  double usual = 1;
  bool checked = false;  ///< all bytes are known to be UTF-8 without controls that no text needs
};

bool is_utf16(Encoding encoding) { return encoding == Encoding::utf16le || encoding == Encoding::utf16be; }

const Mark* mark_of(std::string_view bytes) {
  const auto* const found =
      std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& mark) { return bytes.starts_with(mark.bytes); });
  return found == kMarks.end() ? nullptr : found;
}

/// Control characters that no text needs: short UTF-16 text may be legal UTF-8 but for them.
bool has_controls(std::string_view bytes) {
  const auto is_control = [](char c) { return c >= 0 && c < ' ' && (c < '\t' || c > '\r'); };
  // Eight bytes at a time: few hold any control character, a line's end included.
  for (std::uint64_t word = 0; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
    std::memcpy(&word, bytes.data(), sizeof word);
    const bool low = ((word - 0x2020202020202020) & ~word & 0x8080808080808080) != 0;
    if (low && std::any_of(bytes.begin(), bytes.begin() + sizeof word, is_control)) return true;
  }
  return std::any_of(bytes.begin(), bytes.end(), is_control);
}

Choice choose(const std::string& name, std::string_view bytes, const ReadOptions& options, std::string_view label) {
  const Mark* const mark = mark_of(bytes);
  if (!options.encoding.empty()) {
    const auto asked = encoding_of(options.encoding);
    if (!asked) {
      throw Error(name, fmt::format("there is no encoding \"{}\" here; known: utf-8, gb18030 (gbk, gb2312), big5, "
                                    "utf-16le, utf-16be",
                                    valid_utf8(options.encoding)));
    }
    // A mark of the other byte order cannot be text: it says how the UTF-16 asked for is stored.
    const bool marked = mark != nullptr && (mark->encoding == *asked || (is_utf16(mark->encoding) && is_utf16(*asked)));
    return {marked ? mark->encoding : *asked, marked ? mark->bytes.size() : 0, "which --encoding asks for"};
  }
  if (mark != nullptr) return {mark->encoding, mark->bytes.size(), "which its byte order mark says"};
  if (!has_controls(bytes) && !first_bad_utf8(bytes)) {
    Choice utf8;
    utf8.checked = true;
    return utf8;
  }
  const Guess guess = guess_encoding(bytes, encoding_of(label));
  return {guess.encoding, 0, "which fits best", true, guess.usual};
}

/// Old Mac texts end their lines with CR alone: a text with CR and without any LF. Both are one byte, so places stay.
void unify_line_ends(std::string& text) {
  if (text.find('\r') != std::string::npos && text.find('\n') == std::string::npos) {
    std::replace(text.begin(), text.end(), '\r', '\n');
  }
}

std::size_t line_of(const Converted& reading) {
  const auto end = reading.text.begin() + static_cast<std::ptrdiff_t>(reading.fault_place);
  return 1 + static_cast<std::size_t>(std::count(reading.text.begin(), end, '\n'));
}

std::string place_of(const Converted& reading) {
  return fmt::format("line {}, byte {}", line_of(reading), reading.fault_at);
}

/// `bytes B5 DA`
std::string bytes_of(std::string_view bytes) {
  std::string list = bytes.size() == 1 ? "byte" : "bytes";
  for (const char byte : bytes) list += fmt::format(" {:02X}", static_cast<unsigned char>(byte));
  return list;
}

[[noreturn]] void refuse(const std::string& name, const Converted& reading, const Choice& choice) {
  if (reading.fault_bytes.find_first_not_of('\0') == std::string::npos) {
    throw Error(
        name,
        fmt::format("{}: a NUL byte; this is no text file (--replace reads it with U+FFFD there)", place_of(reading)),
        line_of(reading));
  }
  throw Error(name,
              fmt::format("{}: {} {} not {}, {}; name the encoding with --encoding, or read U+FFFD in place of "
                          "such bytes with --replace",
                          place_of(reading), bytes_of(reading.fault_bytes),
                          reading.fault_bytes.size() == 1 ? "is" : "are", name_of(choice.encoding), choice.reason),
              line_of(reading));
}

void warn(const Converted& reading, const Choice& choice, FileFacts& facts) {
  if (reading.faults > 0) {
    facts.warnings.push_back(fmt::format("{} place{} that {} not {} read as U+FFFD, the first at {}", reading.faults,
                                         reading.faults == 1 ? "" : "s", reading.faults == 1 ? "is" : "are",
                                         name_of(choice.encoding), place_of(reading)));
  }
  if (choice.guessed && choice.encoding != Encoding::utf8 && choice.usual < kDoubtful) {
    facts.warnings.push_back(
        fmt::format("read as {}, which is a guess: few of its characters are usual there; "
                    "--encoding names another",
                    name_of(choice.encoding)));
  }
}

}  // namespace

std::string decode_text(const std::string& name, std::string_view bytes, const ReadOptions& options,
                        std::string_view label, FileFacts& facts) {
  const Choice choice = choose(name, bytes, options, label);
  facts.encoding = name_of(choice.encoding);
  const bool is_utf8 = choice.encoding == Encoding::utf8;
  const bool checked = choice.checked || (is_utf8 && !choice.guessed && !first_bad_utf8(bytes) &&
                                          bytes.find('\0') == std::string_view::npos);
  if (checked) {
    std::string text(bytes);
    unify_line_ends(text);
    return text;
  }
  // The mark of a UTF-8 text is kept, so that places are those of the file.
  const std::size_t mark = is_utf8 ? 0 : choice.mark;
  Converted reading = convert(bytes.substr(mark), choice.encoding);
  reading.fault_at += mark;
  unify_line_ends(reading.text);
  if (reading.faults > 0 && !options.replace) refuse(name, reading, choice);
  warn(reading, choice, facts);
  return std::move(reading.text);
}

}  // namespace zhibiao::read_stage
