// What the report page carries for its script: rows of CSV as the program writes them, and words.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "write/report/facts.hpp"
#include "write/report_sample.hpp"
#include "write/sample.hpp"

using namespace zhibiao_tests;
using zhibiao::Language;
using zhibiao::ReportDocument;
namespace report = zhibiao::write::report;

namespace {

std::vector<ReportDocument> documents() {
  std::vector<ReportDocument> all(2);
  for (ReportDocument& one : all) one.analysis = sample();
  all[1].analysis.facts[0].sentence = "有\"引号\"，有,逗号</template>";
  all[1].analysis.facts[0].mention = "5\r\n张";
  all[1].analysis.facts[1].indicator = "=SUM(A1)";
  return all;
}

/// Head and rows put together, as a download does.
std::string joined(const std::string& json) {
  const auto data = nlohmann::json::parse(json);
  auto text = data.at("head").get<std::string>();
  for (const auto& row : data.at("rows")) text += row.get<std::string>();
  return text;
}

std::string command_line(zhibiao::CsvStyle style, Language header) {
  zhibiao::WriteOptions options;
  options.header = header;
  options.csv = style;
  const auto all = documents();
  return written(zhibiao::targets_writer, options, {{"a", all[0].analysis}, {"b", all[1].analysis}});
}

}  // namespace

TEST_CASE("the rows that the page carries are those of targets --format csv, byte for byte") {
  const auto all = documents();
  const auto index = report::make_index(all);
  CHECK(joined(report::csv_json(index, false)) == command_line({}, Language::en));
  CHECK(joined(report::csv_json(index, true)) ==
        command_line({.bom = true, .crlf = true, .guard = true}, Language::zh));
  CHECK(nlohmann::json::parse(report::csv_json(index, false)).at("rows").size() == 12);
}

TEST_CASE("the script knows documents by how they are cited, and every field, kind and role by name") {
  const auto all = documents();
  const auto index = report::make_index(all);
  const auto zh = nlohmann::json::parse(report::script_data(index, Language::zh));
  CHECK(zh.at("documents").at(1) == "2020年工作要点，某市卫生健康局，2020");
  CHECK(zh.at("fields").size() == zhibiao::fields().size());
  CHECK(zh.at("names").at("rate") == "比率");
  CHECK(zh.at("words").at("copy") == "复制引文");
  const auto en = nlohmann::json::parse(report::script_data(index, Language::en));
  CHECK(en.at("documents").at(0) == "2020年工作要点, 某市卫生健康局, 2020");
  CHECK(en.at("names").at("result") == "result");
}

TEST_CASE("the filters offer what there is, with its number") {
  const auto all = documents();
  const auto form = report::filters_html(report::make_index(all), Language::en);
  const auto has = [&](const std::string& part) { return form.find(part) != std::string::npos; };
  CHECK(has("value=\"rate\"/><span>rate</span><small>2</small>"));
  CHECK(has("value=\"mention\"/>"));
  CHECK(has("<option value=\"元\">元</option>"));
  CHECK(has("<option value=\"1:1:3\">一、 服务能力</option>"));
  CHECK_FALSE(has("value=\"ratio\""));
}

TEST_CASE("a row says what, how much, until when and where; several documents are told apart") {
  const auto all = documents();
  const auto index = report::make_index(all);
  const auto rows = report::rows_html(index, true, Language::en);
  const auto has = [&](const std::string& part) { return rows.find(part) != std::string::npos; };
  CHECK(
      has("<tr id=\"f2\" role=\"row\" class=\"k-rate r-target\" data-kind=\"rate\" data-role=\"target\" data-doc=\"1\" "
          "data-item=\"2\" data-unit=\"%\" data-value=\"62.5\">"));
  CHECK(has("<a href=\"#m2\">建档率</a><small>65岁及以上老年人</small>"));
  CHECK(has("<td role=\"cell\" class=\"value\">≥ 62.5%</td>"));
  CHECK(has("<tr id=\"f12\""));
  CHECK(has("一/一 · line 5 <span>· 2020 某市卫生健康局</span>"));
  CHECK(report::rows_html(index, false, Language::en).find("某市卫生健康局") == std::string::npos);
}
