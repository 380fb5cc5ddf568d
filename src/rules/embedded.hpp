// The rule files as they were compiled in.
#pragma once

#include <span>
#include <string_view>

namespace zhibiao::rules {

/// One file of src/rules/.
struct EmbeddedFile {
  std::string_view name;  ///< without folder: `units.toml`
  std::string_view text;  ///< its bytes
};

/// All rule files, sorted by name. The build makes the definition (tools/cmake/embed_rules.cmake).
std::span<const EmbeddedFile> embedded_files();

}  // namespace zhibiao::rules
