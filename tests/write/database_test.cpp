// SQLite: what other programs find in the file, and what is left of it when something goes wrong.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "read/folder.hpp"
#include "write/sample.hpp"
#include "zhibiao/error.hpp"

using namespace zhibiao;
using zhibiao_tests::Folder;
using zhibiao_tests::sample;

namespace {

/// All rows of a query, cells parted by `|`, rows by a newline.
std::string query(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::string rows;
  const auto take = [](void* into, int columns, char** cells, char**) {
    auto& text = *static_cast<std::string*>(into);
    for (int i = 0; i < columns; ++i) {
      text += i > 0 ? "|" : "";
      text += cells[i] == nullptr ? "NULL" : cells[i];
    }
    text += '\n';
    return 0;
  };
  CHECK(sqlite3_exec(database, sql.c_str(), take, &rows, nullptr) == SQLITE_OK);
  sqlite3_close(database);
  return rows;
}

void write(const std::string& path, const std::vector<std::string>& files, const Analysis& analysis = sample()) {
  const auto writer = database_writer(path);
  for (const std::string& file : files) writer->write(file, analysis);
  writer->finish();
}

}  // namespace

TEST_CASE("documents, items and targets are tables that join by their keys") {
  const Folder folder;
  const std::string path = folder.path("plans.db");
  write(path, {"a.txt", "b'.txt"});
  CHECK(query(path, "SELECT file, issuer, doc_number, year, addressees FROM documents ORDER BY id") ==
        "a.txt|某市卫生健康局|某卫〔2020〕8号|2020|各县; 局属各单位\n"
        "b'.txt|某市卫生健康局|某卫〔2020〕8号|2020|各县; 局属各单位\n");
  CHECK(query(path, "SELECT count(*) FROM targets t JOIN documents d ON d.id = t.document WHERE d.file = 'a.txt'") ==
        std::to_string(sample().facts.size()) + "\n");
  CHECK(query(path, "SELECT position, path, heading FROM items WHERE document = 1") ==
        "1|一|服务能力\n2|一/一|床位\n3|二|投入\n");
  CHECK(query(path, "PRAGMA integrity_check") == "ok\n");
  CHECK(query(path, "PRAGMA foreign_key_check").empty());
}

TEST_CASE("every field has its column; numbers are numbers, what no double holds stays as it is") {
  const Folder folder;
  const std::string path = folder.path("plans.db");
  Analysis analysis = sample();
  analysis.facts.resize(3);
  analysis.facts[0].value = Decimal::parse("1889400000");
  analysis.facts[1].value = Decimal::parse("33.3333");
  analysis.facts[2].value = Decimal::parse("123456789012345.67");
  write(path, {"a.txt"}, analysis);
  CHECK(query(path, "SELECT value, typeof(value) FROM targets ORDER BY position") ==
        "1889400000|integer\n33.3333|real\n123456789012345.67|text\n");
  for (const Field& field : fields()) {
    CHECK(query(path, "SELECT count(\"" + std::string(field.name) + "\") >= 0 FROM targets") == "1\n");
  }
  CHECK(query(path, "SELECT comparator, per FROM targets WHERE position = 1") == ">=|NULL\n");
}

TEST_CASE("a second run replaces the documents it knows and adds the others") {
  const Folder folder;
  const std::string path = folder.path("plans.db");
  write(path, {"a.txt", "b.txt"});
  Analysis fewer = sample();
  fewer.facts.resize(1);
  fewer.items.clear();
  write(path, {"b.txt", "c.txt"}, fewer);
  CHECK(query(path, "SELECT d.file, count(*) FROM documents d JOIN targets t ON t.document = d.id GROUP BY 1") ==
        "a.txt|6\nb.txt|1\nc.txt|1\n");
  CHECK(query(path, "SELECT count(*) FROM items") == "3\n");
}

TEST_CASE("what was not finished is not there") {
  const Folder folder;
  const std::string path = folder.path("plans.db");
  write(path, {"a.txt"});
  {
    const auto writer = database_writer(path);
    writer->write("b.txt", sample());
  }
  CHECK(query(path, "SELECT file FROM documents") == "a.txt\n");
}

TEST_CASE("files that are not ours are left alone, with a reason") {
  const Folder folder;
  const std::string text = folder.file("notes.db", std::string(5000, 'x'));
  CHECK_THROWS_WITH(database_writer(text),
                    (text + ": is there and is no SQLite database; name another file with -o").c_str());
  CHECK(std::filesystem::file_size(text) == 5000);
  const std::string other = folder.path("other.db");
  query(other, "CREATE TABLE documents (x)");
  CHECK_THROWS_WITH(database_writer(other),
                    (other + ": is a database that zhibiao did not make; name another file with -o").c_str());
  const std::string later = folder.path("later.db");
  write(later, {"a.txt"});
  query(later, "PRAGMA user_version = 99");
  CHECK_THROWS_AS(database_writer(later), Error);
  CHECK_THROWS_AS(database_writer(folder.path("no/such/folder.db")), Error);
}

TEST_CASE("an existing empty file becomes a database; text with NUL-like and quote characters stays whole") {
  const Folder folder;
  const std::string path = folder.file("empty.db", "");
  Analysis analysis = sample();
  analysis.facts.resize(1);
  analysis.facts[0].indicator = "'; DROP TABLE targets; --\"";
  write(path, {"a.txt"}, analysis);
  CHECK(query(path, "SELECT indicator FROM targets") == "'; DROP TABLE targets; --\"\n");
}
