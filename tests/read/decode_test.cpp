// Bytes to text: every encoding plans come in, short texts too; what fits nothing is named or replaced.
#include "read/decode.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "read/encode.hpp"
#include "zhibiao/error.hpp"

using namespace std::string_literals;
using zhibiao::ReadOptions;
using zhibiao_tests::encoded;

namespace {

struct Decoded {
  std::string text;
  std::string encoding;
  std::vector<std::string> warnings;
};

Decoded decode(const std::string& bytes, const ReadOptions& options = {}, std::string_view label = "") {
  zhibiao::FileFacts facts;
  Decoded decoded;
  decoded.text = zhibiao::read_stage::decode_text("f.txt", bytes, options, label, facts);
  decoded.encoding = facts.encoding;
  decoded.warnings = facts.warnings;
  return decoded;
}

std::string problem(const std::string& bytes, const ReadOptions& options = {}) {
  try {
    decode(bytes, options);
  } catch (const zhibiao::Error& error) {
    return error.what();
  }
  return "no error";
}

ReadOptions in(const std::string& encoding, bool replace = false) {
  ReadOptions options;
  options.encoding = encoding;
  options.replace = replace;
  return options;
}

ReadOptions replacing() { return in("", true); }

constexpr const char* kAdvice =
    "; name the encoding with --encoding, or read U+FFFD in place of such bytes with --replace";

/// Texts of 10 to 30 characters: headings, items, a value; and one without any Chinese punctuation.
const std::vector<std::string> kShort = {
    "2021年全市卫生健康工作要点",    "（一）持续深化医药卫生体制改革。", "年底前，每千人口床位数达到6.5张。",
    "孕产妇死亡率控制在12/10万以下", "各县（市、区）人民政府：\n",       "新增普惠托位1200个，覆盖率≥90%",
    "作为、慢作为、乱作为\r\n",      "移动联通电信三家运营企业",         "高质量发展综合绩效评价",
};
const std::vector<std::string> kTraditional = {
    "二○二一年全市衛生健康工作要點",
    "（一）持續深化醫藥衛生體制改革。",
    "年底前，每千人口床位數達到6.5張。",
    "各縣（市、區）人民政府：",
};

}  // namespace

TEST_CASE("UTF-8 comes through byte for byte, its mark included") {
  for (const std::string& bytes : {"一二三\n"s, "\xEF\xBB\xBF一\r\n二"s, "a"s, "\n\n\t一\f"s, "𠀀\xE2\x80\x8B"s,
                                   "联通"s, "naïve · café"s, "一\vB\x1A"s}) {
    const Decoded decoded = decode(bytes);
    CHECK(decoded.text == bytes);
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.warnings.empty());
  }
}

TEST_CASE("short Chinese texts are told by their bytes in every encoding") {
  struct Way {
    const char* encoding;
    const char* mark;
    std::size_t mark_size;
    const char* name;
  };
  const std::vector<Way> ways = {
      {"UTF-8", "", 0, "UTF-8"},       {"GBK", "", 0, "GB18030"},
      {"gb18030", "", 0, "GB18030"},   {"gb18030", "\x84\x31\x95\x33", 4, "GB18030"},
      {"UTF-16LE", "", 0, "UTF-16LE"}, {"UTF-16LE", "\xFF\xFE", 2, "UTF-16LE"},
      {"UTF-16BE", "", 0, "UTF-16BE"}, {"UTF-16BE", "\xFE\xFF", 2, "UTF-16BE"},
  };
  for (const std::string& text : kShort) {
    for (const Way& way : ways) {
      CAPTURE(text);
      CAPTURE(way.encoding);
      CAPTURE(way.mark_size);
      const Decoded decoded = decode(std::string(way.mark, way.mark_size) + encoded(text, way.encoding));
      CHECK(decoded.text == text);
      CHECK(decoded.encoding == way.name);
      CHECK(decoded.warnings.empty());
    }
  }
  for (const std::string& text : kTraditional) {
    for (const char* encoding : {"UTF-8", "GBK", "Big5", "UTF-16LE", "UTF-16BE"}) {
      CAPTURE(text);
      CAPTURE(encoding);
      const Decoded decoded = decode(encoded(text, encoding));
      CHECK(decoded.text == text);
      CHECK(decoded.encoding == zhibiao::find_encoding(encoding));
    }
  }
}

