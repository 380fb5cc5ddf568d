// Longest-match word look-up over a hash table. Tested by tests/rules/.
#include "rules/word_table.hpp"

#include <algorithm>

namespace zhibiao::rules {

void WordTable::note_length(std::string_view word) {
  const std::string_view head = word.substr(0, char_length(word.front()));
  auto found = longest_by_head_.find(head);
  if (found == longest_by_head_.end()) found = longest_by_head_.emplace(std::string(head), 0).first;
  found->second = std::max(found->second, word.size());
}

void WordTable::merge(const std::string& word, std::uint64_t bits) {
  words_[word] |= bits;
  note_length(word);
}

void WordTable::set(const std::string& word, std::uint64_t value) {
  words_[word] = value;
  note_length(word);
}

WordTable::Hit WordTable::longest(std::string_view text, std::size_t offset) const {
  if (offset >= text.size()) return {};
  const std::string_view rest = text.substr(offset);
  const auto head = longest_by_head_.find(rest.substr(0, char_length(rest.front())));
  if (head == longest_by_head_.end()) return {};
  for (std::size_t length = std::min(head->second, rest.size()); length > 0; --length) {
    if (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0) == 0x80) continue;
    const auto found = words_.find(rest.substr(0, length));
    if (found != words_.end()) return {length, found->second};
  }
  return {};
}

std::uint64_t WordTable::find(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? 0 : found->second;
}

}  // namespace zhibiao::rules
