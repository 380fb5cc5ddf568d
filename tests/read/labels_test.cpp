// Labels and the values under them.
#include "read/labels.hpp"

#include <doctest/doctest.h>

using namespace zhibiao::read_stage;

TEST_CASE("dates in every spelling become ISO 8601") {
  CHECK(iso_date("2019年1月24日") == "2019-01-24");
  CHECK(iso_date("2019 年 1 月 24 日") == "2019-01-24");
  CHECK(iso_date("2019-01-24") == "2019-01-24");
  CHECK(iso_date("2019/1/24") == "2019-01-24");
  CHECK(iso_date("2019.1.4") == "2019-01-04");
  CHECK(iso_date("2019-01-24 10:30:00") == "2019-01-24");
  CHECK(iso_date("20190124") == "2019-01-24");
  CHECK(iso_date("２０１９年１月２４日") == "2019-01-24");
  CHECK(iso_date("二〇一九年一月二十四日") == "2019-01-24");
  CHECK(iso_date("二○○九年十二月三十一日") == "2009-12-31");
  CHECK(iso_date("时间：2019年1月24日（星期四）") == "2019-01-24");
}

TEST_CASE("what is no day is no date") {
  for (const char* text :
       {"", "2019年", "2019年1月", "2019-02-30", "2019-13-01", "123456789", "0001-01-01", "年月日", "长期"}) {
    CAPTURE(text);
    CHECK(iso_date(text) == "");
  }
}

TEST_CASE("document numbers are written as GB/T 9704 has them") {
  CHECK(plain_doc_number("国发〔2018〕42号") == "国发〔2018〕42号");
  CHECK(plain_doc_number(" 国发 [2018] 42 号 ") == "国发〔2018〕42号");
  CHECK(plain_doc_number("某政办发（2020）7号") == "某政办发〔2020〕7号");
  CHECK(plain_doc_number("无文号") == "");
}

TEST_CASE("the better label wins, whichever comes first") {
  LabelledData data;
  data.add(*find_label("发布机构"), "某县政府网");
  data.add(*find_label("发文机关"), "某县教育局");
  data.add(*find_label("公开主体"), "某县");
  CHECK(data.data().issuer == "某县教育局");
}

TEST_CASE("labels are found whole and as the longest") {
  CHECK(find_label("索引号") != nullptr);
  CHECK(find_label("索引") == nullptr);
  REQUIRE(longest_label("成文日期：2019") != nullptr);
  CHECK(longest_label("成文日期：2019")->field == Field::issued);
  CHECK(longest_label("字体大小")->word == "字体大小");
  CHECK(longest_label("年底前") == nullptr);
}