TEST_CASE("ASCII in UTF-16, with and without a mark") {
  CHECK(decode(encoded("plan 2021\r\n", "UTF-16LE")).text == "plan 2021\r\n");
  CHECK(decode(encoded("plan 2021\r\n", "UTF-16BE")).text == "plan 2021\r\n");
  CHECK(decode("\xFF\xFEp\0l\0"s).text == "pl");
  CHECK(decode("\xFE\xFF\0p\0l"s).encoding == "UTF-16BE");
  // An English text is legal UTF-16 of Chinese characters, too: it stays English.
  CHECK(decode("this app can break the plans").encoding == "UTF-8");
}

TEST_CASE("four-byte characters and the ones that GB18030-2022 moved") {
  CHECK(decode(encoded("发展㐀䶵𠀀指标工作", "gb18030")).text == "发展㐀䶵𠀀指标工作");
  const ReadOptions gb = in("gb18030");
  CHECK(decode("\xA6\xD9\xA6\xDA\xA6\xDB\xA6\xDC\xA6\xDD\xA6\xDE\xA6\xDF\xA6\xEC\xA6\xED\xA6\xF3", gb).text ==
        "\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16\uFE17\uFE18\uFE19");
  CHECK(decode("\xFE\x59\xFE\x61\xFE\x66\xFE\x67\xFE\x6D\xFE\x7E\xFE\x90\xFE\xA0", gb).text ==
        "\u9FB4\u9FB5\u9FB6\u9FB7\u9FB8\u9FB9\u9FBA\u9FBB");
  CHECK(decode("\x84\x31\x82\x36\x82\x35\x90\x37", gb).text == "\uFE10\u9FB4");
  CHECK(decode("\xA3\xA0", gb).text == "\u3000");
  // Other private characters stay what they are; so do those of other encodings.
  CHECK(decode("\xAA\xA1", gb).text == "\uE000");
  CHECK(decode(encoded("\uE78D指标工作", "UTF-16LE")).text == "\uE78D指标工作");
}

TEST_CASE("--encoding goes before what the bytes say") {
  const std::string gbk = encoded("指标", "GBK");
  CHECK(decode(gbk, in("GB2312")).text == "指标");
  CHECK(decode(gbk, in("GB2312")).encoding == "GB18030");
  CHECK(decode("\xC2\xB7", in("gbk")).text == "路");  // legal UTF-8, too
  CHECK(decode("AB", in("utf-16be")).text == "\u4142");
  CHECK(decode("\xFE\xFF\x4E\x00"s, in("utf-16")).text == "一");
  CHECK(decode("\xFF\xFE\x00\x4E"s, in("utf-16be")).text == "一");
  CHECK(decode("\xEF\xBB\xBF一", in("utf-8")).text == "\xEF\xBB\xBF一");
  CHECK(problem("x", in("latin1")) ==
        "f.txt: there is no encoding \"latin1\" here; known: utf-8, gb18030 (gbk, gb2312), big5, utf-16le, utf-16be");
  CHECK(problem("一\n\xB5\xDA"s, in("utf-8")) ==
        "f.txt: line 2, byte 4: byte B5 is not UTF-8, which --encoding asks for"s + kAdvice);
}

TEST_CASE("a page's label helps, but the bytes decide") {
  CHECK(decode("一二三", {}, "gb2312").encoding == "UTF-8");
  CHECK(decode(encoded("关于印发工作要点的通知", "GBK"), {}, "utf-8").text == "关于印发工作要点的通知");
  CHECK(decode(encoded("关于印发工作要点的通知", "GBK"), {}, "big5").text == "关于印发工作要点的通知");
  CHECK(decode(encoded("關於印發工作要點的通知", "Big5"), {}, "gb2312").text == "關於印發工作要點的通知");
  CHECK(decode(encoded("指标", "GBK"), {}, "no such").text == "指标");
  // Two characters are too few to tell by: the label does.
  const std::string few = encoded("推動", "Big5");
  CHECK(decode(few, {}, "big5").text == "推動");
}

TEST_CASE("CR alone ends lines, and no offset moves") {
  CHECK(decode("一\r二\r").text == "一\n二\n");
  CHECK(decode("\xEF\xBB\xBF一\r二").text == "\xEF\xBB\xBF一\n二");
  CHECK(decode(encoded("工作要点\r（一）指标\r", "GBK")).text == "工作要点\n（一）指标\n");
  for (const char* kept : {"一\r\n二\r三", "一\n\r"}) CHECK(decode(kept).text == kept);
  CHECK(problem("一\r二\r\xFF三三三三三三三三三三三三三三三三") ==
        "f.txt: line 3, byte 8: byte FF is not UTF-8, which fits best"s + kAdvice);
}

