// Where results go: standard output, or a file that appears only when it is whole. No write error is ever lost.
#pragma once

#include <array>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <streambuf>
#include <string>

#include "cli/unfinished.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {

/// Thrown by streams over a Descriptor when the system refuses bytes.
class WriteError : public std::runtime_error {
 public:
  WriteError(const std::string& name, int error);
  /// The reader at the other end of the pipe has left: no error worth a word.
  bool closed_pipe() const;
  /// The same, for messages.
  const Error& told() const { return told_; }

 private:
  Error told_;
  int error_;
};

/// A buffer in front of a file descriptor. Throws WriteError; a stream over it must have
/// `exceptions(std::ios::badbit)` so that the error passes.
class DescriptorBuffer : public std::streambuf {
 public:
  DescriptorBuffer(int descriptor, std::string name);

 protected:
  int_type overflow(int_type byte) override;
  int sync() override;

 private:
  void send();

  int descriptor_;
  std::string name_;
  std::array<char, 65536> bytes_{};
};

/// The destination of one command.
class Output {
 public:
  /// An empty `path` or `-` is `standard`. A file is written beside itself and takes its name in commit(); devices and
  /// pipes are written at once. With `by_name` a library writes the bytes into the file path(), which is passed on in
  /// commit(). Throws Error where the folder cannot be written.
  Output(std::ostream& standard, const std::string& path, bool by_name = false);
  /// Removes what was not committed.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  std::ostream& stream();
  /// The unfinished file, for libraries that open files themselves; only with `by_name`.
  const std::string& path() const { return temporary_; }
  /// What a library says of that file, said of the output that was asked for.
  Error as_asked(const Error& error) const;
  /// Everything has been written: pass it on and check. Throws WriteError or Error.
  void commit();

 private:
  void open();
  void open_beside();
  void open_private();
  void open_now();
  void watch();
  void take_name();
  void pass_on();
  void drop();

  std::ostream& standard_;
  std::string path_;       ///< empty: standard output
  std::string temporary_;  ///< empty: written at once
  bool by_name_;
  bool there_ = false;    ///< something had the name before
  bool renamed_ = false;  ///< the temporary file becomes the output by taking its name
  int descriptor_ = -1;
  std::unique_ptr<DescriptorBuffer> buffer_;
  std::unique_ptr<std::ostream> stream_;
  std::unique_ptr<UnfinishedFile> watched_;
};

/// Makes the folders that the file needs. Throws Error.
void make_folders_for(const std::string& path);

}  // namespace zhibiao::cli
