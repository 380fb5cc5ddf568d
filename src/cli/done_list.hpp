// What an output holds, document by document: the file beside it by which an interrupted run goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::cli {

/// What a document was like when it was read.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< in nanoseconds; 0: it has no time
  std::uint64_t digest = 0;   ///< of its bytes
};

/// A document whose rows an output holds.
struct DoneDocument {
  std::uint64_t name_digest = 0;
  Stamp stamp;
  std::uint64_t line = 0;  ///< of the list, from 1
  bool asked = false;      ///< find() has given it
};

/// A line of the list.
struct DoneLine {
  Stamp stamp;
  std::uint64_t end = 0;   ///< of the rows in the output; they begin where those of the line before end
  std::uint64_t rows = 0;  ///< digest of them
  std::uint64_t replaces =
      0;             ///< number of the line of an older state of the document, which counts no longer; 0: none
  std::string name;  ///< empty: the output's head

  std::string str() const;
  /// False for what is no such line.
  bool parse(std::string_view line);
};

/// The documents done before, for look-up. 48 bytes each, whatever their names.
class DoneList {
 public:
  void add(const DoneLine& line, std::uint64_t number);
  /// After the last add(), before the first find().
  void finish();

  /// The document of that name; of several with one name each call gives the next. nullptr: none (any more).
  const DoneDocument* find(std::string_view name);

  /// Lines whose rows count no longer, ascending.
  const std::vector<std::uint64_t>& replaced() const { return replaced_; }

 private:
  std::vector<DoneDocument> documents_;  ///< by name, then by line
  std::vector<std::uint64_t> replaced_;
};

}  // namespace zhibiao::cli
