// Read, styles of a DOCX. Input: word/styles.xml; output: each style with what it takes from the ones below it.
// Tested by tests/read/docx_test.cpp.
#include "read/docx/styles.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "read/xml.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::size_t kLongestChain = 32;  // styles that build on each other; a ring ends here too

struct Raw {
  std::string base;
  Style own;
};

/// `toc 1`, `TOC 3`: the names of these styles are the same in all languages.
bool is_contents_name(std::string_view name) {
  if (name.size() < 5) return false;
  const auto is = [&](std::size_t at, char lower) { return (name[at] | 0x20) == lower; };
  return is(0, 't') && is(1, 'o') && is(2, 'c') && name[3] == ' ' && name[4] >= '1' && name[4] <= '9';
}

Style resolve(const std::unordered_map<std::string, Raw>& raw, const std::string& id) {
  Style style;
  bool first = true;
  std::string at = id;
  for (std::size_t step = 0; step < kLongestChain; ++step) {
    const auto found = raw.find(at);
    if (found == raw.end()) break;
    const Style& own = found->second.own;
    if (!style.place.list && own.place.list) {
      style.place.list = own.place.list;
      style.list_style = at;
    }
    if (!style.place.level) style.place.level = own.place.level;
    style.hidden = style.hidden || own.hidden;
    style.contents = style.contents || (first && own.contents);
    first = false;
    at = found->second.base;
  }
  return style;
}

}  // namespace

ListPlace list_place(pugi::xml_node properties) {
  ListPlace place;
  const pugi::xml_node numbering = child(properties, "numPr");
  if (const pugi::xml_node at = child(numbering, "numId")) place.list = number_attribute(at, "val", 0);
  if (const pugi::xml_node at = child(numbering, "ilvl")) place.level = number_attribute(at, "val", 0);
  return place;
}

Styles::Styles(pugi::xml_node root) {
  std::unordered_map<std::string, Raw> raw;
  for (const pugi::xml_node at : root.children()) {
    if (local_name(at.name()) != "style") continue;
    const std::string id(attribute(at, "styleId"));
    Raw style;
    style.base = attribute(child(at, "basedOn"), "val");
    style.own.place = list_place(child(at, "pPr"));
    style.own.hidden = is_on(child(at, "rPr"), "vanish");
    style.own.contents = is_contents_name(attribute(child(at, "name"), "val"));
    const std::string_view is_default = attribute(at, "default");
    if (attribute(at, "type") == "paragraph" && (is_default == "1" || is_default == "true")) default_ = id;
    raw.emplace(id, std::move(style));
  }
  for (const auto& [id, style] : raw) styles_.emplace(id, resolve(raw, id));
}

const Style& Styles::find(const std::string& id) const {
  static const Style kNone;
  const auto found = styles_.find(id);
  return found == styles_.end() ? kNone : found->second;
}

const Style& Styles::paragraph(std::string_view id) const {
  return find(id.empty() || !styles_.contains(std::string(id)) ? default_ : std::string(id));
}

const Style& Styles::run(std::string_view id) const { return find(std::string(id)); }

}  // namespace zhibiao::read_stage
