// Command line, the way out. Input: the outcome of one document after the other; output: a file or stream, whole or not at
// all, or, with --resume, one that grows. Tested by tests/cli/destination_test.cpp, tests/cli/resume_test.cpp.
#include "cli/sinks.hpp"

#include <filesystem>
#include <utility>

#include "cli/output.hpp"
#include "cli/resumed_output.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {
namespace {

/// A list of an earlier run says nothing of an output that is written anew.
void forget_done_list(const std::string& output_path) {
  std::error_code ignored;
  if (output_path.empty()) return;
  std::filesystem::remove(done_list_of(output_path), ignored);
  std::filesystem::remove(next_list_of(output_path), ignored);
}

/// A database that is there is changed in place, by one transaction, which SQLite takes back where a signal cut it;
/// all else appears when it is whole.
bool is_in_place(const std::string& path, Format format) {
  return format == Format::sqlite && std::filesystem::exists(path);
}

class WriterSink : public Sink {
 public:
  WriterSink(const Context& context, const std::string& path, const WriteOptions& form, const MakeWriter& make_writer)
      : path_(path),
        in_place_(is_in_place(path, form.format)),
        output_(context.out, in_place_ ? "" : path, is_binary(form.format) && !in_place_) {
    named([&] { writer_ = open(form, make_writer); });
  }

  void put(const Outcome& outcome) override {
    named([&] { writer_->write(outcome.name, *outcome.analysis); });
  }

  void finish() override {
    named([&] { writer_->finish(); });
    output_.commit();
    forget_done_list(path_);
  }

  std::vector<std::string> warnings() const override { return writer_->warnings(); }

 private:
  std::unique_ptr<Writer> open(const WriteOptions& form, const MakeWriter& make_writer) {
    if (form.format == Format::sqlite) return database_writer(in_place_ ? path_ : output_.path());
    if (form.format == Format::xlsx) return workbook_writer(output_.path(), form);
    return make_writer(output_.stream(), form);
  }

  /// Libraries write into the unfinished file: messages name the one that was asked for.
  template <typename Step>
  void named(const Step& step) {
    try {
      step();
    } catch (const Error& error) {
      throw output_.as_asked(error);
    }
  }

  std::string path_;
  bool in_place_;
  Output output_;
  std::unique_ptr<Writer> writer_;
};

class RowsSink : public Sink {
 public:
  RowsSink(const Context& context, const std::string& path, const std::string& head, bool prompt)
      : path_(path), prompt_(prompt), output_(context.out, path) {
    output_.stream() << head;
  }

  void put(const Outcome& outcome) override {
    output_.stream() << outcome.rows;
    if (prompt_) output_.stream().flush();
  }

  void finish() override {
    output_.commit();
    forget_done_list(path_);
  }

 private:
  std::string path_;
  bool prompt_;
  Output output_;
};

class ResumedSink : public Sink {
 public:
  ResumedSink(const std::string& path, std::uint64_t settings, const std::string& head)
      : output_(path, settings, head) {}

  const DoneDocument* done(const std::string& key) override { return output_.done().find(key); }
  void put(const Outcome& outcome) override { output_.append(outcome.key, outcome.stamp, outcome.rows, outcome.done); }
  void finish() override { output_.commit(); }

 private:
  ResumedOutput output_;
};

}  // namespace

const DoneDocument* Sink::done(const std::string&) { return nullptr; }

std::unique_ptr<Sink> writer_sink(const Context& context, const std::string& output_path, const WriteOptions& form,
                                  const MakeWriter& make_writer) {
  return std::make_unique<WriterSink>(context, output_path, form, make_writer);
}

std::unique_ptr<Sink> rows_sink(const Context& context, const std::string& output_path, std::string head, bool prompt) {
  return std::make_unique<RowsSink>(context, output_path, std::move(head), prompt);
}

std::unique_ptr<Sink> resumed_sink(const std::string& output_path, std::uint64_t settings, std::string head) {
  return std::make_unique<ResumedSink>(output_path, settings, std::move(head));
}

}  // namespace zhibiao::cli
