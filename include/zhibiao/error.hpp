// The one exception of the library: something the user can act on.
#pragma once

#include <stdexcept>
#include <string>

namespace zhibiao {

/// Thrown where a file, a rule file or an option cannot be used. Its message is one
/// line that names the place, what is wrong and what to do.
class Error : public std::runtime_error {
 public:
  /// `where` is a path or `path:line:column`; may be empty.
  Error(const std::string& where, const std::string& what)
      : std::runtime_error(where.empty() ? what : where + ": " + what) {}
};

}  // namespace zhibiao
