// The pipeline behind reading: text -> outline -> extract.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "zhibiao/model.hpp"
#include "zhibiao/rules.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao {

/// What the caller knows of a document better than its text says; empty fields are read from the text.
struct Given {
  std::optional<int> plan_year;
  std::string title;
  std::string issuer;
};

/// Turns sources into facts. Holds the ICU iterators it reuses, so keep one for many documents;
/// use one per thread. It keeps the rules alive.
class Analyzer {
 public:
  explicit Analyzer(const Rules& rules = Rules::builtin());
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Everything: document data, outline and facts of every role. Throws Error for more records than limit_records() allows.
  Analysis analyze(const Source& source, const Given& given = {});

  const Rules& rules() const;

  /// A document of more records is an Error (`ReadLimits::records` says how many are usual).
  void limit_records(std::size_t most);

  /// Document data and outline alone.
  Analysis outline(const Source& source);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace zhibiao
