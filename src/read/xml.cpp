// Read, XML parts. Input: an archive and a part's name; output: its tree. pugixml expands no entities and parses any
// depth without recursion; what it does not check is checked here. Tested by tests/read/docx_test.cpp.
#include "read/xml.hpp"

#include <fmt/format.h>

#include <charconv>

#include "read/encoding.hpp"
#include "read/limits.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr unsigned kFlags =
    pugi::parse_escapes | pugi::parse_cdata | pugi::parse_ws_pcdata_single | pugi::parse_eol | pugi::parse_doctype;

/// UTF-16 and UTF-32 have NUL bytes or a byte order mark in front; pugixml reads them by that.
bool is_wide(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.substr(0, 4).find('\0') != std::string_view::npos;
}

}  // namespace

Xml::Xml(Zip& zip, const std::string& part) : bytes_(zip.read(part)) {
  if (!is_wide(bytes_)) {
    if (const auto bad = first_bad_utf8(bytes_)) {
      throw Error(zip.name(), fmt::format("the part {} is damaged: byte {} is not UTF-8; save the document again with "
                                          "the program that made it",
                                          part, *bad));
    }
  }
  const auto result = document_.load_buffer_inplace(bytes_.data(), bytes_.size(), kFlags);
  for (const pugi::xml_node node : document_.children()) {
    if (node.type() == pugi::node_doctype) {
      throw Error(zip.name(), "the part " + part + " declares a DOCTYPE, which office files never do; it is not read");
    }
  }
  if (!result || !root()) {
    throw Error(zip.name(), fmt::format("the part {} is damaged: byte {}: {}; save the document again with the program "
                                        "that made it",
                                        part, result.offset, result ? "no element" : result.description()));
  }
}

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

std::string prefix_of(pugi::xml_node root, std::initializer_list<std::string_view> namespaces,
                      std::string_view otherwise) {
  for (const pugi::xml_attribute declared : root.attributes()) {
    const std::string_view name(declared.name());
    if (!name.starts_with("xmlns")) continue;
    for (const std::string_view wanted : namespaces) {
      if (wanted != declared.value()) continue;
      return name.size() > 6 ? std::string(name.substr(6)) + ':' : std::string();
    }
  }
  return std::string(otherwise);
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_node at : node.children()) {
    if (at.type() == pugi::node_element && local_name(at.name()) == local) return at;
  }
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_attribute at : node.attributes()) {
    if (local_name(at.name()) == local) return at.value();
  }
  return {};
}

long number_attribute(pugi::xml_node node, std::string_view local, long otherwise) {
  const std::string_view value = attribute(node, local);
  long number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() && !value.empty() ? number : otherwise;
}

bool is_on(pugi::xml_node node, std::string_view local) {
  const pugi::xml_node at = child(node, local);
  if (!at) return false;
  const std::string_view value = attribute(at, "val");
  return value != "0" && value != "false" && value != "off";
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node at : node.children()) {
    if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) text += at.value();
  }
  return text;
}

void fail_too_deep(const Zip& zip) {
  throw Error(zip.name(),
              fmt::format("its elements are nested deeper than {} levels{}", zip.limits().depth, how_to_lift("depth")));
}

}  // namespace zhibiao::read_stage
