// Which date of a sentence holds for a value.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extract/sentence.hpp"

namespace zhibiao::extract {

/// The deadline that holds at a place of the sentence; nullptr if none.
const DateMention* deadline_for(const Sentence& sentence, Span mention, const Setting& setting,
                                const rules::Lexicon& lexicon);

/// Whether a date of two years lists them (2022年和2025年); a span of years (2021—2025年) does not.
bool lists_years(std::string_view sentence, const DateMention& date);

/// 到2022年和2025年分别达到85%和88%: the date that a 分别 list gives this value; empty where there is none.
std::string distributed_deadline(const Sentence& sentence, std::size_t quantity);

/// 环城路7月底通车、轻轨4个站点完工: the mark behind a member of a list that has subject, date and verb of its own, so that its
/// date is no other member's. `date` is the date's token; 0: it stands in no such member.
std::size_t end_of_dated_member(const std::vector<Token>& tokens, std::size_t date);

}  // namespace zhibiao::extract
