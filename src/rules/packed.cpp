// Rule stage: what was found once, when the program was built. In: the names of what is wanted. Out: the same as reading
// rule files and looking into expressions gives, from bytes. Tested by tests/rules/packed_test.cpp.
#include "rules/packed.hpp"

#include <array>
#include <cstring>

#include "rules/archive.hpp"

namespace zhibiao::rules {
namespace {

/// Of a note: hash, where its bytes begin and how many they are.
using Entry = std::array<std::uint64_t, 3>;

/// FNV-1a of 64 bits.
std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

Entry entry_at(std::string_view packed, std::size_t index) {
  Entry entry;
  std::memcpy(&entry, packed.data() + index * sizeof entry, sizeof entry);
  return entry;
}

}  // namespace

std::string pack(const std::vector<RuleFile>& files) { return packed(files); }

std::vector<RuleFile> unpack(std::string_view bytes) { return unpacked<std::vector<RuleFile>>(bytes); }

Needs needs_of(const std::string& expression) {
  const std::string_view note = find_note(packed_needs(), expression);
  return note.data() == nullptr ? find_needs(expression) : unpacked<Needs>(note);
}

std::optional<Needs> known_needs(const std::string& rule) {
  const std::string_view note = find_note(packed_needs(), rule);
  return note.data() == nullptr ? std::nullopt : std::optional(unpacked<Needs>(note));
}

std::string matcher_name(const std::string& rule, std::string_view key) { return rule + " " + std::string(key); }

std::unique_ptr<const Matcher> known_matcher(const std::string& rule, std::string_view key) {
  const std::string_view note = find_note(packed_matchers(), matcher_name(rule, key));
  return note.data() == nullptr ? nullptr : Matcher::unpack(note);
}

Rule Rule::documented() const {
  Rule whole = *this;
  const std::string_view note = source.empty() ? find_note(packed_documents(), id) : std::string_view();
  if (note.data() == nullptr) return whole;
  auto documentation = unpacked<Documentation>(note);
  whole.source = std::move(documentation.source);
  whole.yes = std::move(documentation.yes);
  whole.no = std::move(documentation.no);
  return whole;
}

void Notes::add(std::string_view name, std::string note) { notes_[hash_of(name)] = std::move(note); }

// First the entries by rising hash, the last one only to end them; then the notes.
std::string Notes::pack() const {
  std::string entries;
  std::string notes;
  const auto put = [&](const Entry& entry) { entries.append(reinterpret_cast<const char*>(&entry), sizeof entry); };
  const std::size_t behind = (notes_.size() + 1) * sizeof(Entry);
  for (const auto& [hash, note] : notes_) {
    put({hash, behind + notes.size(), note.size()});
    notes += note;
  }
  put({~std::uint64_t{0}, 0, 0});
  return entries + notes;
}

std::string_view find_note(std::string_view packed, std::string_view name) {
  if (packed.empty()) return {};
  const std::uint64_t hash = hash_of(name);
  // Where the first note begins, the entries end.
  std::size_t low = 0;
  std::size_t high = entry_at(packed, 0)[1] / sizeof(Entry);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const Entry entry = entry_at(packed, middle);
    if (entry[0] == hash) return packed.substr(entry[1], entry[2]);
    (entry[0] < hash ? low : high) = entry[0] < hash ? middle + 1 : middle;
  }
  return {};
}

}  // namespace zhibiao::rules
