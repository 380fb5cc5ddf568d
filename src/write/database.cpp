// Write, SQLite. Input: documents with their items and facts; output: three tables of a database, changed by one
// transaction. Tested by tests/write/database_test.cpp.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "write/rows.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao {
namespace {

constexpr std::array kTables = {
#define TABLE(sql) sql,
#include "write/database.def"
#undef TABLE
};

/// How long another program may hold the database, in milliseconds.
constexpr int kPatience = 5000;

class Database {
 public:
  explicit Database(const std::string& path) : path_(path) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK) fail(code);
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, kPatience);
  }

  sqlite3* get() const { return handle_.get(); }

  void run(const std::string& sql) const {
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
  }

  /// The one number that a statement gives.
  sqlite3_int64 number(const std::string& sql) const;

  [[noreturn]] void fail(int code) const {
    const int kind = code & 0xFF;
    if (kind == SQLITE_NOTADB) throw Error(path_, "is there and is no SQLite database; name another file with -o");
    if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) {
      throw Error(path_, "another program is writing to this database; try again when it is done");
    }
    throw Error(path_, fmt::format("the database cannot be written: {}", sqlite3_errmsg(handle_.get())));
  }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

class Statement {
 public:
  Statement(const Database& database, const std::string& sql) : database_(database) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(database.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    handle_.reset(prepared);
    if (code != SQLITE_OK) database_.fail(code);
  }

  /// An empty text is NULL: the document does not say.
  Statement& text(std::string_view value) {
    check(value.empty() ? sqlite3_bind_null(handle_.get(), ++bound_)
                        : sqlite3_bind_text64(handle_.get(), ++bound_, value.data(), value.size(), SQLITE_TRANSIENT,
                                              SQLITE_UTF8));
    return *this;
  }
  /// Digits as a number where SQLite holds it exactly (whole: 18 digits, else 15), and as text beyond.
  Statement& digits(const std::string& value) {
    const auto count = std::count_if(value.begin(), value.end(), [](char c) { return '0' <= c && c <= '9'; });
    const bool whole = value.find('.') == std::string::npos;
    if (value.empty() || count > (whole ? 18 : 15)) return text(value);
    if (whole) return number(std::stoll(value));
    check(sqlite3_bind_double(handle_.get(), ++bound_, std::stod(value)));
    return *this;
  }
  Statement& number(sqlite3_int64 value) {
    check(sqlite3_bind_int64(handle_.get(), ++bound_, value));
    return *this;
  }
  /// Runs the statement to its next row; true if there is one. A finished statement can be bound again.
  bool step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_.fail(code);
    sqlite3_reset(handle_.get());
    bound_ = 0;
    return false;
  }
  sqlite3_int64 first() const { return sqlite3_column_int64(handle_.get(), 0); }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) database_.fail(code);
  }
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  int bound_ = 0;
};

sqlite3_int64 Database::number(const std::string& sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.first() : 0;
}

/// Decimals have no type of column, which would round what is bound as text.
std::string column_type(FieldType type) {
  return type == FieldType::integer ? " INTEGER" : type == FieldType::decimal ? "" : " TEXT";
}

/// `"name" TYPE` of each field, or their names alone.
std::string field_columns(bool typed) {
  std::string columns;
  for (const Field& field : fields()) {
    columns += fmt::format(", \"{}\"{}", field.name, typed ? column_type(field.type) : "");
  }
  return columns;
}

/// Makes the tables in an empty database; refuses one that another program made.
void lay_out(const Database& database, const std::string& path) {
  // A new file goes as a whole when something goes wrong: it needs no journal beside it, which a signal would leave.
  if (database.number("PRAGMA page_count") == 0) database.run("PRAGMA journal_mode = MEMORY");
  database.run("PRAGMA foreign_keys = ON; BEGIN IMMEDIATE");
  const bool ours = database.number("PRAGMA application_id") == std::stol(ZHIBIAO_DATABASE_ID);
  if (ours && database.number("PRAGMA user_version") != std::stol(ZHIBIAO_DATABASE_VERSION)) {
    throw Error(path, "was made by another version of zhibiao, with other tables; name another file with -o");
  }
  if (ours) return;
  if (database.number("SELECT count(*) FROM sqlite_master") > 0) {
    throw Error(path, "is a database that zhibiao did not make; name another file with -o");
  }
  for (const char* table : kTables) database.run(table);
  database.run(
      fmt::format("CREATE TABLE targets (document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, "
                  "position INTEGER NOT NULL{}, PRIMARY KEY (document, position)) WITHOUT ROWID",
                  field_columns(true)));
  database.run("CREATE INDEX targets_by_indicator ON targets(indicator)");
  database.run("PRAGMA application_id = " ZHIBIAO_DATABASE_ID "; PRAGMA user_version = " ZHIBIAO_DATABASE_VERSION);
}

std::string insert_target() {
  std::string marks;
  for (std::size_t i = 0; i < fields().size(); ++i) marks += ", ?";
  return fmt::format("INSERT INTO targets (document, position{}) VALUES (?, ?{})", field_columns(false), marks);
}

class DatabaseWriter : public Writer {
 public:
  explicit DatabaseWriter(const std::string& path) : database_(path) {
    lay_out(database_, path);
    forget_.emplace(database_, "DELETE FROM documents WHERE file = ?");
    document_.emplace(database_,
                      "INSERT INTO documents (file, title, issuer, doc_number, index_number, issued, published, year, "
                      "addressees) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    item_.emplace(database_,
                  "INSERT INTO items (document, position, line, level, marker, path, heading, titled) VALUES (?, ?, ?, "
                  "?, ?, ?, ?, ?)");
    target_.emplace(database_, insert_target());
  }

  void write(const std::string& file, const Analysis& analysis) override {
    const DocumentData& data = analysis.document;
    forget_->text(file).step();
    document_->text(file).text(data.title).text(data.issuer).text(data.doc_number).text(data.index_number);
    document_->text(data.issued).text(data.published).digits(data.plan_year ? std::to_string(*data.plan_year) : "");
    document_->text(fmt::format("{}", fmt::join(data.addressees, "; "))).step();
    const sqlite3_int64 id = sqlite3_last_insert_rowid(database_.get());
    sqlite3_int64 position = 0;
    for (const Item& item : analysis.items) {
      item_->number(id).number(++position).number(static_cast<sqlite3_int64>(item.line));
      item_->number(static_cast<sqlite3_int64>(item.level)).text(item.marker).text(item.path).text(item.heading);
      item_->number(item.titled ? 1 : 0).step();
    }
    position = 0;
    for (const Fact& fact : analysis.facts) {
      target_->number(id).number(++position);
      for (const Field& field : fields()) {
        const bool number = field.type == FieldType::integer || field.type == FieldType::decimal;
        number ? target_->digits(field.text(fact)) : target_->text(field.text(fact));
      }
      target_->step();
    }
  }

  void finish() override { database_.run("COMMIT"); }

 private:
  Database database_;
  std::optional<Statement> forget_, document_, item_, target_;
};

}  // namespace

std::unique_ptr<Writer> database_writer(const std::string& path) { return std::make_unique<DatabaseWriter>(path); }

}  // namespace zhibiao
