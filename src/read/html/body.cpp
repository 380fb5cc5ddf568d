// Read, web pages: the document's part of a page. Input: the tree, labelled data marked; output: the elements to read,
// and what surrounds them marked as left out. Everything is counted in passes over the nodes, whose order puts parents
// first. Tested by tests/read/html_body_test.cpp.
#include "read/html/body.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "read/html/chars.hpp"

namespace zhibiao::read_stage::html {
namespace {

#include "read/html/names.def"

constexpr std::uint32_t kSentence = 25;  // characters that make a block a sentence, with or without a stop
constexpr std::uint32_t kManyLinks = 3;  // that make a list of links

template <typename Table>
bool among(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

/// Calls `use` with each class of an element.
template <typename Use>
void each_class(const Node& node, Use use) {
  const std::string& classes = node.attribute().classes;
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find_first_of(" \t\r\n\f", at), classes.size());
    if (end > at) use(std::string_view(classes).substr(at, end - at));
    at = end + 1;
  }
}

std::string joined(std::string_view name) {
  std::string out(name);
  std::erase_if(out, [](char c) { return c == '-' || c == '_'; });
  return out;
}

/// The names of an element: its id and its classes, without - and _.
std::vector<std::string> names_of(const Node& node) {
  std::vector<std::string> names;
  if (!node.attributes) return names;
  if (!node.attributes->id.empty()) names.push_back(node.attributes->id);
  each_class(node, [&](std::string_view one) { names.push_back(joined(one)); });
  return names;
}

/// Counts what is shown: characters, links, sentences. `weight` of a block's own text counts as a sentence if it is
/// long or ends like one; cells count half, as tables of data are part of the text.
class Measures {
 public:
  explicit Measures(Tree& tree) : tree_(tree) {}

  void run() {
    states_.assign(tree_.nodes.size(), {});
    for (Node& node : tree_.nodes) {
      reset(node);
      look(node, node.index, node.parent == nullptr ? node.index : node.parent->index);
    }
    for (std::size_t k = tree_.nodes.size(); k-- > 0;) {
      Node& node = tree_.nodes[k];
      weigh(node, states_[k]);
      if (node.parent != nullptr) add_to_parent(node, states_[k].shown);
    }
  }

 private:
  struct State {
    std::size_t block = 0;  // the nearest block, itself included
    std::uint32_t own = 0;  // characters of a block outside links, those of blocks in it not counted
    bool shown = true;
    bool link = false;
    bool stop = false;
  };

  static void reset(Node& node) {
    node.chars = node.link_chars = node.links = node.weight = node.paragraphs = node.tables = 0;
  }

  void look(Node& node, std::size_t own, std::size_t parent) {
    State& state = states_[own];
    const State above = states_[parent];
    state.shown = (own == parent || above.shown) && node.shown();
    state.link = (own != parent && above.link) || node.link;
    state.block = node.kind == Kind::block ? own : above.block;
    if (!state.shown) return;
    if (node.kind == Kind::text) {
      node.chars = static_cast<std::uint32_t>(visible_chars(node.text));
      if (state.link) {
        node.link_chars = node.chars;
      } else {
        State& block = states_[state.block];
        block.own += node.chars;
        block.stop = block.stop || node.text.find("。") != std::string::npos;
      }
    }
    node.links = node.link ? 1 : 0;
    node.paragraphs = node.kind == Kind::block || node.kind == Kind::line_break ? 1 : 0;
  }

  static void weigh(Node& node, const State& state) {
    if (!state.shown || node.kind != Kind::block) return;
    if (state.own >= kSentence || state.stop) {
      node.weight += state.own;
    } else if (node.is("td") || node.is("th")) {
      node.weight += (state.own + 1) / 2;
    }
  }

  static void add_to_parent(const Node& node, bool shown) {
    if (!shown) return;
    Node& parent = *node.parent;
    parent.chars += node.chars;
    parent.link_chars += node.link_chars;
    parent.links += node.links;
    parent.weight += node.weight;
    parent.paragraphs += node.paragraphs;
    parent.tables += node.tables + (node.is("table") ? 1 : 0);
  }

