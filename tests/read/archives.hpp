// Archives for tests, made in memory.
#pragma once

#include <zip.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace zhibiao_tests {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// The bytes of a ZIP with these parts, deflated; encrypted with a password if there is one.
inline std::string make_zip(const Parts& parts, const std::string& password = "") {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (zip == nullptr) throw std::runtime_error("no archive");
  for (const auto& [path, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    const auto entry = static_cast<zip_uint64_t>(zip_file_add(zip, path.c_str(), source, ZIP_FL_ENC_UTF_8));
    if (!password.empty()) zip_file_set_encryption(zip, entry, ZIP_EM_AES_256, password.c_str());
  }
  if (zip_close(zip) != 0) throw std::runtime_error(zip_strerror(zip));
  zip_source_open(target);
  std::string result;
  std::string chunk(65536, '\0');
  for (zip_int64_t got = 0; (got = zip_source_read(target, chunk.data(), chunk.size())) > 0;) {
    result.append(chunk, 0, static_cast<std::size_t>(got));
  }
  zip_source_close(target);
  zip_source_free(target);
  return result;
}

/// The packed size of a part, as the archive's directory has it.
inline std::size_t packed_size(const std::string& zip, const std::string& part) {
  for (std::size_t entry = zip.find("PK\x01\x02"); entry != std::string::npos;
       entry = zip.find("PK\x01\x02", entry + 4)) {
    if (zip.compare(entry + 46, part.size(), part) != 0) continue;
    std::size_t size = 0;
    for (std::size_t i = 4; i-- > 0;) size = size << 8U | static_cast<unsigned char>(zip[entry + 20 + i]);
    return size;
  }
  throw std::runtime_error("no part " + part);
}

/// What an action throws, as text; empty if nothing.
template <class Error, class Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace zhibiao_tests
