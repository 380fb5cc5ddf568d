// What is left of a name without a piece of it that says no more than another word of the text does.
#pragma once

#include <span>
#include <string>

#include "rules/lexicon.hpp"

namespace zhibiao::extract {

/// 体质健康|优良率: the subject of another head, without its own.
std::string without_head(const std::string& name, const rules::Lexicon& lexicon);

/// The name that `half` leaves short, behind its other half: 支出 behind 一般公共预算收入 is 一般公共预算支出. Empty if they are no
/// halves of one thing.
std::string other_half(const std::string& before, std::string_view half, std::span<const std::string> halves);

/// 市级以上|农业龙头企业: without the rank, of which a part names its own.
std::string without_rank(const std::string& name, const rules::Lexicon& lexicon);

/// What a rank at the front of a name ranks: 省级|示范村; empty where it has none, or bounds one (省级以上|示范村).
std::string things_ranked(const std::string& name, const rules::Lexicon& lexicon);

/// 省级重点的|项目: without what qualifies it.
std::string behind_of(std::string name);

/// 产业园区|建设, 项目|全面开工: a name that stands behind its number, without what is done to the things or what they do. `told`: a
/// verb elsewhere tells that; if none does, a deed that may be a noun belongs to the name.
std::string without_deed(std::string name, bool told, const rules::Lexicon& lexicon);

}  // namespace zhibiao::extract
