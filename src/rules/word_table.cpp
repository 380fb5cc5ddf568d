// Longest-match word look-up in a trie. Tested by tests/rules/word_table_test.cpp.
#include "rules/word_table.hpp"

#include <utility>

namespace zhibiao::rules {
namespace {

constexpr int kFirstPower = 6;

}  // namespace

WordTable::WordTable()
    : edges_(std::size_t{1} << kFirstPower), shift_(64 - kFirstPower), values_(kRoot + 1), known_(kRoot + 1) {}

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

std::uint32_t WordTable::add(std::string_view word) {
  std::uint32_t node = kRoot;
  const std::size_t behind = static_cast<unsigned char>(word.front()) < 0x80 ? 1 : 3;
  Head& head = heads_[bits_of(word, 0)];
  if (word.size() <= behind || char_length(word.front()) != behind) {
    head = Head::word;  // two- and four-byte characters are too rare to be told apart
  } else {
    if (head == Head::none) head = Head::longer;
    pairs_.set(pair_of(bits_of(word, 0), bits_of(word, behind)));
  }
  for (std::size_t at = 0; at < word.size();) {
    const std::uint32_t character = read_character(word, at);
    std::uint32_t to = next(node, character);
    if (to == kNowhere) {
      if (2 * values_.size() > edges_.size()) grow();
      to = static_cast<std::uint32_t>(values_.size());
      values_.push_back(0);
      known_.push_back(false);
      insert(key_of(node, character), to);
    }
    node = to;
  }
  known_[node] = true;
  return node;
}

void WordTable::merge(std::string_view word, std::uint64_t bits) {
  if (!word.empty()) values_[add(word)] |= bits;
}

void WordTable::set(std::string_view word, std::uint64_t value) {
  if (!word.empty()) values_[add(word)] = value;
}

WordTable::Hit WordTable::longest(std::string_view text, std::size_t offset) const {
  Hit hit;
  each(text, offset, [&](std::size_t length, std::uint64_t value) { hit = {length, value}; });
  return hit;
}

std::uint64_t WordTable::find(std::string_view word) const {
  if (word.empty() || !may_open(word, 0)) return 0;
  std::uint32_t node = kRoot;
  for (std::size_t at = 0; at < word.size();) {
    node = next(node, read_character(word, at));
    if (node == kNowhere) return 0;
  }
  return values_[node];
}

}  // namespace zhibiao::rules
