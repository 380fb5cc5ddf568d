// The annotated documents, read, analysed and scored.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scores/scoring.hpp"

namespace scores {

struct Evaluation {
  std::string doc;                   ///< `000`
  std::string title;                 ///< as annotated
  std::vector<Match> matches;        ///< targets and results
  std::vector<Match> of_every_role;  ///< with what the program found to be a mention only
  FactScore facts;
  OutlineScore outline;  ///< items and document data
};

/// One for each document of tests/gold below `top`, by name; the sources are in seeds/.
std::vector<Evaluation> evaluate_all(const std::filesystem::path& top);

/// The facts of each annotation in `gold` against what is found in its file among `sources`, document by document.
std::vector<FactScore> evaluate_facts(const std::filesystem::path& gold, const std::filesystem::path& sources);

}  // namespace scores
