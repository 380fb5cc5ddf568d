// One sentence of a document and the place it stands at: what facts are made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mentions.hpp"
#include "extract/reading.hpp"
#include "extract/tags.hpp"
#include "rules/lexicon.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::outline {
struct Node;
}

namespace zhibiao::extract {

/// One sentence with everything found in it: what facts are made of, and what `explain` shows.
struct Sentence {
  Span view;                     ///< bytes of the view
  std::string_view text;         ///< the same bytes
  rules::Candidates candidates;  ///< patterns of Lexicon::prose() that may match it
  Figures figures;
  std::vector<std::size_t> boundaries;
  Mentions mentions;
  std::vector<Token> tokens;
  std::vector<Reading> readings;
};

/// What a sentence's place in the document says about it.
struct Setting {
  const outline::Node* item = nullptr;  ///< innermost item; nullptr before the first
  std::string heading;                  ///< of the innermost titled item
  Role role = Role::target;             ///< what the section is about, unless the sentence says otherwise
  std::string cue;                      ///< id of the rule that says so; empty: none does
  const rules::Rule* title = nullptr;   ///< the cue by which the document's title announces a plan
  bool past = false;   ///< the cue is of a year before the plan's: what the plan's year dates is to be done
  bool hopes = false;  ///< the cue is of a time that is not over: words of hope promise behind it
  bool weak = false;   ///< the cue is of a heading that in a paper that reports tells of what was done
  std::string due;     ///< by when a list is to be reached that the sentence is a member of; empty: not said
  YearContext years;
};

/// Whether the title or a heading announces what the place is about.
inline bool is_planned(const Setting& setting) { return setting.title != nullptr || !setting.cue.empty(); }

}  // namespace zhibiao::extract
