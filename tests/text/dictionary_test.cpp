// The words that text::Dictionary finds are those of ICU's own BreakIterator, over all texts this project holds.
#include "text/dictionary.hpp"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "text/words.hpp"

namespace {

using zhibiao::text::Dictionary;
using zhibiao::text::Segmenter;

/// What ICU alone makes of the text.
class Oracle {
 public:
  Oracle() {
    UErrorCode error = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), error));
    REQUIRE(U_SUCCESS(error));
  }
  ~Oracle() { utext_close(&text_); }
  Oracle(const Oracle&) = delete;
  Oracle& operator=(const Oracle&) = delete;

  std::vector<std::size_t> boundaries(const std::string& text) {
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &error);
    iterator_->setText(&text_, error);
    REQUIRE(U_SUCCESS(error));
    std::vector<std::size_t> out{0};
    iterator_->first();
    for (int at = iterator_->next(); at != icu::BreakIterator::DONE; at = iterator_->next()) {
      out.push_back(static_cast<std::size_t>(at));
    }
    return out;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
  UText text_ = UTEXT_INITIALIZER;
};

}  // namespace

TEST_CASE("this ICU holds the dictionary") { CHECK(Dictionary().usable()); }

TEST_CASE("words end where ICU ends them, in every line of the seeds and the annotated plans") {
  Oracle oracle;
  Segmenter segmenter;
  std::size_t lines = 0;
  for (const char* folder : {"/seeds", "/tests/gold"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(ZHIBIAO_SOURCE_DIR) + folder)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      for (std::string line; std::getline(in, line);) {
        if (line.empty()) continue;
        ++lines;
        const auto expected = oracle.boundaries(line);
        if (segmenter.word_boundaries(line) == expected) continue;
        FAIL_CHECK(entry.path().filename().string() << ": " << line);
      }
    }
  }
  CHECK(lines > 500);
}

TEST_CASE("characters that could join their neighbours are left to ICU") {
  Oracle oracle;
  Segmenter segmenter;
  for (const std::string text :
       {"全市ひらがな医院", "カタカナ和汉字", "葛\xF3\xA0\x84\x80城", "中〇年二〇二一年", "𠮷野家开店", "豈更車",
        "A座12.5%降至1,000.5万元", "PM2.5浓度≤35μg/m³", "don't和can't", "e\xCC\x81té", "한국어와汉字", "１２３家",
        "（一）1.（1）一是", "3.14.15", "a_b_c五", "・・・"}) {
    CAPTURE(text);
    CHECK(segmenter.word_boundaries(text) == oracle.boundaries(text));
  }
}

TEST_CASE("what was kept of one text changes nothing in the next") {
  Segmenter used;
  used.word_boundaries("全市儿童青少年近视率下降一个百分点以上");
  for (const char* text : {"近视率", "儿童青少年", "百分点以上下降"}) {
    CHECK(used.word_boundaries(text) == Segmenter().word_boundaries(text));
  }
}
