// Small documents for the outline's tests, and what is read from them as text.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "outline/outline.hpp"
#include "text/view.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::test {

/// A document through text and outline.
struct Outlined {
  explicit Outlined(std::string_view body)
      : source("test.txt", std::string(body)),
        view(text::repair(source)),
        nodes(outline::build_outline(view, source)) {}
  Outlined(const Outlined&) = delete;
  Outlined& operator=(const Outlined&) = delete;

  Source source;
  text::View view;
  std::vector<outline::Node> nodes;
};

/// `path heading`, one a line.
inline std::string tree(std::string_view body) {
  const Outlined document(body);
  std::string out;
  for (const outline::Node& node : document.nodes) out += fmt::format("{} {}\n", node.item.path, node.item.heading);
  return out;
}

/// The paths alone, parted by blanks.
inline std::string paths(std::string_view body) {
  const Outlined document(body);
  std::string out;
  for (const outline::Node& node : document.nodes) out += (out.empty() ? "" : " ") + node.item.path;
  return out;
}

inline DocumentData data_of(std::string_view body) {
  const Outlined document(body);
  return outline::read_document_data(document.view, document.nodes);
}

}  // namespace zhibiao::test
