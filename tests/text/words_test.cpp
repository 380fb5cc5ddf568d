// Sentences and words.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "helpers.hpp"
#include "text/words.hpp"

using zhibiao::text::Segmenter;

namespace {

std::vector<std::string> sentences(const std::string& text) {
  Segmenter segmenter;
  std::vector<std::string> out;
  std::size_t at = 0;
  for (const auto& span : segmenter.sentences(text)) {
    CHECK(span.begin == at);
    at = span.end;
    out.push_back(text.substr(span.begin, span.size()));
  }
  CHECK(at == text.size());
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a sentence ends behind its stop and what closes there") {
  CHECK(sentences("甲增长5%。乙下降。丙") == Texts{"甲增长5%。", "乙下降。", "丙"});
  CHECK(sentences("他说“好。”然后走了。") == Texts{"他说“好。”", "然后走了。"});
  CHECK(sentences("够吗?够!!好。") == Texts{"够吗?", "够!!", "好。"});
  CHECK(sentences("一句;两句;三句。") == Texts{"一句;两句;三句。"});
  CHECK(sentences("").empty());
}

TEST_CASE("straight quotes belong where they open or close") {
  CHECK(sentences("巩固成果。\"四个一\"到位。") == Texts{"巩固成果。", "\"四个一\"到位。"});
  CHECK(sentences("要求\"全面完成。\"各地照办。") == Texts{"要求\"全面完成。\"", "各地照办。"});
}

TEST_CASE("no end inside titles and parentheses") {
  CHECK(sentences("印发《怎么办?要点》通知。完成。") == Texts{"印发《怎么办?要点》通知。", "完成。"});
  CHECK(sentences("建成3个(不含在建。见附表)项目。完成。") == Texts{"建成3个(不含在建。见附表)项目。", "完成。"});
  CHECK(sentences("扫描丢了括号(如此。第二句。第三句。").size() == 3);
}

TEST_CASE("dots of numbers and items end nothing") {
  CHECK(sentences("10.全面落实。增长7.5%左右。").size() == 2);
  CHECK(sentences("约1.2. 万元").size() == 1);
}

TEST_CASE("word boundaries are at characters and cover the text") {
  Segmenter segmenter;
  const std::string text = "婴儿死亡率控制在5‰以下";
  const auto boundaries = segmenter.word_boundaries(text);
  REQUIRE(boundaries.size() >= 5);
  CHECK(boundaries.front() == 0);
  CHECK(boundaries.back() == text.size());
  for (std::size_t i = 1; i < boundaries.size(); ++i) CHECK(boundaries[i - 1] < boundaries[i]);
  for (const std::size_t at : boundaries) {
    if (at < text.size()) CHECK((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
  }
  CHECK(segmenter.word_boundaries("").size() == 1);
}

TEST_CASE("a segmenter can be used again and moved") {
  Segmenter first;
  CHECK(first.sentences("甲。乙。").size() == 2);
  Segmenter second = std::move(first);
  CHECK(second.sentences("甲。乙。丙。").size() == 3);
  CHECK(second.word_boundaries("工作方案").size() >= 2);
}

TEST_CASE("very long paragraphs") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "完成(含新建)项目10个。";
  Segmenter segmenter;
  CHECK(segmenter.sentences(text).size() == 20000);
  std::string open;
  for (int i = 0; i < 50000; ++i) open += "(";
  for (int i = 0; i < 50000; ++i) open += "》";
  // No sentence ends in it; it is only cut where it gets too long.
  for (const auto& one : segmenter.sentences(open)) CHECK((one.size() > 2000 || one.end == open.size()));
}

TEST_CASE("a sentence without an end is cut between its clauses") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i == 1500 ? "新建学校3所," : "改造道路,";
  text += "完成。";
  zhibiao::text::Segmenter segmenter;
  const auto sentences = segmenter.sentences(text);
  REQUIRE(sentences.size() > 1);
  std::size_t end = 0;
  for (const auto& one : sentences) {
    CHECK(one.begin == end);
    CHECK(one.size() <= 3000);
    end = one.end;
    CHECK((end == text.size() || text[end - 1] == ','));
  }
  CHECK(end == text.size());
  // Nor does a text without any mark hold it up, or break a character.
  std::string bare;
  for (int i = 0; i < 20000; ++i) bare += "字";
  for (const auto& one : segmenter.sentences(bare)) CHECK(one.size() % 3 == 0);
}

TEST_CASE("what stands behind a stop decides whether it ends the sentence") {
  CHECK(sentences("完成任务。“双随机”抽查。") == Texts{"完成任务。", "“双随机”抽查。"});
  CHECK(sentences("完成任务。(二)抽查。") == Texts{"完成任务。", "(二)抽查。"});
  CHECK(sentences("完成任务。2021年抽查。") == Texts{"完成任务。", "2021年抽查。"});
  CHECK(sentences("完成任务。,抽查。") == Texts{"完成任务。,抽查。"});
  CHECK(sentences("完成任务。、抽查。") == Texts{"完成任务。、抽查。"});
  CHECK(sentences("完成任务。①抽查。") == Texts{"完成任务。", "①抽查。"});
}

TEST_CASE("a long list without clause marks is cut at its length, however long it is") {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "项";
  const auto parts = sentences(text);
  REQUIRE(parts.size() == 40);
  for (const std::string& part : parts) CHECK(part.size() == 3000);
}

TEST_CASE("a cut of what is too long never falls into a value") {
  // Behind marks of lists where there are none of clauses; a comma in a number is none.
  std::string list;
  for (int i = 0; i < 400; ++i) list += "改造道路1,250公里、";
  for (const std::string& part : sentences(list)) CHECK((part.ends_with("、") && part.starts_with("改造")));
  // Without any mark: whatever the number's distance from the limit is, it stays with its unit.
  for (int shift = 0; shift < 30; ++shift) {
    std::string bare;
    for (int i = 0; i < shift; ++i) bare += "项";
    while (bare.size() < 9000) bare += "新建改造城镇老旧小区配套管网和道路12345.6万平方米以上";
    const auto parts = sentences(bare);
    REQUIRE(parts.size() > 2);
    std::size_t values = 0;
    for (const std::string& part : parts) {
      for (std::size_t at = part.find("12345.6万平方米以上"); at != std::string::npos;
           at = part.find("12345.6", at + 1))
        ++values;
      CHECK((part.size() > 1500 || &part == &parts.back()));
      CHECK(part.size() <= 3000);
    }
    CHECK(values == (bare.size() - static_cast<std::size_t>(shift) * 3) /
                        std::string("新建改造城镇老旧小区配套管网和道路12345.6万平方米以上").size());
  }
  // Nothing but values: between two of them.
  std::string crowded = "新增";
  while (crowded.size() < 9000) crowded += "125个";
  const auto parts = sentences(crowded);
  CHECK(parts.size() < 6);
  for (const std::string& part : parts) CHECK(part.ends_with("个"));
}
