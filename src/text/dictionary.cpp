// Words by ICU's dictionary and the cheapest path. In: a run of Han characters. Out: word ends.
// Tested against ICU's own BreakIterator by tests/text/dictionary_test.cpp.
#include "text/dictionary.hpp"

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

#include <algorithm>
#include <limits>

namespace zhibiao::text {
namespace {

constexpr std::uint32_t kRoot = 1;
constexpr std::uint32_t kNowhere = 2;
constexpr int kFirstPower = 12;
constexpr std::size_t kMostSteps = std::size_t{1} << 18;  // 4 MB; a document needs some ten thousand
// ICU's own figures: the longest word, and what a character costs that is no word.
constexpr std::size_t kLongestWord = 20;
constexpr std::uint32_t kUnknownCost = 255;
constexpr std::size_t kHan = 3;  // bytes

// Layout of a .dict item (ICU's common/dictionarydata.h): indexes, then the trie.
constexpr std::size_t kTrieOffset = 0;
constexpr std::size_t kTrieType = 4;
constexpr std::int32_t kTypeMask = 7;
constexpr std::int32_t kUnitsOf16Bits = 1;

}  // namespace

struct Dictionary::Data {
  explicit Data(UDataMemory* opened) : memory(opened), trie(start(opened)) {}
  ~Data() { udata_close(memory); }
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;

  static const char16_t* start(UDataMemory* opened) {
    const auto* indexes = static_cast<const std::int32_t*>(udata_getMemory(opened));
    const auto* bytes = static_cast<const char*>(udata_getMemory(opened));
    return reinterpret_cast<const char16_t*>(bytes + indexes[kTrieOffset]);
  }

  UDataMemory* memory;
  icu::UCharsTrie trie;
};

Dictionary::Dictionary() {
  UErrorCode error = U_ZERO_ERROR;
  UDataMemory* opened = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &error);
  if (U_FAILURE(error)) return;
  const auto* indexes = static_cast<const std::int32_t*>(udata_getMemory(opened));
  if ((indexes[kTrieType] & kTypeMask) != kUnitsOf16Bits) {
    udata_close(opened);
    return;
  }
  data_ = std::make_unique<Data>(opened);
  forget();
}

Dictionary::~Dictionary() = default;

void Dictionary::forget() {
  places_.assign(kNowhere + 1, {});
  states_.assign(kNowhere + 1, 0);
  states_[kRoot] = data_->trie.reset().getState64();
  steps_.assign(std::size_t{1} << kFirstPower, 0);
  shift_ = 64 - kFirstPower;
  kept_ = 0;
}

void Dictionary::keep(std::uint64_t key, std::uint32_t to) {
  if (2 * ++kept_ > steps_.size()) {
    std::vector<std::uint64_t> old(2 * steps_.size());
    std::swap(old, steps_);
    --shift_;
    for (const std::uint64_t step : old) {
      if (step != 0) steps_[slot_of(step >> kPlaceBits)] = step;
    }
  }
  steps_[slot_of(key)] = key << kPlaceBits | to;
}

std::uint32_t Dictionary::look_up(std::uint32_t place, char16_t ch) {
  icu::UCharsTrie& trie = data_->trie;
  trie.resetToState64(states_[place]);
  const UStringTrieResult result = trie.next(ch);
  if (result == USTRINGTRIE_NO_MATCH) return kNowhere;
  Place reached;
  if (USTRINGTRIE_HAS_VALUE(result)) reached.cost = trie.getValue();
  reached.last = result == USTRINGTRIE_FINAL_VALUE;
  places_.push_back(reached);
  states_.push_back(trie.getState64());
  return static_cast<std::uint32_t>(places_.size() - 1);
}

std::uint32_t Dictionary::next(std::uint32_t place, char16_t ch) {
  const std::uint64_t key = std::uint64_t{place} << 16U | ch;
  if (const std::uint64_t step = steps_[slot_of(key)]; step != 0) return static_cast<std::uint32_t>(step & kPlaceMask);
  const std::uint32_t to = look_up(place, ch);
  keep(key, to);
  return to;
}

void Dictionary::cut(std::string_view run, std::size_t base, std::vector<std::size_t>& out) {
  const std::size_t size = run.size() / kHan;
  if (kept_ > kMostSteps) forget();
  chars_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const auto bits = [&](std::size_t byte, unsigned mask) {
      return static_cast<unsigned>(static_cast<unsigned char>(run[i * kHan + byte])) & mask;
    };
    chars_[i] = static_cast<char16_t>(bits(0, 0x0F) << 12U | bits(1, 0x3F) << 6U | bits(2, 0x3F));
  }
  cost_.assign(size + 1, std::numeric_limits<std::uint32_t>::max());
  from_.assign(size + 1, 0);
  cost_[0] = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto reach = [&](std::size_t end, std::uint32_t cost) {
      if (cost_[i] + cost >= cost_[end]) return;
      cost_[end] = cost_[i] + cost;
      from_[end] = static_cast<std::uint32_t>(i);
    };
    std::uint32_t place = kRoot;
    bool alone = false;  // the character is a word
    for (std::size_t at = i; at < std::min(size, i + kLongestWord); ++at) {
      place = next(place, chars_[at]);
      if (place == kNowhere) break;
      const Place reached = places_[place];
      if (reached.cost >= 0) {
        alone = alone || at == i;
        reach(at + 1, static_cast<std::uint32_t>(reached.cost));
      }
      if (reached.last) break;
    }
    if (!alone) reach(i + 1, kUnknownCost);
  }
  const std::size_t first = out.size();
  for (std::size_t end = size; end > 0; end = from_[end]) out.push_back(base + end * kHan);
  std::reverse(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
}

}  // namespace zhibiao::text
