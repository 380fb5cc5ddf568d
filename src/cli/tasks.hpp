// What there is to read, one document after the other, without knowing what comes behind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "cli/context.hpp"
#include "cli/input.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {

struct DoneDocument;

/// A document to be read.
struct Task {
  std::string name;                    ///< a path, `-`, or the place of a line: `docs.jsonl:17`
  std::optional<std::string> bytes;    ///< where they had to be read in order: standard input, a line of JSON
  Where place = "";                    ///< what messages name
  std::optional<Error> problem;        ///< there is no document, and why
  std::size_t size = 0;                ///< in bytes, as far as is known before reading
  std::int64_t modified = 0;           ///< when the file was, in nanoseconds
  std::optional<double> share;         ///< how much of all input has been given out with it, 0 to 1
  std::string key;                     ///< by which a later run knows it: the path, or the id
  const DoneDocument* done = nullptr;  ///< what an earlier run says of it
};

/// The documents that options name, in their order. Memory does not grow with their number.
class TaskStream {
 public:
  virtual ~TaskStream() = default;
  /// Empty at the end. Throws Error where a list of names cannot be read on.
  virtual std::optional<Task> next() = 0;
};

/// Each file, or with `json_lines` each line of each file (`{"id": …, "text": …}`), is a document. Both must outlive the
/// stream. Throws Error for a list of names that cannot be opened.
std::unique_ptr<TaskStream> task_stream(const Context& context, const InputOptions& input, bool json_lines = false);

/// All bytes of a stream, at most `limit`. Throws Error (`-: larger than …`).
std::string read_stream(std::istream& in, std::size_t limit);

}  // namespace zhibiao::cli
