// Payloads in the report page: whatever plans say, the page has the elements, attributes, script and style of a page of
// harmless plans; all the rest is text.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/in_process.hpp"
#include "safety/oracles.hpp"
#include "safety/payload_plans.hpp"

namespace {

using nlohmann::json;
using safety::Args;
using safety::Plans;

/// A page taken apart: its script and style, and what is left as a tree.
struct Page {
  std::string script;
  std::string style;
  std::string rest;
  pugi::xml_document tree;
  std::string fault;

  explicit Page(std::string html) : rest(std::move(html)) {
    script = cut("script");
    style = cut("style");
    const auto result = tree.load_buffer(rest.data(), rest.size(), pugi::parse_full & ~pugi::parse_declaration);
    if (!result) fault = result.description() + (": " + rest.substr(static_cast<std::size_t>(result.offset), 60));
  }

  const char* island(const char* id) const {
    return tree
        .find_node([&](const pugi::xml_node& node) { return std::string_view(node.attribute("id").value()) == id; })
        .child_value();
  }

 private:
  /// The content of the only element of that name, which is left empty.
  std::string cut(const std::string& name) {
    const std::size_t start = rest.find("<" + name + ">") + name.size() + 2;
    const std::size_t end = rest.find("</" + name + ">", start);
    std::string content = rest.substr(start, end - start);
    rest.erase(start, end - start);
    return content;
  }
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return text;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

/// `tr.class`, `tr.data-unit`: each attribute of each element, and each element by its name.
void collect(const pugi::xml_node& node, std::set<std::string>& names) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_comment || child.type() == pugi::node_pi) names.insert("a comment or instruction");
    if (child.type() != pugi::node_element) continue;
    names.insert(child.name());
    for (const pugi::xml_attribute attribute : child.attributes()) {
      names.insert(std::string(child.name()) + "." + attribute.name());
    }
    collect(child, names);
  }
}

/// The first attribute that leads out of the page, runs or paints.
std::string attribute_fault(const pugi::xml_node& node) {
  for (const pugi::xml_node child : node.children()) {
    for (const pugi::xml_attribute attribute : child.attributes()) {
      const std::string name = attribute.name();
      const std::string value = attribute.value();
      if (name.starts_with("on") || name == "src" || name == "srcdoc" || name == "action") return name + "=" + value;
      if (name.ends_with("href") && !value.starts_with("#")) return name + "=" + value;
      if (value.find("url(") != std::string::npos && !value.starts_with("url(#") && name == "style") return value;
    }
    if (std::string fault = attribute_fault(child); !fault.empty()) return fault;
  }
  return {};
}

/// What the page gives when its button is pressed: the head and all rows.
std::string download(const Page& page, const char* id) {
  const json held = json::parse(page.island(id), nullptr, false);
  if (!held.is_object()) return "the island is no JSON";
  std::string text = held["head"];
  for (const json& row : held["rows"]) text += row.get<std::string>();
  return text;
}

std::string report(const Args& args) {
  const auto outcome = zhibiao_tests::run(args);
  CHECK(outcome.status == 0);
  CHECK(safety::terminal_fault(outcome.err) == "");
  return outcome.out;
}

/// Plans of two years that have all a page shows: headings of two levels, targets, results, milestones, tables of years.
std::string harmless_page(const char* language) {
  const zhibiao_tests::Folder folder;
  const auto plan = [](int year, const std::string& word) {
    return std::to_string(year) + "年" + word + "工作要点\n某市卫生局\n\n一、" + word + "健康\n（一）" + word +
           "。新增床位5张，覆盖率达到90%。6月底前，完成改造。\n二、其他\n新增学校" + std::to_string(year - 2000) +
           "所。2020年，新增公园3个。\n";
  };
  const std::string old = folder.file("old.txt", plan(2021, "卫生"));
  return report({"report", folder.file("a.txt", plan(2022, "卫生")), folder.file("b.txt", plan(2023, "卫生")), "--diff",
                 old, "--role", "all", "--lang", language});
}

void check_page(const std::string& html, const Page& harmless) {
  CHECK(safety::control_fault(html) == "");
  for (const char* mark : {"\u200B", "\u200D", "\u200F", "\u202A", "\u202E", "\u2060", "\u2066", "\u2069", "\uFEFF"}) {
    CAPTURE(std::string(mark));
    CHECK(count(html, mark) == 0);
  }
  CHECK(count(lower(html), "<script") == 1);
  CHECK(count(lower(html), "</script") == 1);
  CHECK(count(lower(html), "</style") == 1);
  CHECK(count(lower(html), "<!--") == 0);
  const Page page(html);
  REQUIRE(page.fault == "");
  CHECK(page.script == harmless.script);
  CHECK(page.style == harmless.style);
  std::set<std::string> known = {"g.fill-opacity", "g.stroke-dasharray"};  // of charts that need more plans than two
  std::set<std::string> names;
  collect(harmless.tree, known);
  collect(page.tree, names);
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK(known.contains(name));
  }
  CHECK(attribute_fault(page.tree) == "");
  CHECK(json::accept(page.island("data")));
  const std::string csv = download(page, "csv-rows");
  CHECK(csv.size() > 1000);
  CHECK(safety::csv_fault(csv) == "");
  const std::string excel = download(page, "excel-rows");
  CHECK(excel.size() > 1000);
  CHECK(safety::csv_fault(excel.starts_with("\xEF\xBB\xBF") ? excel.substr(3) : excel) == "");
  CHECK(safety::formula_fault(excel) == "");
}

}  // namespace

TEST_CASE("the tree of a page shows what a payload would add to it") {
  const Page page(
      "<html><style></style><p onclick='x'><a href=\"javascript:x\">x</a></p><img/><script></script></html>");
  REQUIRE(page.fault == "");
  std::set<std::string> names;
  collect(page.tree, names);
  CHECK(names.contains("img"));
  CHECK(names.contains("p.onclick"));
  CHECK(attribute_fault(page.tree) != "");
}

TEST_CASE("report pages of plans full of payloads are the pages of harmless plans, with other texts") {
  const Plans plans;
  for (const char* language : {"en", "zh"}) {
    CAPTURE(std::string(language));
    const Page harmless(harmless_page(language));
    REQUIRE(harmless.fault == "");
    check_page(report(plans.with({"report"}, {"--role", "all", "--lang", language})), harmless);
    const Page exact(report(plans.with({"report"}, {"--lang", language})));
    CHECK(count(download(exact, "csv-rows"), "\u202E") > 0);  // the table has what the plan says
    check_page(report(plans.with({"report"}, {"--diff", plans.folder.path(), "--lang", language})), harmless);
  }
}

TEST_CASE("one plan, its name a payload: it stands in the page's title, and nowhere else than as text") {
  const Page harmless(harmless_page("zh"));
  for (const std::string& payload : safety::markup()) {
    CAPTURE(payload);
    const zhibiao_tests::Folder folder;
    const std::string text = safety::plan_with(payload) + safety::plan_with(payload) + safety::plan_with(payload);
    const std::string file = folder.file(safety::as_name(payload) + ".txt", text);
    check_page(report({"report", file, "--title", payload, "--lang", "zh"}), harmless);
  }
}
