// A document's own faults: numbering, sums, values and dates that cannot be right.
#pragma once

#include <memory>
#include <vector>

#include "zhibiao/fault.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/rules.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao {

/// Looks for faults. Says nothing where a fault could as well be a mistake of reading: each fault can be shown in the
/// text. Safe to share between threads.
class Checker {
 public:
  explicit Checker(const Rules& rules = Rules::builtin());
  ~Checker();
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;

  /// The faults in the order of the text. `analysis` is what an Analyzer made of `source`: outline and facts of every
  /// role.
  std::vector<Fault> check(const Source& source, const Analysis& analysis) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace zhibiao
