// Values of options: one of several names, lists.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/fields.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// `value` as one of `names`; throws UsageError with the nearest of them.
std::size_t chosen(std::string_view what, std::string_view value, const std::vector<std::string>& names);

/// The fields of a list parted by commas, by their English or Chinese names; empty for an empty list. `what` is what
/// messages call one of them.
std::vector<const Field*> chosen_fields(std::string_view what, const std::string& list);

/// Names of all kinds, in their order; of all fields, in theirs.
std::vector<std::string> kind_names();
std::vector<std::string> field_names();

/// The kinds of a list parted by commas; empty for an empty list. Throws UsageError.
std::vector<Kind> chosen_kinds(const std::string& list);

/// The indicator or the scope holds the text; an empty one is everywhere.
bool name_holds(const Fact& fact, std::string_view text);

/// The warning about a file without facts of these roles: `no targets and no results found in this file`.
std::string none_found(const std::vector<Role>& roles);

/// The similarity that the option names, from 0 to 1 (`otherwise` if `text` is empty); throws UsageError.
double chosen_similarity(std::string_view option, const std::string& text, double otherwise);

/// The languages that options name, and the one named (`otherwise` if `name` is empty); throws UsageError.
std::vector<std::string> language_choices();
Language chosen_language(std::string_view what, std::string_view name, Language otherwise);

/// Parts of a list parted by commas, blanks around them dropped.
std::vector<std::string> split_list(std::string_view text);

}  // namespace zhibiao::cli
