// Write, the report page: what became of each target since an older plan, both sentences side by side.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "write/diff/rows.hpp"

namespace zhibiao::write::report {

enum class PageWord {
#define WORD(name, english, chinese) name,
#include "write/report/changes.def"
#undef WORD
};
std::string word(PageWord one, Language language);
/// The word with `{}` filled in.
std::string fill(PageWord one, Language language, const std::vector<std::string>& parts);

/// The id of the element that shows a fact in its text on this page; empty: the page does not have it.
using FactPlace = std::function<std::string(const Fact&)>;

/// The rows of each pair of plans in groups by what became of them: names, values, and the sentences with the words
/// marked that differ. Near misses are left out. HTML with all text of documents escaped, without style attributes and
/// scripts. Empty: there is nothing to compare.
std::string changes_html(const Diff& diff, Language language, const FactPlace& place);

}  // namespace zhibiao::write::report
