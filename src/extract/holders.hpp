// For whom or where a value holds, where neither its frame nor its name says so: the scope rules, ready for use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/sentence.hpp"
#include "rules/lexicon.hpp"
#include "text/view.hpp"

namespace zhibiao::extract {

/// Whom or what a value holds for; nobody where `rule` is nullptr.
struct Holder {
  std::string name;  ///< as records print it
  Span span;         ///< of the sentence
  const rules::Rule* rule = nullptr;
};

/// The [[scope]] rules, their keys told once and not for each value.
class HolderRules {
 public:
  explicit HolderRules(const rules::Lexicon& lexicon);

  /// The holder that the first rule which fits names for a quantity of the sentence: one who is no part of its indicator.
  Holder find(const Sentence& sentence, std::size_t quantity, std::string_view indicator, const text::View& view) const;

 private:
  struct One {
    const rules::Pattern* pattern = nullptr;
    std::uint32_t kinds = 0;               ///< bit by Kind: those it is for
    std::uint64_t ends = 0;                ///< the holder must end with a word of one of these groups
    std::vector<std::string_view> opens;   ///< how the holder must begin, one of these; empty: any
    std::vector<std::string_view> behind;  ///< one of these must stand right before the holder; empty: any
  };
  /// Whether the holder stands where the rule asks for it.
  bool stands(const One& one, const Sentence& sentence, Span holder) const;

  const rules::Lexicon& lexicon_;
  std::vector<One> rules_;
};

}  // namespace zhibiao::extract
