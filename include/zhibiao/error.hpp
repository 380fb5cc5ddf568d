// The one exception of the library: something the user can act on, and where.
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace zhibiao {

/// Where something is wrong.
struct Where {
  std::string file;        ///< as the user named it; empty: in no file
  std::size_t line = 0;    ///< 1-based, of a table the row; 0: not known
  std::size_t column = 0;  ///< 1-based; 0: not known
  std::string sheet;       ///< of a workbook

  Where(const char* named) : file(named) {}  // NOLINT(google-explicit-constructor): a file's name is a place
  Where(std::string named, std::size_t at_line = 0, std::size_t at_column = 0)  // NOLINT(google-explicit-constructor)
      : file(std::move(named)), line(at_line), column(at_column) {}

  /// `path:sheet:line:column`, as far as it is known; messages begin with it.
  std::string str() const {
    std::string text = file;
    if (!sheet.empty()) text += ":" + sheet;
    if (line > 0) text += ":" + std::to_string(line);
    if (column > 0) text += ":" + std::to_string(column);
    return text;
  }
};

/// What the system says of an error number (errno): `No space left on device`.
std::string system_reason(int error);

/// Thrown where a file, a rule file or an option cannot be used. Its message is one line that names the place, what is
/// wrong and what to do: line ends and other controls in what it quotes become blanks, but a file is named as it is called.
class Error : public std::runtime_error {
 public:
  /// `line` is one that `reason` tells of in words of its own.
  Error(const Where& place, const std::string& reason, std::size_t line = 0);

  const Where& place() const { return parts_->place; }
  /// The message without the place.
  const std::string& reason() const { return parts_->reason; }
  /// 1-based; 0: not known.
  std::size_t line() const { return parts_->line; }

 private:
  struct Parts {
    Where place;
    std::string reason;
    std::size_t line;
  };
  Error(const Where& place, std::shared_ptr<const Parts> parts);

  std::shared_ptr<const Parts> parts_;  ///< shared, since copies of exceptions must not throw
};

}  // namespace zhibiao
