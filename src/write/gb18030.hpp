// Write, GB18030: what Excel with Chinese settings takes CSV for.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace zhibiao::write {

/// Turns UTF-8 into GB18030, which holds all of Unicode. One for each thread.
class Gb18030 {
 public:
  /// Throws Error if ICU has no such converter, std::bad_alloc.
  Gb18030();
  ~Gb18030();

  /// Throws Error for what is no UTF-8.
  std::string encode(std::string_view text);

 private:
  struct Close {
    void operator()(UConverter* converter) const;
  };
  std::unique_ptr<UConverter, Close> gb18030_;
  std::unique_ptr<UConverter, Close> utf8_;
};

}  // namespace zhibiao::write
