// Compare, outlines: the items of a plan as a tree.
#pragma once

#include <cstddef>
#include <vector>

#include "zhibiao/model.hpp"

namespace zhibiao::compare {

/// An outline as a tree. Index `size` is its root.
struct OutlineTree {
  explicit OutlineTree(const std::vector<Item>& items) : parent(items.size()), children(items.size() + 1) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < items.size(); ++i) {
      while (!open.empty() && items[open.back()].level >= items[i].level) open.pop_back();
      parent[i] = open.empty() ? items.size() : open.back();
      children[parent[i]].push_back(i);
      open.push_back(i);
    }
    below.assign(items.size(), 0);
    for (std::size_t i = items.size(); i-- > 0;) {
      if (parent[i] != items.size()) below[parent[i]] += below[i] + 1;
    }
  }
  std::size_t size() const { return parent.size(); }

  std::vector<std::size_t> parent;
  std::vector<std::vector<std::size_t>> children;
  std::vector<std::size_t> below;  ///< items in the subtree, itself not counted
};

}  // namespace zhibiao::compare
