// The world a command sees: its streams and the terminal.
#pragma once

#include <iosfwd>
#include <string_view>

#include "cli/app.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

class ErrorLines;
class Pager;

struct Context {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal terminal;
  ErrorLines* errors = nullptr;  ///< is told of problems and warnings too
  Pager* pager = nullptr;        ///< for --pager

  /// The reader's, by the locale.
  Language language() const { return terminal.chinese ? Language::zh : Language::en; }

  /// One line on stderr: `zhibiao: …`. What was asked for is not all done.
  void problem(const Error& error) const;
  /// One line on stderr: `zhibiao: warning: …`. All was done, with this to know.
  void warning(const Where& place, std::string_view message) const;
  /// One line on stderr: `zhibiao: …`. What was done, where that is not what one would expect.
  void note(std::string_view message) const;
};

}  // namespace zhibiao::cli
