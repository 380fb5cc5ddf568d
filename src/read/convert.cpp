// Read, one encoding to UTF-8. Input: bytes and their encoding; output: the text, with the bytes that do not fit
// replaced and counted. Tested by tests/read/decode_test.cpp.
#include "read/convert.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace zhibiao::read_stage {
namespace {

constexpr std::size_t kChunk = 16384;
constexpr UChar32 kReplacement = 0xFFFD;

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// ICU's name: its `gb2312` is not what pages mean by it, and WHATWG's Big5 has the Hong Kong characters.
const char* converter_name(Encoding encoding) { return encoding == Encoding::big5 ? "Big5-HKSCS" : name_of(encoding); }

UChar32 moved(UChar32 point) {
  switch (point) {
#define X(from, to) \
  case from:        \
    return to;
#include "read/moved.def"
#undef X
    default: return point;
  }
}

class Conversion {
 public:
  Conversion(std::string_view bytes, Encoding encoding) : bytes_(bytes), gb18030_(encoding == Encoding::gb18030) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(converter_name(encoding), &status));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) {
      throw std::runtime_error(std::string("ICU lacks its converter for ") + name_of(encoding));
    }
  }

  Converted run(bool whole) {
    result_.text.reserve(bytes_.size() + bytes_.size() / 2);
    const char* const end = bytes_.data() + bytes_.size();
    const char* source = bytes_.data();
    while (true) {
      const char* const start = source;
      const char* const limit = source + std::min(kChunk, static_cast<std::size_t>(end - source));
      UChar* target = units_.data();
      UErrorCode status = U_ZERO_ERROR;
      ucnv_toUnicode(converter_.get(), &target, units_.data() + units_.size(), &source, limit, offsets_.data(),
                     static_cast<UBool>(whole && limit == end), &status);
      take(static_cast<std::size_t>(target - units_.data()), static_cast<std::size_t>(start - bytes_.data()));
      if (status == U_BUFFER_OVERFLOW_ERROR) continue;
      if (U_FAILURE(status)) {
        add_invalid(static_cast<std::size_t>(source - bytes_.data()));
      } else if (limit == end) {
        break;
      }
    }
    return std::move(result_);
  }

 private:
  void take(std::size_t count, std::size_t start) {
    for (std::size_t at = 0; at < count; ++at) {
      const UChar unit = units_[at];
      if (U16_IS_LEAD(unit)) {
        lead_ = unit;
      } else if (U16_IS_TRAIL(unit)) {
        append(U16_GET_SUPPLEMENTARY(lead_, unit));
      } else if (unit == 0) {
        const auto offset = start + static_cast<std::size_t>(std::max<std::int32_t>(offsets_[at], 0));
        add_fault(offset, bytes_.substr(offset, 1));
      } else {
        append(gb18030_ ? moved(unit) : unit);
      }
    }
  }

  /// ICU stopped behind bytes that are no character.
  void add_invalid(std::size_t behind) {
    std::array<char, 32> invalid{};
    auto size = static_cast<std::int8_t>(invalid.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_.get(), invalid.data(), &size, &status);
    const auto count = static_cast<std::size_t>(std::max<int>(size, 0));
    add_fault(behind - std::min(behind, count), {invalid.data(), count});
  }

  void add_fault(std::size_t offset, std::string_view bytes) {
    if (result_.faults++ == 0) {
      result_.fault_at = offset;
      result_.fault_bytes = bytes.substr(0, 4);
      result_.fault_place = result_.text.size();
    }
    append(kReplacement);
  }

  void append(UChar32 point) {
    std::array<char, U8_MAX_LENGTH> encoded{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(encoded.data(), size, point);
    result_.text.append(encoded.data(), size);
  }

  std::string_view bytes_;
  bool gb18030_;
  std::unique_ptr<UConverter, Close> converter_;
  std::array<UChar, kChunk> units_{};
  std::array<std::int32_t, kChunk> offsets_{};
  UChar lead_ = 0;
  Converted result_;
};

}  // namespace

Converted convert(std::string_view bytes, Encoding encoding, bool whole) {
  return Conversion(bytes, encoding).run(whole);
}

}  // namespace zhibiao::read_stage
