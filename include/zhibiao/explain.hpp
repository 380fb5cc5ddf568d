// Why a line gave the records it gave, and no others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "zhibiao/analyze.hpp"
#include "zhibiao/rules.hpp"
#include "zhibiao/source.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao {

/// What was seen in the sentences that touch a line of the source (from 1): their tags, names, dates, populations and
/// denominators, each value with the rules and words that made its record, and each number that gave none with the reason.
/// Text for people, one finding a line; a line without a sentence of the body says so. What a rule is for stands there in
/// the language of its file.
std::string explain(const Source& source, std::size_t line, const Rules& rules = Rules::builtin(),
                    const Given& given = {}, Language language = Language::en);

/// Under each record, why it is one: for each fact of the analysis, in its order, lines that name the rules that made it,
/// the words they saw and the guards that let them pass. `analysis` is what an Analyzer with these rules made of `source`.
std::vector<std::vector<std::string>> explain_facts(const Source& source, const Analysis& analysis,
                                                    const Rules& rules = Rules::builtin(),
                                                    Language language = Language::en);

}  // namespace zhibiao
