// Compare, profiles: what of each fact is looked at when it is held against another one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/dictionary.hpp"
#include "text/words.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::compare {

using WordId = std::uint32_t;
constexpr WordId kNoWord = static_cast<WordId>(-1);

/// A word of a fact's name (its indicator and scope).
struct NameWord {
  WordId id = kNoWord;
  double weight = 0;
  bool operator<(const NameWord& other) const { return id < other.id; }
};

struct Profile {
  const Fact* fact = nullptr;
  std::vector<NameWord> name;   ///< by id, each once
  double total = 0;             ///< sum of the name's weights
  double telling = 0;           ///< the same, of the words that say something
  WordId head = kNoWord;        ///< the noun all the others qualify
  std::vector<WordId> scope;    ///< the scope's words that say something
  std::vector<WordId> codes;    ///< the indicator's words with a digit: 5G, PM2.5
  std::vector<WordId> numbers;  ///< the scope's words with a digit: 65岁
  std::vector<WordId> context;  ///< words of the sentence
  std::vector<WordId> heading;  ///< words of the heading, numbers left out
  Alternatives alternatives;    ///< of the name
  Alternatives ways;            ///< the same with the action
  BaseUnit unit;
  std::string per;     ///< canonical
  std::string change;  ///< the fact's, or `increase` where the indicator is a growth (增速)
};

/// Turns facts into profiles over one vocabulary, and knows how rare and how alike its words are.
class Vocabulary {
 public:
  explicit Vocabulary(const Dictionary& dictionary) : dictionary_(dictionary) {}

  /// Profiles of each side's facts; a side is one plan. The facts must outlive them. Call once.
  void read(std::span<const std::vector<const Fact*>> sides);
  const std::vector<Profile>& side(std::size_t i) const { return sides_[i]; }
  std::size_t sides() const { return sides_.size(); }

  std::size_t size() const { return words_.size(); }
  const Dictionary& dictionary() const { return dictionary_; }
  /// Likeness of two different words by the characters they share, 0 to 1; 0 if only a few are shared.
  double likeness(WordId a, WordId b) const;
  /// The same, or what the rules say of words that mean much the same.
  double nearness(WordId a, WordId b) const;

 private:
  struct Token {
    WordId id;
    std::string text;
  };
  std::vector<Token> tokens(std::string_view text);
  void cut(const std::string& text, std::vector<std::string>& words);
  bool stray(std::string_view word, const std::u32string& chars) const;
  std::vector<WordId> bag(std::string_view text);
  Profile profile(const Fact& fact);
  void name_words(const Fact& fact, Profile& made);
  void count(const std::vector<Profile>& side);
  void weigh(std::vector<Profile>& side, double facts);

  const Dictionary& dictionary_;
  text::Segmenter segmenter_;
  std::unordered_map<std::string, WordId> ids_;
  std::vector<std::u32string> words_;
  /// Of each word a bit for each character, by its code; none where the word has a digit.
  std::vector<std::uint64_t> characters_;
  std::vector<std::vector<std::size_t>> near_;  // groups of the rules
  std::vector<double> own_weight_;              // of the rules
  std::vector<std::size_t> frequency_;          // in how many names
  std::unordered_map<std::string, std::vector<WordId>> bags_;
  std::vector<std::vector<Profile>> sides_;
};

}  // namespace zhibiao::compare