  Tree& tree_;
  std::vector<State> states_;
};

bool is_surrounding(const Node& node) {
  if (among(kSurroundingElements, node.name)) return true;
  if (node.kind != Kind::block || node.is("p") || node.is("li") || !node.attributes) return false;
  if (among(kSurroundings, node.attributes->id)) return true;
  bool found = false;
  each_class(node, [&](std::string_view name) {
    found = found || among(kSurroundings, joined(name));
    for (std::size_t at = 0; at < name.size() && !found;) {
      const std::size_t end = std::min(name.find_first_of("-_", at), name.size());
      found = among(kSurroundings, name.substr(at, end - at));
      at = end + 1;
    }
  });
  return found;
}

bool is_link_list(const Node& node) {
  return node.links >= kManyLinks && std::uint64_t{node.link_chars} * 10 >= std::uint64_t{node.chars} * 6 &&
         among(kLinkLists, node.name);
}

/// What holds a tenth of the page's sentences is never taken for its surroundings.
void leave_out_surroundings(Tree& tree, std::uint32_t total) {
  for (Node& node : tree.nodes) {
    if (std::uint64_t{node.weight} * 10 >= total) continue;
    if (is_surrounding(node) || is_link_list(node)) node.left_out = true;
  }
}

/// Candidates by name, each rank of the table with its elements in the order of the page.
using Ranked = std::vector<std::vector<Node*>>;

bool inside(const Node* node, const Node* other) {
  for (; node != nullptr; node = node->parent) {
    if (node == other) return true;
  }
  return false;
}

bool shown_above(const Node& node) {
  for (const Node* up = &node; up != nullptr; up = up->parent) {
    if (!up->shown()) return false;
  }
  return true;
}

std::uint32_t weight_of(const std::vector<Node*>& parts) {
  std::uint32_t weight = 0;
  for (const Node* part : parts) weight += part->weight;
  return weight;
}

std::size_t rank_of(const std::string& name) {
  for (std::size_t rank = 0; rank < kBodies.size(); ++rank) {
    const std::string_view body = kBodies[rank];
    if (name == body) return rank;
    // vsb_content_2, WordSection3
    for (const std::string_view section : kSections) {
      if (body.starts_with(section) && name.starts_with(section) &&
          name.find_first_not_of("0123456789", section.size()) == std::string::npos) {
        return rank;
      }
    }
  }
  return kBodies.size();
}

/// Elements that are known to be the text: of the first name in the table under which a fair part of the text stands.
std::vector<Node*> named_body(Tree& tree, std::uint32_t total) {
  Ranked ranked(kBodies.size());
  for (Node& node : tree.nodes) {
    if (!node.attributes || node.kind == Kind::text || !shown_above(node)) continue;
    std::size_t best = kBodies.size();
    for (const std::string& name : names_of(node)) best = std::min(best, rank_of(name));
    if (best == kBodies.size()) continue;
    auto& found = ranked[best];
    if (found.empty() || !inside(&node, found.back())) found.push_back(&node);
  }
  for (auto& found : ranked) {
    std::erase_if(found, [](const Node* node) { return node->chars == 0; });
    const std::uint32_t weight = weight_of(found);
    if (weight > 0 && std::uint64_t{weight} * 10 >= std::uint64_t{total} * 3) return found;
  }
  return {};
}

/// The weightiest element of a kind, if most of the text stands in it.
template <typename Fits>
std::vector<Node*> weightiest(Tree& tree, std::uint32_t total, Fits fits) {
  Node* best = nullptr;
  for (Node& node : tree.nodes) {
    if (node.weight > 0 && (best == nullptr || node.weight > best->weight) && fits(node) && shown_above(node)) {
      best = &node;
    }
  }
  if (best == nullptr || std::uint64_t{best->weight} * 10 < std::uint64_t{total} * 7) return {};
  return {best};
}

bool can_hold_document(const Node& node) {
  return among(kContainers, node.name) && (node.kind == Kind::block || node.paragraphs > 1);
}

bool is_part_of_table(const Node& node) {
  return node.is("table") || node.is("tbody") || node.is("tr") || node.kind == Kind::inline_run;
}

/// From the top down into the one child that has nearly all sentences, as long as there is one.
Node* narrowest(Node& top) {
  Node* at = &top;
  while (true) {
    Node* heavy = nullptr;
    for (Node* child = at->first; child != nullptr; child = child->next) {
      const bool most = std::uint64_t{child->weight} * 100 >= std::uint64_t{top.weight} * 92;
      if (child->shown() && child->weight > 0 && most) heavy = child;
    }
    if (heavy == nullptr || !can_hold_document(*heavy)) break;
    at = heavy;
  }
  // A table whose cells share the text belongs to what stands around it.
  while (at->parent != nullptr && is_part_of_table(*at)) at = at->parent;
  return at;
}

std::vector<Node*> choose(Tree& tree, Node& top) {
  const std::uint32_t total = top.weight;
  if (total == 0) return {&top};
  if (auto parts = named_body(tree, total); !parts.empty()) return parts;
  for (const std::string_view element : {"article", "main"}) {
    const auto fits = [&](const Node& node) { return node.is(element); };
    if (auto parts = weightiest(tree, total, fits); !parts.empty()) return parts;
  }
  const auto perhaps = [](const Node& node) {
    const auto names = names_of(node);
    return std::any_of(names.begin(), names.end(), [](const auto& name) { return among(kPerhapsBodies, name); });
  };
  Node* narrow = narrowest(top);
  auto parts = weightiest(tree, total, perhaps);
  // Of two, the smaller one that has nearly all.
  if (!parts.empty() && inside(parts.front(), narrow)) return parts;
  return {narrow};
}

}  // namespace

Body find_body(Tree& tree) {
  Body body;
  Node* top = tree.find("body");
  if (top == nullptr && !tree.nodes.empty()) top = &tree.nodes.front();
  if (top == nullptr) return body;
  Measures(tree).run();
  leave_out_surroundings(tree, top->weight);
  Measures(tree).run();
  body.parts = choose(tree, *top);
  body.inside = weight_of(body.parts);
  body.outside = top->weight - std::min(top->weight, body.inside);
  return body;
}

}  // namespace zhibiao::read_stage::html
