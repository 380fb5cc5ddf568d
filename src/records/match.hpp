// Records: which of a document's facts a row means, and in what they differ.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "zhibiao/records.hpp"
#include "zhibiao/source.hpp"
#include "zhibiao/verify.hpp"

namespace zhibiao::records {

/// Text of one field as the row says it.
std::string row_text(const RecordRow& row, const Field& field);

/// The row and the fact say the same in that field, or the row says nothing.
bool same_field(const RecordRow& row, const Fact& fact, const Field& field);

/// The fields that `row` says otherwise than `fact`, out of `compared`.
std::vector<RowDifference> differences(const RecordRow& row, const Fact& fact,
                                       const std::vector<const Field*>& compared);

/// Finds the facts of one document by place and by words.
class Facts {
 public:
  /// Both must outlive it.
  Facts(const Source& source, const std::vector<Fact>& facts);

  /// The fact that the row means; nullptr if there is none. Of several that fit alike, the first that no row has had.
  const Fact* find(const RecordRow& row);
  /// A fact with that very mention starts there.
  bool starts_at(std::size_t offset) const { return by_start_.contains(offset); }

 private:
  struct Candidate {
    std::size_t fact = 0;
    int score = 0;
  };
  void consider(const RecordRow& row, std::size_t fact, std::optional<Candidate>& best) const;

  const Source& source_;
  const std::vector<Fact>& facts_;
  std::multimap<std::size_t, std::size_t> by_start_;
  std::multimap<std::string, std::size_t> by_mention_;  ///< without blanks
  std::vector<bool> taken_;
};

/// The row says where its mention starts and ends.
bool has_span(const RecordRow& row);
/// The row has a mention.
bool has_mention(const RecordRow& row);
/// The source has the row's mention at the row's start and end.
bool stands_at_span(const RecordRow& row, const Source& source);

}  // namespace zhibiao::records
