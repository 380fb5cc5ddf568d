// Longest-match look-up of words. Tested by tests/rules/lexicon_test.cpp.
#include "rules/word_table.hpp"

#include <utility>

namespace zhibiao::rules {
namespace {

constexpr unsigned kFirstPower = 4;

}  // namespace

WordTable::WordTable() : lists_(std::size_t{1} << kFirstPower), shift_(64 - kFirstPower) {}

void WordTable::grow() {
  std::vector<List> old(2 * lists_.size());
  std::swap(old, lists_);
  --shift_;
  for (const List& list : old) {
    if (list.count > 0) lists_[find_slot(list.first, list.second)] = list;
  }
}

std::uint64_t& WordTable::value_of(std::string_view word) {
  std::size_t at = 0;
  const char32_t first = read_char(word, at);
  if (at == word.size()) return singles_[first];
  const char32_t second = read_char(word, at);
  pairs_.set(pair_of(first, second));
  if (2 * (used_ + 1) > lists_.size()) grow();
  List& list = lists_[find_slot(first, second)];
  if (list.count == 0) {
    ++used_;
    list = {first, second, static_cast<std::uint32_t>(words_.size()), 0};
  }
  return value_in(list, word.substr(at));
}

std::uint64_t& WordTable::value_in(List& list, std::string_view rest) {
  const auto rest_of = [&](const Word& one) { return std::string_view(rests_).substr(one.rest, one.size); };
  std::uint32_t place = 0;  // behind those that are no longer
  for (std::uint32_t i = 0; i < list.count; ++i) {
    Word& one = words_[list.begin + i];
    if (rest_of(one) == rest) return one.value;
    if (one.size <= rest.size()) place = i + 1;
  }
  // A list grows at the end of all: what stands elsewhere moves there first.
  if (list.begin + list.count != words_.size()) {
    const std::vector<Word> moved(words_.begin() + list.begin, words_.begin() + list.begin + list.count);
    list.begin = static_cast<std::uint32_t>(words_.size());
    words_.insert(words_.end(), moved.begin(), moved.end());
  }
  const Word made{0, static_cast<std::uint32_t>(rests_.size()), static_cast<std::uint32_t>(rest.size())};
  rests_ += rest;
  ++list.count;
  return words_.insert(words_.begin() + list.begin + place, made)->value;
}

void WordTable::merge(std::string_view word, std::uint64_t bits) {
  if (!word.empty()) value_of(word) |= bits;
}

void WordTable::set(std::string_view word, std::uint64_t value) {
  if (!word.empty()) value_of(word) = value;
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
  if (at == word.size()) {
    const std::uint64_t* value = singles_.find(first);
    return value == nullptr ? 0 : *value;
  }
  const char32_t second = read_char(word, at);
  std::uint64_t found = 0;
  each_longer(first, second, word, at, [&](std::size_t end, std::uint64_t value) {
    if (end == word.size()) found = value;
  });
  return found;
}

}  // namespace zhibiao::rules
