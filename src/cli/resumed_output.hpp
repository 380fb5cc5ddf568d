// An output that grows document by document, so that an interrupted run can go on: --resume.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "cli/done_list.hpp"
#include "cli/unfinished.hpp"

namespace zhibiao::cli {

/// A file of rows, and beside it the list of the documents in it (`FILE.zhibiao-done`). A document's rows are written
/// before its line of the list: what a killed run leaves behind the last line's rows is cut off by the next run.
class ResumedOutput {
 public:
  /// Opens both, checks that the rows are the ones that were written, and cuts off what is not complete. `settings` is a
  /// digest of all that decides what rows are like; a new output begins with `head`. Throws Error where the output is not
  /// what the list says, was made with other settings, or is being written by another run.
  ResumedOutput(const std::string& path, std::uint64_t settings, std::string_view head);
  DoneList& done() { return done_; }

  /// Adds the rows of a document; those of `replaced`, an older state of it, count no longer. Throws WriteError.
  void append(const std::string& name, const Stamp& stamp, std::string_view rows, const DoneDocument* replaced);
  /// Everything has been added: takes out rows that count no longer. Throws Error or WriteError.
  void commit();

 private:
  /// A file that is closed in the end, and unlocked thereby.
  class Descriptor {
   public:
    Descriptor() = default;
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    void open(const std::string& path);
    int number() const { return number_; }
    /// Throws WriteError.
    void close(const std::string& path);

   private:
    int number_ = -1;
  };

  void lock_list();
  void take_next_list();
  bool load(std::uint64_t settings);
  void check_rows(std::uint64_t settings);
  void begin(std::uint64_t settings, std::string_view head);
  void add(const DoneLine& line, std::string_view rows);
  void take_out();

  std::string path_;
  std::string list_path_;
  Descriptor rows_;
  Descriptor list_;
  std::uint64_t end_ = 0;    ///< of the rows
  std::uint64_t lines_ = 0;  ///< of the list
  DoneList done_;
  std::vector<std::uint64_t> replaced_;  ///< lines whose rows count no longer
  std::unique_ptr<UnfinishedFile> watched_;
};

/// `FILE.zhibiao-done`
std::string done_list_of(const std::string& output);
/// `FILE.zhibiao-done.next`: there only while rows are taken out.
std::string next_list_of(const std::string& output);

}  // namespace zhibiao::cli
