// Write, outlines side by side: what their writers share.
#pragma once

#include <iosfwd>
#include <memory>
#include <string_view>

#include "write/labels.hpp"
#include "write/outline_diff.hpp"

namespace zhibiao::write::outline_diff {

enum class Word {
#define WORD(name, english, chinese) name,
#include "write/outline_diff.def"
};

inline std::string_view word(Word one, Language language) {
  static constexpr std::array kWords = {
#define WORD(name, english, chinese) Bilingual{english, chinese},
#include "write/outline_diff.def"
  };
  return kWords[static_cast<std::size_t>(one)].in(language);
}

/// Both items of a change; nullptr for one that is not there.
struct Sides {
  const Item* before = nullptr;
  const Item* after = nullptr;
  const Item& any() const { return after != nullptr ? *after : *before; }
};

inline Sides sides_of(const OutlineChange& change, const Plan& before, const Plan& after) {
  return {change.old_item ? &before.items[*change.old_item] : nullptr,
          change.new_item ? &after.items[*change.new_item] : nullptr};
}

/// csv, tsv, jsonl, json: every change, with both items.
std::unique_ptr<OutlineDiffWriter> rows_writer(std::ostream& out, const WriteOptions& options);

}  // namespace zhibiao::write::outline_diff
