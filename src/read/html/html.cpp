// Read, web pages. Input: the bytes of an HTML file; output: the document's text with landmarks, its labelled data, and
// warnings for what was left out. Tested by tests/read/html_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/decode.hpp"
#include "read/formats.hpp"
#include "read/html/body.hpp"
#include "read/html/labels.hpp"
#include "read/html/text.hpp"
#include "read/html/title.hpp"
#include "read/html/tree.hpp"
#include "read/text_builder.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::size_t kOpening = 12;         // lines among which a text's own title is looked for
constexpr std::uint32_t kMuchOutside = 300;  // characters outside of the text that are worth a warning

std::string without_mark(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

TextBuilder write(const std::vector<html::Node*>& parts, const std::string& title) {
  TextBuilder builder;
  if (!title.empty()) builder.paragraph(title);
  for (const html::Node* part : parts) html::write_text(*part, builder);
  return builder;
}

/// The lines a text begins with.
std::vector<std::string> opening_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size() && lines.size() < kOpening;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

Document write_document(html::Tree& tree, DocumentData& labelled, std::vector<std::string>& warnings) {
  const html::Body body = html::find_body(tree);
  Document document = write(body.parts, {}).take("html");
  if (document.text.empty() && !body.parts.empty()) {
    // Nothing but surroundings: then they are the text.
    for (html::Node& node : tree.nodes) node.left_out = false;
    document = write(body.parts, {}).take("html");
  }
  if (document.text.empty()) return document;
  const std::string title = html::title_of_page(tree, labelled.title, *body.parts.front());
  const auto place = html::place_of(title, opening_of(document.text));
  if (!title.empty() && place == html::TitlePlace::missing) document = write(body.parts, title).take("html");
  if (place == html::TitlePlace::completes && labelled.title.empty()) labelled.title = title;
  if (body.outside >= kMuchOutside && body.outside > body.inside / 2) {
    warnings.push_back(fmt::format("the page has {} characters of text outside of what was taken for the document ({})",
                                   body.outside, body.inside));
  }
  return document;
}

}  // namespace

Document read_html(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  FileFacts facts;
  const std::string text = without_mark(decode_text(name, bytes, options, html::declared_encoding(bytes), facts));
  html::Tree tree = html::parse(name, text, options.limits);
  std::vector<std::string> warnings = std::move(facts.warnings);
  std::move(tree.warnings.begin(), tree.warnings.end(), std::back_inserter(warnings));
  DocumentData labelled = html::read_labels(tree);
  Document document = write_document(tree, labelled, warnings);
  document.facts.encoding = facts.encoding;
  document.facts.labelled = std::move(labelled);
  document.facts.warnings = std::move(warnings);
  return document;
}

}  // namespace zhibiao::read_stage
