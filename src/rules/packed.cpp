// Rule stage: rule files that were read once, when the program was built. In: parsed files, or their bytes. Out: the other.
// Tested by tests/rules/packed_test.cpp.
#include "rules/packed.hpp"

#include <cstdint>

namespace zhibiao::rules {
namespace {

class Packer {
 public:
  void put(std::size_t number) {
    for (int byte = 0; byte < 4; ++byte) out_ += static_cast<char>(static_cast<unsigned char>(number >> (8 * byte)));
  }
  void put(const std::string& text) {
    put(text.size());
    out_ += text;
  }
  template <typename Key>
  void put(const std::pair<Key, std::string>& pair) {
    put(pair.first), put(pair.second);
  }
  void put(const Example& example) {
    put(example.text);
    all(example.fields);
  }
  void put(const Rule& rule) {
    for (const auto* text : {&rule.type, &rule.id, &rule.about, &rule.file, &rule.source}) put(*text);
    put(rule.line);
    all(rule.keys);
    all(rule.words);
    all(rule.yes);
    all(rule.no);
  }
  void put(const RuleFile& file) {
    all(file.rules);
    all(file.fragments);
    all(file.fragment_places);
  }
  template <typename List>
  void all(const List& list) {
    put(list.size());
    for (const auto& one : list) put(one);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  void get(std::size_t& number) {
    number = 0;
    for (std::size_t byte = 0; byte < 4; ++byte)
      number |= static_cast<std::size_t>(static_cast<unsigned char>(rest_[byte])) << (8 * byte);
    rest_.remove_prefix(4);
  }
  void get(std::string& text) {
    std::size_t size = 0;
    get(size);
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  void get(std::pair<std::string, std::string>& pair) { get(pair.first), get(pair.second); }
  void get(Example& example) {
    get(example.text);
    all(example.fields);
  }
  void get(Rule& rule) {
    for (auto* text : {&rule.type, &rule.id, &rule.about, &rule.file, &rule.source}) get(*text);
    get(rule.line);
    map(rule.keys);
    all(rule.words);
    all(rule.yes);
    all(rule.no);
  }
  void get(RuleFile& file) {
    all(file.rules);
    map(file.fragments);
    map(file.fragment_places);
  }
  template <typename List>
  void all(List& list) {
    std::size_t size = 0;
    get(size);
    list.resize(size);
    for (auto& one : list) get(one);
  }
  template <typename Map>
  void map(Map& map) {
    std::size_t size = 0;
    get(size);
    for (; size > 0; --size) {
      std::pair<std::string, std::string> pair;
      get(pair);
      map.emplace_hint(map.end(), std::move(pair));
    }
  }

 private:
  std::string_view rest_;
};

}  // namespace

std::string pack(const std::vector<RuleFile>& files) {
  Packer packer;
  packer.all(files);
  return packer.take();
}

std::vector<RuleFile> unpack(std::string_view bytes) {
  std::vector<RuleFile> files;
  Unpacker(bytes).all(files);
  return files;
}

}  // namespace zhibiao::rules
