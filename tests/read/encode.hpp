// Texts in other encodings, made in memory.
#pragma once

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace zhibiao_tests {

/// UTF-8 `text` in an encoding of ICU's (`GBK`, `UTF-16LE`); nothing if a character is not in it. No byte order mark.
inline std::optional<std::string> encode(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding, &status), ucnv_close);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("no converter ") + encoding);
  const auto units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string bytes(static_cast<std::size_t>(units.length()) * 4 + 16, '\0');
  const int32_t size = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                       units.getBuffer(), units.length(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

/// The same for texts that are known to be in the encoding.
inline std::string encoded(std::string_view text, const char* encoding) {
  auto bytes = encode(text, encoding);
  if (!bytes) throw std::runtime_error(std::string("not in ") + encoding);
  return *bytes;
}

}  // namespace zhibiao_tests