TEST_CASE("bytes that fit nothing are named by line and byte") {
  const std::string good = "一、全市卫生健康工作要点\n";
  CHECK(problem(good + "二、\xE4\xB8\n" + good) ==
        "f.txt: line 2, byte 43: bytes E4 B8 are not UTF-8, which fits best"s + kAdvice);
  // The end is cut off.
  CHECK(problem(good + "\xE4\xB8") == "f.txt: line 2, byte 37: bytes E4 B8 are not UTF-8, which fits best"s + kAdvice);
  const std::string gbk = encoded(good, "GBK");
  CHECK(problem(gbk + gbk + "\xFF" + gbk) ==
        "f.txt: line 3, byte 50: byte FF is not GB18030, which fits best"s + kAdvice);
  CHECK(problem("\xFF\xFE\x00\x4E\x0A\x00\x00"s) ==
        "f.txt: line 2, byte 6: a NUL byte; this is no text file (--replace reads it with U+FFFD there)");
  CHECK(problem("\xFF\xFE\x00\x4E\x0A\x00\x01"s) ==
        "f.txt: line 2, byte 6: byte 01 is not UTF-16LE, which its byte order mark says"s + kAdvice);
  CHECK(problem("\xFF\xFE\x00\x4E\x00\xDC\x00\x4E"s) ==
        "f.txt: line 1, byte 4: bytes 00 DC are not UTF-16LE, which its byte order mark says"s + kAdvice);
}

TEST_CASE("UTF-16 of ASCII letters and digits is told by its control characters, wherever they stand") {
  for (std::size_t before = 0; before < 12; ++before) {
    const std::string text = std::string(before, 'a') + "\t2021\r\n年底前建成6.5万套。\n";
    CHECK(decode(text).encoding == "UTF-8");
    CHECK(decode(text).text == text);
    CHECK(decode(encoded(text, "UTF-16LE")).text == text);
  }
}

TEST_CASE("NUL is no text") {
  CHECK(problem("一\n二\0三"s) ==
        "f.txt: line 2, byte 7: a NUL byte; this is no text file (--replace reads it with U+FFFD there)");
  CHECK(problem("\0"s) ==
        "f.txt: line 1, byte 0: a NUL byte; this is no text file (--replace reads it with U+FFFD there)");
  const std::string gbk = encoded("全市卫生健康工作要点\n", "GBK");
  CHECK(problem(gbk + "\0"s + gbk) ==
        "f.txt: line 2, byte 21: a NUL byte; this is no text file (--replace reads it with U+FFFD there)");
  const Decoded read = decode("一\n二\0三"s, replacing());
  CHECK(read.text == "一\n二\uFFFD三");
  CHECK(read.warnings ==
        std::vector<std::string>{"1 place that is not UTF-8 read as U+FFFD, the first at line 2, byte 7"});
}

TEST_CASE("--replace keeps all the rest, and says how much it replaced") {
  const std::string good = "一、全市卫生健康工作要点\n";
  const Decoded utf8 = decode(good + "\xFF二\xE4\xB8三\n", replacing());
  CHECK(utf8.text == good + "\uFFFD二\uFFFD三\n");
  CHECK(utf8.encoding == "UTF-8");
  CHECK(utf8.warnings ==
        std::vector<std::string>{"2 places that are not UTF-8 read as U+FFFD, the first at line 2, byte 37"});
  const Decoded gbk = decode(encoded(good, "GBK") + "\xFF" + encoded(good, "GBK"), replacing());
  CHECK(gbk.text == good + "\uFFFD" + good);
  CHECK(gbk.encoding == "GB18030");
  // Far behind the first buffers.
  std::string large;
  for (int i = 0; i < 20000; ++i) large += good;
  const Decoded late = decode(encoded(large, "GBK") + "\xFF\n" + encoded(good, "GBK"), replacing());
  CHECK(late.text == large + "\uFFFD\n" + good);
  CHECK(late.warnings == std::vector<std::string>{"1 place that is not GB18030 read as U+FFFD, the first at line "
                                                  "20001, byte 500000"});
}

TEST_CASE("surrogate pairs and characters over the edges of buffers") {
  std::string text = "a";
  for (int i = 0; i < 30000; ++i) text += "𠀀一";
  for (const char* encoding : {"UTF-16LE", "UTF-16BE", "gb18030"}) {
    CHECK(decode(encoded(text, encoding), in(encoding)).text == text);
  }
}

TEST_CASE("what only looks like Chinese is read with a warning") {
  const Decoded latin = decode("\xE9\xE8\xE0\xF9 \xE9t\xE9 \xE0 \xE7\xE0 \xEA\xEE\xF4\xFB", replacing());
  REQUIRE_FALSE(latin.warnings.empty());
  CHECK(latin.warnings.back() == "read as " + latin.encoding +
                                     ", which is a guess: few of its characters are usual there; --encoding names "
                                     "another");
}
