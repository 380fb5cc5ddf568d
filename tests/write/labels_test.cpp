// Words for people in both languages.
#include "write/labels.hpp"

#include <doctest/doctest.h>

#include <string>

#include "write/sample.hpp"

using namespace zhibiao;
using write::label;
using zhibiao_tests::lines;
using zhibiao_tests::sample;
using zhibiao_tests::written;

TEST_CASE("every role and kind has its name in both languages") {
  for (const Role role : {Role::target, Role::result, Role::mention}) {
    CHECK(label(role, Language::en) == name_of(role));
    CHECK(label(role, Language::zh) != name_of(role));
  }
  for (int i = 0; i <= static_cast<int>(Kind::deadline); ++i) {
    const Kind kind = static_cast<Kind>(i);
    CHECK(label(kind, Language::en) == name_of(kind));
    CHECK(label(kind, Language::zh) != name_of(kind));
  }
  CHECK(label(Role::result, Language::zh) == "结果");
  CHECK(label(Kind::deadline, Language::zh) == "时限");
}

TEST_CASE("tables, outlines and summaries speak Chinese where asked to") {
  const WriteOptions table{.format = Format::table, .language = Language::zh};
  const auto targets = lines(written(targets_writer, table, {{"a.txt", sample()}}));
  CHECK(targets[0] == "条目   性质  动作  指标      数值        范围              期限        类别  行");
  CHECK(targets[7] == "二     结果        诊疗      38人次                                    数量   9");
  CHECK(lines(written(outline_writer, table, {{"a.txt", sample()}}))[0] == "行  层级  序号  条目   标题");
  const auto summary =
      written(summary_writer, {.format = Format::text, .language = Language::zh}, {{"a.txt", sample()}});
  CHECK(summary.find("发文机关  某市卫生健康局") != std::string::npos);
  CHECK(summary.find("条目      3（第1级 2、第2级 1）") != std::string::npos);
  CHECK(summary.find("目标数    4（比率 1、数量 1、金额 1、时限 1）") != std::string::npos);
  CHECK(summary.find("最先到期") != std::string::npos);
}

TEST_CASE("keys of JSON and names in csv stay English unless the header is asked for in Chinese") {
  const WriteOptions csv{.format = Format::csv, .header = Language::zh};
  CHECK(lines(written(outline_writer, csv, {{"a.txt", sample()}}))[0] == "文件,行,层级,序号,条目,标题");
  const WriteOptions plain{.format = Format::csv, .language = Language::zh};
  CHECK(lines(written(outline_writer, plain, {{"a.txt", sample()}}))[0] == "file,line,level,marker,path,heading");
  const WriteOptions json{.format = Format::json, .header = Language::zh, .language = Language::zh};
  CHECK(written(summary_writer, json, {{"a.txt", sample()}}).find("\"title\":") != std::string::npos);
  CHECK(written(outline_writer, json, {{"a.txt", sample()}}).find("\"heading\":") != std::string::npos);
}
