// Read: XML parts of office files, parsed in place and walked without recursion.
#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/zip.hpp"

namespace zhibiao::read_stage {

/// One XML part of an archive. A DOCTYPE is refused; entities beyond the five of XML are never expanded.
class Xml {
 public:
  /// Throws Error for a part that is missing, no XML, not in a Unicode encoding, or that has a DOCTYPE.
  Xml(Zip& zip, const std::string& part);
  Xml(const Xml&) = delete;
  Xml& operator=(const Xml&) = delete;
  pugi::xml_node root() const { return document_.document_element(); }

 private:
  std::string bytes_;  // the tree points into them
  pugi::xml_document document_;
};

/// The name without its prefix: `w:p` is `p`.
std::string_view local_name(const char* name);

/// The prefix with its colon (`w:`; empty for a default namespace) that `root` declares for one of the namespaces;
/// `otherwise` if it declares none.
std::string prefix_of(pugi::xml_node root, std::initializer_list<std::string_view> namespaces,
                      std::string_view otherwise);

/// The first child element of that local name, whatever its prefix.
pugi::xml_node child(pugi::xml_node node, std::string_view local);
/// An attribute's value by local name; empty if there is none.
std::string_view attribute(pugi::xml_node node, std::string_view local);
/// The same as a whole number; `otherwise` for what is none.
long number_attribute(pugi::xml_node node, std::string_view local, long otherwise);
/// A switch such as `<w:vanish w:val="0"/>`: on if the child is there and does not say no.
bool is_on(pugi::xml_node node, std::string_view local);
/// The text directly in an element.
std::string text_of(pugi::xml_node node);

/// Calls `enter(element)` for each element below `root` in document order, which returns whether to go into it, and
/// `leave(element)` after the children of each one gone into. Throws Error beyond `limits.depth` levels.
template <class Enter, class Leave>
void walk(const Zip& zip, pugi::xml_node root, Enter enter, Leave leave);

[[noreturn]] void fail_too_deep(const Zip& zip);

template <class Enter, class Leave>
void walk(const Zip& zip, pugi::xml_node root, Enter enter, Leave leave) {
  std::size_t depth = 1;
  pugi::xml_node node = root.first_child();
  if (!node) return;
  while (true) {
    const bool element = node.type() == pugi::node_element;
    if (element && enter(node)) {
      if (const pugi::xml_node first = node.first_child()) {
        if (++depth > zip.limits().depth) fail_too_deep(zip);
        node = first;
        continue;
      }
      leave(node);
    }
    while (!node.next_sibling()) {
      node = node.parent();
      if (--depth == 0) return;
      leave(node);
    }
    node = node.next_sibling();
  }
}

}  // namespace zhibiao::read_stage
