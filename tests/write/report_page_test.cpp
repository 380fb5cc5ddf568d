// The report page as a whole: well formed, of one piece, and deaf to what a document smuggles in.
#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <string>

#include "write/report/page.hpp"
#include "write/report_sample.hpp"
#include "write/sha256.hpp"

using namespace zhibiao_tests;
using zhibiao::Language;
using zhibiao::ReportDocument;
using zhibiao::ReportOptions;

namespace {

std::string page_of(const std::vector<ReportDocument>& documents, const ReportOptions& options = {}) {
  std::ostringstream out;
  zhibiao::write_report(out, documents, options);
  return out.str();
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

bool has(const std::string& text, const std::string& part) { return times(text, part) > 0; }

/// What stands between the first of these tags and the next of those.
std::string between(const std::string& text, const std::string& open, const std::string& close) {
  const std::size_t begin = text.find(open) + open.size();
  return text.substr(begin, text.find(close, begin) - begin);
}

/// The page as XML: HTML's two elements of another language and its declaration left out.
pugi::xml_document parsed(std::string page) {
  for (const std::string name : {"style", "script"}) {
    const std::string text = between(page, "<" + name + ">", "</" + name + ">");
    page.replace(page.find(text), text.size(), "");
  }
  pugi::xml_document document;
  const auto result = document.load_string(page.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  REQUIRE_MESSAGE(result, result.description(), " before ", page.substr(static_cast<std::size_t>(result.offset), 200));
  return document;
}

std::vector<ReportDocument> plans() {
  const std::string text = "一、床位\n新增3个，其中托位3个以上。\n";
  auto within = fact_in(text, "3个以上", "托位");
  within.role = zhibiao::Role::result;
  within.kind = zhibiao::Kind::measure;
  const std::vector<zhibiao::Item> items = {item_in(text, "一、", "床位", 1, "一")};
  return {report_document(text, {fact_in(text, "3个", "床位"), within}, items),
          report_document(text, {fact_in(text, "3个", "床位")}, items), report_document("无\n", {})};
}

const std::string kPayload = "</template></title></style><script>alert('x')</script><img src=x onerror=\"alert(1)\">";

/// All texts of a document that are its writer's.
ReportDocument hostile() {
  const std::string text = kPayload + "\n一、" + kPayload + "3个\n";
  zhibiao::Fact fact = fact_in(text, "3个", kPayload);
  fact.scope = fact.action = fact.item = fact.heading = fact.unit = fact.per = fact.issuer = fact.deadline = kPayload;
  fact.sentence = fact.place = fact.rule = fact.file = fact.change = fact.comparator = kPayload;
  fact.flags = {kPayload};
  fact.kind = zhibiao::Kind::rate;
  ReportDocument document = report_document(text, {fact}, {item_in(text, "一、", kPayload, 1, "一")});
  document.source = zhibiao::Source(kPayload, text);
  auto& data = document.analysis.document;
  data.title = data.issuer = data.doc_number = data.issued = kPayload;
  return document;
}

}  // namespace

TEST_CASE("the page is well formed, each id is there once, and links lead to one") {
  for (const Language language : {Language::zh, Language::en}) {
    const auto document = parsed(page_of(plans(), {language, ""}));
    std::set<std::string> ids;
    for (const auto& node : document.select_nodes("//@id")) {
      CHECK_MESSAGE(ids.insert(node.attribute().value()).second, node.attribute().value());
    }
    const auto links = document.select_nodes("//a/@href");
    CHECK(links.size() > 6);
    for (const auto& node : links) {
      const std::string target = node.attribute().value();
      CHECK_MESSAGE((target.starts_with('#') && ids.contains(target.substr(1))), target);
    }
  }
}

TEST_CASE("the policy lets the page's own style and script through and nothing else") {
  const std::string page = page_of(plans());
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  const std::string style = between(page, "<style>", "</style>");
  const std::string script = between(page, "<script>", "</script>");
  CHECK(policy == "default-src 'none'; style-src 'sha256-" + sha256_base64(style) + "'; script-src 'sha256-" +
                      sha256_base64(script) + "'; base-uri 'none'; form-action 'none'");
  CHECK(times(page, "<script") == 1);
  CHECK(times(page, "<style") == 1);
  CHECK(style.size() > 1000);
  CHECK(script.size() > 1000);
  CHECK(sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("nothing is fetched and nothing is styled or run from an attribute") {
  const auto document = parsed(page_of(plans()));
  CHECK(document.select_nodes("//@src | //@style | //link | //iframe | //object | //img").empty());
  for (const auto& node : document.select_nodes("//@*")) {
    CHECK_MESSAGE(std::string(node.attribute().name()).substr(0, 2) != "on", node.attribute().name());
  }
  const std::string page = page_of(plans());
  for (const char* fetch : {"url(", "@import", "fetch(", "XMLHttpRequest", "eval(", "innerHTML"}) {
    CHECK_MESSAGE(!has(page, fetch), fetch);
  }
}

TEST_CASE("what a document says stays text, wherever the page shows it") {
  const std::vector<ReportDocument> documents = {hostile(), hostile()};
  const std::string page = page_of(documents, {Language::en, kPayload});
  CHECK(times(page, "<script") == 1);
  CHECK_FALSE(has(page, "<img"));
  CHECK(has(page, "&lt;script&gt;alert("));
  const auto document = parsed(page);
  CHECK(document.select_node("//h1").node().text().get() == kPayload);
  CHECK(document.select_nodes("//template").size() == 3);
}

TEST_CASE("the title is the one given, the document's, or how many there are") {
  const auto title = [](const std::vector<ReportDocument>& documents, const ReportOptions& options) {
    return between(page_of(documents, options), "<title>", "</title>");
  };
  const auto three = plans();
  CHECK(title(three, {Language::en, "Mine"}) == "Mine");
  CHECK(title({three[0]}, {Language::zh, ""}) == "某市工作要点：量化指标");
  CHECK(title(three, {Language::zh, ""}) == "3份规划的量化指标");
  CHECK(title(three, {Language::en, ""}) == "3 plans: targets in their text");
}

TEST_CASE("counts stand below the title, of what there is") {
  const std::string line = between(page_of(plans(), {Language::en, ""}), "<p class=\"dateline\">", "</p>");
  CHECK(line == "<span>3 documents</span><span>2 targets</span><span>1 result</span>");
}

TEST_CASE("documents without facts are still shown, and the page says there are none") {
  const std::string page = page_of({report_document("无指标\n", {})}, {Language::en, ""});
  CHECK(has(page, ">无指标</p>"));
  CHECK(has(page, "No targets were found"));
  CHECK_FALSE(has(page, "<tbody"));
}

TEST_CASE("more sections stand above the documents, empty ones nowhere") {
  std::ostringstream out;
  const auto documents = plans();
  const std::vector<zhibiao::write::report::Section> sections = {{"changes", "What <changed>", "<p>more</p>"},
                                                                 {"none", "None", ""}};
  zhibiao::write::report::write_page(out, documents, {}, sections);
  const std::string page = out.str();
  CHECK(has(page, "<section id=\"changes\" class=\"part\"><h2>What &lt;changed&gt;</h2>\n<p>more</p>"));
  CHECK(page.find("<p>more</p>") < page.find("<main"));
  CHECK_FALSE(has(page, "id=\"none\""));
}
