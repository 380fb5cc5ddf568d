// A program of somebody else's that uses the installed library: prints each target's value and unit.
#include <iostream>
#include <zhibiao/analyze.hpp>
#include <zhibiao/read.hpp>

int main() {
  const auto source = zhibiao::read_bytes("plan.txt", "2030年工作要点\n一、疫苗接种\n疫苗接种率达到95%以上。\n");
  zhibiao::Analyzer analyzer;
  for (const auto& fact : analyzer.analyze(source).facts) {
    if (fact.role == zhibiao::Role::target && fact.value) std::cout << fact.value->str() << ' ' << fact.unit << '\n';
  }
}
