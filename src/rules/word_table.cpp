// Longest-match word look-up in a trie. Tested by tests/rules/word_table_test.cpp.
#include "rules/word_table.hpp"

#include <utility>

namespace zhibiao::rules {
namespace {

constexpr int kFirstPower = 6;

}  // namespace

WordTable::WordTable() : edges_(std::size_t{1} << kFirstPower), shift_(64 - kFirstPower), nodes_(kRoot + 1) {}

void WordTable::insert(std::uint64_t key, std::uint32_t to) {
  std::size_t slot = slot_of(key);
  while (edges_[slot].to != kNowhere) slot = (slot + 1) & (edges_.size() - 1);
  edges_[slot] = {key, to};
}

void WordTable::grow() {
  std::vector<Edge> old(2 * edges_.size());
  std::swap(old, edges_);
  --shift_;
  for (const Edge& edge : old) {
    if (edge.to != kNowhere) insert(edge.key, edge.to);
  }
}

std::uint32_t WordTable::add_node(std::uint32_t from, char32_t character) {
  const auto to = static_cast<std::uint32_t>(nodes_.size());
  nodes_.emplace_back();
  nodes_[from].last = false;
  if (from == kRoot && character < firsts_.kEnd) {
    firsts_.set(character, to);
    return to;
  }
  if (2 * nodes_.size() > edges_.size()) grow();
  insert(key_of(from, character), to);
  return to;
}

std::uint32_t WordTable::add(std::string_view word) {
  std::size_t at = 0;
  const char32_t first = read_char(word, at);
  std::uint32_t node = first_of(first);
  if (node == kNowhere) node = add_node(kRoot, first);
  for (bool second = true; at < word.size(); second = false) {
    const char32_t character = read_char(word, at);
    if (second) pairs_.set(pair_of(first, character));
    const std::uint32_t to = next(node, character);
    node = to == kNowhere ? add_node(node, character) : to;
  }
  nodes_[node].known = true;
  return node;
}

void WordTable::merge(std::string_view word, std::uint64_t bits) {
  if (!word.empty()) nodes_[add(word)].value |= bits;
}

void WordTable::set(std::string_view word, std::uint64_t value) {
  if (!word.empty()) nodes_[add(word)].value = value;
}

WordTable::Hit WordTable::longest(std::string_view text, std::size_t offset) const {
  Hit hit;
  each(text, offset, [&](std::size_t length, std::uint64_t value) { hit = {length, value}; });
  return hit;
}

std::uint64_t WordTable::find(std::string_view word) const {
  if (word.empty()) return 0;
  std::size_t at = 0;
  const char32_t first = read_char(word, at);
  std::uint32_t node = first_of(first);
  for (bool second = true; at < word.size(); second = false) {
    if (node == kNowhere || nodes_[node].last) return 0;
    const char32_t character = read_char(word, at);
    if (second && !pairs_[pair_of(first, character)]) return 0;
    node = next(node, character);
  }
  return nodes_[node].value;
}

}  // namespace zhibiao::rules
