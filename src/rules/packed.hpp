// The compiled-in rules as the build has read them, so that no run has to read TOML for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.hpp"

namespace zhibiao::rules {

/// Rule files as bytes: texts and lists, each with its length before it.
std::string pack(const std::vector<RuleFile>& files);
/// The files that pack() was given.
std::vector<RuleFile> unpack(std::string_view bytes);

/// All of embedded_files(), packed; empty in the program of the build that packs them. The build makes the definition
/// (src/rules/needs_main.cpp).
std::string_view packed_rules();

}  // namespace zhibiao::rules
