// Read, web pages: the title. Input: the tree; output: the title, and whether the text has it.
// Tested by tests/read/html_body_test.cpp.
#include "read/html/title.hpp"

#include <algorithm>

#include "read/html/chars.hpp"
#include "read/html/labels.hpp"
#include "read/html/lines.hpp"

namespace zhibiao::read_stage::html {
namespace {

constexpr std::size_t kShortest = 5;  // characters of a title
constexpr std::size_t kLongest = 120;
constexpr std::size_t kLongestBytes = 600;

std::string text_of(const Node* node) {
  // A title element is muted: what it says is read here and nowhere else.
  std::string text;
  for (const Node* child = node == nullptr ? nullptr : node->first; child != nullptr; child = child->next) {
    text += child->kind == Kind::text ? child->text : line_of(*child, kLongestBytes);
  }
  return std::string(trimmed(text));
}

/// `…的通知_政策文件_某县人民政府`: up to the first sign that parts a title from the names of sites.
std::string without_site(const std::string& title) {
  std::size_t end = title.size();
  for (const std::string_view sign : {"_", "|", " - ", " – ", "--", "——", "-"}) {
    const std::size_t at = title.find(sign);
    if (at != std::string::npos && visible_chars(std::string_view(title).substr(0, at)) >= kShortest) {
      end = std::min(end, at);
    }
  }
  return std::string(trimmed(std::string_view(title).substr(0, end)));
}

bool fits(const std::string& text) {
  const std::size_t chars = visible_chars(text);
  return chars >= kShortest && chars <= kLongest && text.find("。") == std::string::npos;
}

bool is_surrounding(const Node& node) {
  for (const Node* up = &node; up != nullptr; up = up->parent) {
    if (!up->shown()) return true;
  }
  return false;
}

/// The heading of the page: one that the page's title repeats goes before others, then the first above the text that
/// names a document.
std::string heading(const Tree& tree, const std::string& page_title, const Node& body) {
  std::string first;
  for (const std::string_view level : {"h1", "h2", "h3"}) {
    for (const Node& node : tree.nodes) {
      if (!node.is(level)) continue;
      std::string text = line_of(node, kLongestBytes);
      if (!fits(text)) continue;
      if (page_title.find(squeezed(text)) != std::string::npos) return text;
      const bool above = node.index < body.index && !is_surrounding(node);
      if (first.empty() && above && names_document(text)) first = std::move(text);
    }
  }
  return first;
}

}  // namespace

std::string title_of_page(const Tree& tree, const std::string& labelled, const Node& body) {
  const auto element =
      std::find_if(tree.nodes.begin(), tree.nodes.end(), [](const Node& node) { return node.is("title"); });
  const std::string page_title = element == tree.nodes.end() ? std::string() : text_of(&*element);
  std::string title = heading(tree, squeezed(page_title), body);
  if (title.empty()) title = labelled;
  if (title.empty()) {
    title = without_site(page_title);
    if (!names_document(title)) return {};
  }
  return fits(title) ? title : std::string();
}

TitlePlace place_of(const std::string& title, const std::vector<std::string>& opening) {
  std::string start;
  std::string first;
  for (const std::string& line : opening) {
    start += squeezed(line);
    if (first.empty()) first = start;
  }
  const std::string plain = squeezed(title);
  if (start.find(plain) != std::string::npos) return TitlePlace::in_text;
  if (visible_chars(first) < kShortest) return TitlePlace::missing;
  if (plain.ends_with(first)) return TitlePlace::completes;
  return plain.find(first) == std::string::npos ? TitlePlace::missing : TitlePlace::in_text;
}

}  // namespace zhibiao::read_stage::html
