// Read, automatic numbering. Input: word/numbering.xml and each paragraph's place in a list; output: the marker in front
// of it. Lists of one definition count on together, as Word does. Tested by tests/read/docx_numbering_test.cpp.
#include "read/docx/numbering.hpp"

#include <algorithm>
#include <utility>

#include "read/list_numbers.hpp"
#include "read/xml.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::string_view kBullet = "• ";
constexpr long kMostStart = 32767;

std::optional<std::size_t> level_of(pugi::xml_node node) {
  const long level = number_attribute(node, "ilvl", -1);
  if (level < 0 || level >= static_cast<long>(kListLevels)) return std::nullopt;
  return static_cast<std::size_t>(level);
}

long start_value(pugi::xml_node node, long otherwise) {
  return node ? std::clamp(number_attribute(node, "val", otherwise), 0L, kMostStart) : otherwise;
}

/// w:numFmt, also where newer forms are wrapped in alternatives: the last one said is the one everybody knows.
std::string format_of(pugi::xml_node level) {
  if (const pugi::xml_node own = child(level, "numFmt")) return std::string(attribute(own, "val"));
  const pugi::xml_node fallback = child(child(level, "AlternateContent"), "Fallback");
  if (const pugi::xml_node known = child(fallback, "numFmt")) return std::string(attribute(known, "val"));
  return "decimal";
}

}  // namespace

Numbering::Level Numbering::read_level(pugi::xml_node node) {
  Level level;
  level.start = start_value(child(node, "start"), 0);
  if (const pugi::xml_node at = child(node, "lvlRestart")) level.restart = number_attribute(at, "val", -1);
  level.format = format_of(node);
  level.text = attribute(child(node, "lvlText"), "val");
  level.style = attribute(child(node, "pStyle"), "val");
  level.legal = is_on(node, "isLgl");
  level.gap = attribute(child(node, "suff"), "val") != "nothing";
  return level;
}

void Numbering::read_list(pugi::xml_node node) {
  List list;
  list.abstract = attribute(child(node, "abstractNumId"), "val");
  for (const pugi::xml_node at : node.children()) {
    const auto level = level_of(at);
    if (local_name(at.name()) != "lvlOverride" || !level) continue;
    if (const pugi::xml_node own = child(at, "lvl")) list.levels[*level] = read_level(own);
    if (const pugi::xml_node start = child(at, "startOverride")) list.start[*level] = start_value(start, 1);
  }
  lists_.emplace(number_attribute(node, "numId", 0), std::move(list));
}

Numbering::Numbering(pugi::xml_node root, const Styles& styles) {
  for (const pugi::xml_node node : root.children()) {
    const std::string_view kind = local_name(node.name());
    if (kind == "num") read_list(node);
    if (kind != "abstractNum") continue;
    Abstract abstract;
    abstract.link = attribute(child(node, "numStyleLink"), "val");
    for (const pugi::xml_node at : node.children()) {
      const auto level = level_of(at);
      if (local_name(at.name()) == "lvl" && level) abstract.levels[*level] = read_level(at);
    }
    abstracts_.emplace(attribute(node, "abstractNumId"), std::move(abstract));
  }
  follow_links(styles);
}

/// A definition may only name a list style; the levels then stand in the definition of that style's list.
void Numbering::follow_links(const Styles& styles) {
  for (auto& [id, list] : lists_) {
    const auto found = abstracts_.find(list.abstract);
    if (found == abstracts_.end() || found->second.link.empty()) continue;
    const auto target = lists_.find(styles.run(found->second.link).place.list.value_or(0));
    if (target == lists_.end()) continue;
    const auto linked = abstracts_.find(target->second.abstract);
    if (linked != abstracts_.end() && linked->second.link.empty()) list.abstract = target->second.abstract;
  }
}

std::string Numbering::next(const std::string& style, const ListPlace& own, const Styles& styles) {
  const Style& inherited = styles.paragraph(style);
  const long number = own.list.value_or(inherited.place.list.value_or(0));
  const auto list = lists_.find(number);
  if (number == 0 || list == lists_.end()) return {};
  const auto abstract = abstracts_.find(list->second.abstract);
  if (abstract == abstracts_.end()) return {};

  long level = own.level.value_or(inherited.place.level.value_or(0));
  if (!own.level && !own.list) {
    // A style's level is the one that names the style.
    for (std::size_t at = 0; at < kListLevels; ++at) {
      const std::string& linked = abstract->second.levels[at].style;
      if (!linked.empty() && (linked == style || linked == inherited.list_style)) level = static_cast<long>(at);
      if (!linked.empty() && linked == style) break;
    }
  }
  if (level < 0 || level >= static_cast<long>(kListLevels)) return {};
  return count(list->second, abstract->second, static_cast<std::size_t>(level));
}

std::string Numbering::count(List& list, Abstract& abstract, std::size_t level) {
  if (list.start[level] && !list.started[level]) {
    abstract.count[level] = *list.start[level];
  } else if (abstract.running[level]) {
    ++abstract.count[level];
  } else {
    const Level& own = list.levels[level] ? *list.levels[level] : abstract.levels[level];
    abstract.count[level] = list.start[level].value_or(own.start);
  }
  list.started[level] = true;
  abstract.running[level] = true;
  for (std::size_t below = level + 1; below < kListLevels; ++below) {
    const long restart = abstract.levels[below].restart;
    if (restart != 0 && (restart < 0 || static_cast<long>(level) < restart)) abstract.running[below] = false;
  }
  return marker(list, abstract, level);
}

std::string Numbering::marker(const List& list, const Abstract& abstract, std::size_t level) const {
  const auto own = [&](std::size_t at) -> const Level& {
    return list.levels[at] ? *list.levels[at] : abstract.levels[at];
  };
  const Level& here = own(level);
  if (here.format == "bullet") return std::string(kBullet);
  std::string text;
  for (std::size_t at = 0; at < here.text.size(); ++at) {
    const char digit = here.text[at] == '%' && at + 1 < here.text.size() ? here.text[at + 1] : '0';
    if (digit < '1' || digit > '9') {
      text += here.text[at];
      continue;
    }
    ++at;
    const auto shown = static_cast<std::size_t>(digit - '1');
    const long number = abstract.running[shown] ? abstract.count[shown] : own(shown).start;
    text += list_number(number, here.legal && own(shown).format != "none" ? "decimal" : own(shown).format);
  }
  // Full-width marks bring their own room.
  const bool wide = !text.empty() && static_cast<unsigned char>(text.back()) >= 0x80;
  constexpr std::string_view kPause = "、";
  constexpr std::string_view kBracket = "）";
  if (here.gap && !text.empty() && !(wide && (text.ends_with(kPause) || text.ends_with(kBracket)))) text += ' ';
  return text;
}

std::string with_marker(const std::string& marker, const std::string& text) {
  if (marker.empty() || text.empty()) return text;
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const bool clash = ascii(text.front()) && text.front() != ' ' && marker.back() != ' ' && ascii(marker.back());
  return marker + (clash ? " " : "") + text;
}

}  // namespace zhibiao::read_stage
