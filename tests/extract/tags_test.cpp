// Sentences as tag strings: the letters of src/extract/tags.hpp, over which the frame rules are written.
#include "extract/tags.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "extract/helpers.hpp"

namespace {

std::string tags(std::string_view text) { return tag_string(helpers::Read(text).sentence.tokens); }

/// The tokens as `N[公园] Q[12个]`.
std::string tokens(std::string_view text) {
  const helpers::Read read(text);
  std::string all;
  for (const auto& token : read.sentence.tokens)
    all += (all.empty() ? "" : " ") + std::string(1, token.tag) + "[" + read.slice(token.span) + "]";
  return all;
}

}  // namespace

TEST_CASE("a verb before its object or its value is a verb") {
  CHECK(tags("新建停车位300个。") == "VNQ.");
  CHECK(tags("新建300个停车位。") == "VQN.");
  CHECK(tags("完成投资3亿元。") == "VNQ.");
  CHECK(tags("到2025年底，建成公园12个。") == "D,VNQ.");
  CHECK(tags("组建了3支队伍。") == "VAQN.");
  CHECK(tags("5月份开工建设2条道路。") == "DVQN.");
}

TEST_CASE("a verb inside a noun phrase is none") {
  CHECK(tokens("完成清淤量3万立方米。") == "V[完成] N[清淤量] Q[3万立方米] .[。]");
  CHECK(tokens("签约率达到90%。") == "N[签约率] R[达到] Q[90%] .[。]");
  CHECK(tokens("健康管理率达到80%。") == "N[健康管理率] R[达到] Q[80%] .[。]");
}

TEST_CASE("verbs that put a level, that rise and that fall") {
  CHECK(tags("森林覆盖率达到46%以上。") == "NRQ.");
  CHECK(tags("地区生产总值增长5%左右。") == "NGQ.");
  CHECK(tags("失业率下降1个百分点。") == "NLQ.");
  CHECK(tags("力争城镇化率提高到65%。") == "MNRQ.");
}

TEST_CASE("bounds that stand apart") {
  CHECK(tags("至少建成1个示范点。") == "KVQN.");
  CHECK(tags("每个村卫生室至少有1名乡村医生。") == "EeKVQN.");
}

TEST_CASE("lists") {
  CHECK(tags("新建学校5所、医院2家。") == "VNQ/NQ.");
  CHECK(tags("新建学校5所和医院2家。") == "VNQ/NQ.");
  CHECK(tags("覆盖率、达标率分别达到80%和90%。") == "N/NFRQ/Q.");
  CHECK(tags("创建A、B、C等6个示范点。") == "VN/N/NZQN.");
}

TEST_CASE("brackets with a value open a clause, without one they belong to their noun") {
  CHECK(tags("新增托位1270个(其中普惠托位762个)。") == "VNQ(CNQ).");
  CHECK(tokens("新建社区(村)服务站12个。") == "V[新建] N[社区(村)服务站] Q[12个] .[。]");
  CHECK(tokens("新建“城市书房”12个。") == "V[新建] N[“城市书房”] Q[12个] .[。]");
}

TEST_CASE("who and where") {
  CHECK(tokens("全市城镇化率提高到65%。") == "S[全市] N[城镇化率] R[提高到] Q[65%] .[。]");
  CHECK(tags("对213个村卫生室进行升级改造。") == "pQNHN.");
}

TEST_CASE("each counts the nouns behind it") {
  CHECK(tokens("每个村卫生室、社区卫生服务站配备2名医生。") ==
        "E[每个] e[村卫生室、社区卫生服务站] V[配备] Q[2名] N[医生] .[。]");
  CHECK(tags("每年提供1次体检。") == "EVQN.");
}

TEST_CASE("every token stands behind the one before, and quantities stay whole") {
  for (const std::string text : {"新建停车位300个，其中普惠性车位20个（含5个充电位），每年增长5%—8%。",
                                 "甲、乙分别达到80%和90%以上；丙“3个”不变。"}) {
    const helpers::Read read(text);
    std::size_t last = 0;
    std::size_t quantities = 0;
    for (const auto& token : read.sentence.tokens) {
      CHECK(token.span.begin >= last);
      CHECK_FALSE(token.span.empty());
      last = token.span.end;
      if (token.tag != 'Q') continue;
      const auto& quantity = read.sentence.mentions.quantities[static_cast<std::size_t>(token.mention)];
      CHECK(token.span == quantity.span);
      ++quantities;
    }
    CHECK(quantities == read.sentence.mentions.quantities.size());
  }
}

TEST_CASE("long sentences are tagged in one pass") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "新建停车位300个、";
  CHECK(tags(text).size() == 8000);
}
