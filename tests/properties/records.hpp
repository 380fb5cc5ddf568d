// What holds for the records of every text, whatever it says.
#pragma once

#include <string>
#include <vector>

#include "zhibiao/model.hpp"
#include "zhibiao/source.hpp"

namespace properties {

/// What is wrong with where the records stand: one line each. Lines and columns are counted anew.
std::vector<std::string> misplaced(const zhibiao::Source& source, const std::vector<zhibiao::Fact>& facts);

/// A record's fields, `name=text` parted by blanks; without those of place where `with_place` is false.
std::string shown(const zhibiao::Fact& fact, bool with_place = true);

/// All that an analysis says, as text: equal analyses give equal texts.
std::string shown(const zhibiao::Analysis& analysis);

/// The plans under seeds/, in the order of their names.
std::vector<zhibiao::Source> seeds();

}  // namespace properties
