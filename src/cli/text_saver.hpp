// The texts that records' offsets count in, written as files: --save-text.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>

#include "cli/context.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::cli {

class TextSaver {
 public:
  /// Texts go below `folder`; empty: nowhere.
  TextSaver(const Context& context, std::string folder) : context_(context), folder_(std::move(folder)) {}

  bool wanted() const { return !folder_.empty(); }
  /// Writes the text under the document's path; a second one of that name gets a number. Throws Error.
  void save(const Source& source);

 private:
  const Context& context_;
  std::string folder_;
  std::unordered_set<std::size_t> taken_;  ///< names as hashes: of a million documents, too, they are held
};

}  // namespace zhibiao::cli
