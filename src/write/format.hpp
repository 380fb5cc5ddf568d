// Write: what files of a format are called.
#pragma once

#include <string_view>

#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// The ending that asks for the format (`.csv`); empty for forms that no file is named after.
std::string_view ending_of(Format format);

}  // namespace zhibiao::write
