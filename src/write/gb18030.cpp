// Write, GB18030. Input: UTF-8; output: the same in GB18030. Tested by tests/write/.
#include "write/gb18030.hpp"

#include <unicode/ucnv.h>

#include <new>

#include "zhibiao/error.hpp"

namespace zhibiao::write {
namespace {

UConverter* opened(const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* made = ucnv_open(name, &error);
  if (error == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (made == nullptr) throw Error("", "this ICU has no converter for GB18030; write UTF-8 instead");
  return made;
}

}  // namespace

void Gb18030::Close::operator()(UConverter* converter) const { ucnv_close(converter); }

Gb18030::Gb18030() : gb18030_(opened("gb18030")), utf8_(opened("UTF-8")) {}

Gb18030::~Gb18030() = default;

std::string Gb18030::encode(std::string_view text) {
  std::string bytes(text.size() * 2 + 16, '\0');  // a character of two UTF-8 bytes may need four
  char* target = bytes.data();
  const char* source = text.data();
  UErrorCode error = U_ZERO_ERROR;
  ucnv_convertEx(gb18030_.get(), utf8_.get(), &target, bytes.data() + bytes.size(), &source, text.data() + text.size(),
                 nullptr, nullptr, nullptr, nullptr, true, true, &error);
  if (error == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(error)) throw Error("", "a text cannot be written in GB18030; write UTF-8 instead");
  bytes.resize(static_cast<std::size_t>(target - bytes.data()));
  return bytes;
}

}  // namespace zhibiao::write
