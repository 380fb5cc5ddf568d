// Numbers of running text as exact decimals, and digits that are none.
#include "extract/numerals.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/rules.hpp"

using zhibiao::Decimal;
using zhibiao::extract::parse_hanzi;
using zhibiao::extract::scan_numbers;

namespace {

std::string hanzi(std::string_view text) {
  const auto value = parse_hanzi(text);
  return value ? value->str() : "none";
}

/// `text=value` of each number, joined by blanks; `+` behind the value: more than it.
std::string numbers(std::string_view text, const std::vector<zhibiao::Span>& masked = {}) {
  std::string all;
  for (const auto& number : scan_numbers(text, masked, zhibiao::Rules::builtin().lexicon())) {
    all += (all.empty() ? "" : " ") + std::string(text.substr(number.span.begin, number.span.size())) + "=" +
           number.value.str() + (number.more ? "+" : "");
  }
  return all;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("Chinese numerals") {
  const std::pair<std::string, std::string> cases[] = {{"零", "0"},
                                                       {"一", "1"},
                                                       {"两", "2"},
                                                       {"十", "10"},
                                                       {"十二", "12"},
                                                       {"二十", "20"},
                                                       {"三十六", "36"},
                                                       {"一百", "100"},
                                                       {"一百零五", "105"},
                                                       {"一百一十", "110"},
                                                       {"三百二十一", "321"},
                                                       {"两千", "2000"},
                                                       {"一千零六", "1006"},
                                                       {"一千零六十", "1060"},
                                                       {"九千零六十五", "9065"},
                                                       {"两千五百", "2500"},
                                                       {"一万", "10000"},
                                                       {"三十六万", "360000"},
                                                       {"一万二千", "12000"},
                                                       {"十二万零五百", "120500"},
                                                       {"五百万", "5000000"},
                                                       {"一千二百万", "12000000"},
                                                       {"一亿", "100000000"},
                                                       {"三亿五千万", "350000000"},
                                                       {"一万五千亿", "1500000000000"},
                                                       {"两万亿", "2000000000000"},
                                                       {"二〇二一", "2021"},
                                                       {"二零二五", "2025"},
                                                       {"二○三○", "2030"},
                                                       {"三点五", "3.5"},
                                                       {"零点八", "0.8"},
                                                       {"三点五万", "35000"},
                                                       {"一点二五亿", "125000000"}};
  for (const auto& one : cases) CHECK_MESSAGE(hanzi(one.first) == one.second, one.first, " gives ", hanzi(one.first));
}

TEST_CASE("characters that form no Chinese numeral") {
  for (const std::string text :
       {"", "年", "三年", "一个", "三点", "三四", "两三", "二十三四", "三点五点六", "三点万五"}) {
    CHECK_MESSAGE(hanzi(text) == "none", text, " gives ", hanzi(text));
  }
}

TEST_CASE("magnitudes fall, and a digit behind one without 零 counts the next lower") {
  CHECK(hanzi("二十五千") == "none");
  CHECK(hanzi("一万五") == "15000");
  CHECK(hanzi("三百二") == "320");
  CHECK(hanzi("两千一") == "2100");
  CHECK(hanzi("十五") == "15");
}

TEST_CASE("numbers in digits") {
  CHECK(numbers("新增300个、7.5%") == "300=300 7.5=7.5");
  CHECK(numbers("完成1,270个") == "1,270=1270");
  CHECK(numbers("完成1 270个") == "1 270=1270");
  CHECK(numbers("完成12,345,678元") == "12,345,678=12345678");
  CHECK(numbers("比例为0.85") == "0.85=0.85");
  CHECK(numbers("新增12,34个") == "12=12 34=34");
  CHECK(numbers("增长-2.5%") == "-2.5=-2.5");
  CHECK(numbers("第二产业增加7.0%") == "7.0=7");
  CHECK(numbers("没有数字").empty());
  CHECK(numbers("").empty());
}

TEST_CASE("magnitude words belong to the number, units that begin like them do not") {
  CHECK(numbers("投资18.894亿元") == "18.894亿=1889400000");
  CHECK(numbers("投资1.2万亿元") == "1.2万亿=1200000000000");
  CHECK(numbers("补助3千万元") == "3千万=30000000");
  CHECK(numbers("培训5万人") == "5万=50000");
  CHECK(numbers("新增5千个") == "5千=5000");
  CHECK(numbers("装机5千瓦").starts_with("5=5"));
  CHECK(numbers("装机5千千瓦").starts_with("5千=5000"));
  CHECK(numbers("提高2百分点").starts_with("2=2"));
}

TEST_CASE("more than a number") {
  CHECK(numbers("覆盖3700多万人") == "3700多万=37000000+");
  CHECK(numbers("培训500余人") == "500余=500+");
  CHECK(numbers("组织20多场") == "20多=20+");
  CHECK(numbers("培训三十余人") == "三十余=30+");
  CHECK(numbers("惠及两百多万人") == "两百多万=2000000+");
}

TEST_CASE("Chinese numerals in text") {
  CHECK(numbers("建成三十六个公园") == "三十六=36");
  CHECK(numbers("覆盖率达到百分之九十五") == "百=100 九十五=95");
  CHECK(numbers("两千五百三十三公里") == "两千五百三十三=2533");
  CHECK(numbers("七百二十五千瓦").starts_with("七百二十五=725"));
  CHECK(numbers("三至五所") == "三=3 五=5");
}

TEST_CASE("digits and numerals that are no numbers") {
  for (const std::string text :
       {"第15次会议", "第三产业", "第二十次", "PM2.5浓度", "推广IPv6", "建设5G基站", "引进3D打印", "按照1.2.3执行",
        "编号0012", "几十个", "数百家", "上千人", "好几百", "ISO-9001", "H7N9", "版本v2"}) {
    CHECK_MESSAGE(numbers(text).empty(), text, " gives ", numbers(text));
  }
  CHECK(numbers("PM2.5浓度35微克") == "35=35");
  CHECK(numbers("5G基站300个") == "300=300");
  CHECK(numbers("第3批20个") == "20=20");
}

TEST_CASE("Latin units are no model names") {
  CHECK(numbers("装机300kW") == "300=300");
  CHECK(numbers("吞吐量120万TEU") == "120万=1200000");
}

TEST_CASE("numbers in masked spans are left out, and none reaches into one") {
  const std::string text = "2021年建成12个";
  CHECK(numbers(text, {{0, 7}}) == "12=12");
  CHECK(numbers(text, {{0, 7}, {13, 15}}).empty());
  CHECK(numbers("12万个", {{2, 5}}).empty());
}

TEST_CASE("spans are at characters and in order") {
  const std::string text = "甲1个、乙两千五百家，丙3.5万多人";
  std::size_t last = 0;
  for (const auto& number : scan_numbers(text, {}, zhibiao::Rules::builtin().lexicon())) {
    CHECK(number.span.begin >= last);
    CHECK(number.span.end > number.span.begin);
    last = number.span.end;
  }
  CHECK(last == text.size() - std::string("人").size());
}

TEST_CASE("what no number can hold gives none") {
  CHECK(numbers("编码91110108MA01234567X").find("=") == std::string::npos);
  CHECK(numbers("共12345678901234567890个").empty());
  CHECK(numbers(repeated("9", 17) + "元").empty());
  CHECK(hanzi("九千九百九十九亿亿亿") == "none");
  CHECK(hanzi(repeated("亿", 40)) == "none");
}

// A cost that grows faster than the text would not end within the test program's time-out.
TEST_CASE("hostile texts are read to their end, every number in its place") {
  CHECK(numbers(repeated("7", 100000)).empty());
  CHECK(numbers(repeated("一", 10000)).empty());
  for (const std::string& text : {repeated("千", 10000), repeated("1,", 50000), repeated("1.", 50000),
                                  "5" + repeated("万", 10000), repeated("三点", 10000), repeated("一点", 10000)}) {
    std::istringstream found(numbers(text));
    for (std::string number; found >> number;) {
      const std::string printed = number.substr(0, number.find('='));
      CHECK_MESSAGE(text.find(printed) != std::string::npos, printed.substr(0, 40));
    }
  }
}
