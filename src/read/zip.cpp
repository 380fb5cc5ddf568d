// Read, archives. Input: the bytes of a ZIP; output: the bytes of its parts, never more than the limits allow, or an
// Error that names the part. libzip neither bounds what it inflates nor checks it against the size the archive declares.
// Tested by tests/read/zip_test.cpp.
#include "read/zip.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "read/limits.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::size_t kSmall = std::size_t{1} << 20;  // parts up to here may swell as they like

/// Names as they are looked up: some programs write backslashes, a slash in front or other case.
std::string key_of(std::string_view path) {
  std::string key;
  key.reserve(path.size());
  for (const char c : path) {
    const char folded = c == '\\' ? '/' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    if (folded != '/' || !key.empty()) key += folded;
  }
  return key.starts_with("./") ? key.substr(2) : key;
}

std::string text_of(zip_error_t& error) {
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

using File = std::unique_ptr<zip_file_t, decltype([](zip_file_t* file) { zip_fclose(file); })>;

}  // namespace

Zip::Zip(std::string name, std::string_view bytes, const ReadLimits& limits)
    : name_(std::move(name)), limits_(limits), size_(bytes.size()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) damaged(text_of(error));
  zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip_ == nullptr) {
    zip_source_free(source);
    damaged(text_of(error));
  }
  const auto entries = static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(zip_, 0), 0));
  if (entries > limits_.parts) {
    zip_discard(zip_);
    throw Error(
        name_, fmt::format("the archive holds {} parts, more than {}{}", entries, limits_.parts, how_to_lift("parts")));
  }
  for (zip_uint64_t entry = 0; entry < entries; ++entry) {
    if (const char* path = zip_get_name(zip_, entry, ZIP_FL_ENC_RAW)) index_.emplace(key_of(path), entry);
  }
}

Zip::~Zip() { zip_discard(zip_); }

void Zip::damaged(const std::string& detail) const {
  throw Error(name_, "the archive is cut off or damaged: " + detail + "; get the file again");
}

bool Zip::has(std::string_view path) const { return index_.contains(key_of(path)); }

std::string Zip::read(std::string_view path) {
  const std::string part(path);
  const auto found = index_.find(key_of(path));
  if (found == index_.end()) damaged("it has no part " + part);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip_, found->second, 0, &stat) != 0) damaged(part + ": " + zip_strerror(zip_));
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    throw Error(name_, "encrypted (" + part + "); save it without a password");
  }
  const File file(zip_fopen_index(zip_, found->second, 0));
  if (!file) damaged(part + ": " + zip_strerror(zip_));

  // Sizes are the archive's word: good for a guess at most.
  const std::size_t packed = std::clamp<std::size_t>(stat.comp_size, 1, size_);
  const std::size_t most = std::min(limits_.part_bytes, limits_.file_bytes - std::min(limits_.file_bytes, unpacked_));
  std::string bytes;
  bytes.reserve(std::min<std::size_t>({stat.size, most, packed * 16}));
  std::vector<char> chunk(65536);
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), chunk.data(), chunk.size());
    if (got < 0) damaged(part + ": " + zip_file_strerror(file.get()));
    if (got == 0) break;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > kSmall && (bytes.size() - 1) / packed >= limits_.ratio) {
      throw Error(name_, fmt::format("the part {} unpacks to more than {} times its size{}", part, limits_.ratio,
                                     how_to_lift("ratio")));
    }
    if (bytes.size() > limits_.part_bytes) {
      throw Error(name_, fmt::format("the part {} unpacks to more than {}{}", part, size_text(limits_.part_bytes),
                                     how_to_lift("part")));
    }
    if (bytes.size() > most) {
      throw Error(
          name_, fmt::format("its parts unpack to more than {}{}", size_text(limits_.file_bytes), how_to_lift("file")));
    }
  }
  unpacked_ += bytes.size();
  return bytes;
}

std::string resolve_path(std::string_view base, std::string_view target) {
  std::vector<std::string_view> steps;
  const auto add = [&](std::string_view path) {
    while (!path.empty()) {
      const std::size_t slash = std::min(path.find_first_of("/\\"), path.size());
      const std::string_view step = path.substr(0, slash);
      path.remove_prefix(std::min(slash + 1, path.size()));
      if (step == ".." && !steps.empty()) steps.pop_back();
      if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    }
  };
  const bool from_top = target.starts_with('/') || target.starts_with('\\');
  if (!from_top) add(base.substr(0, base.rfind('/') + 1));
  add(target);
  return fmt::format("{}", fmt::join(steps, "/"));
}

}  // namespace zhibiao::read_stage
