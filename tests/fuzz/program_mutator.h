// Changes programs the way programs are written: whole lines, tokens and expressions move, so that most
// results still parse and reach the compiler and the VM. Bytes alone would hardly pass the parser. One
// thread.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace forkscope::fuzz {

class ProgramMutator {
 public:
  // `names`: what a program can call: builtins, methods, functions of the library. Not empty.
  ProgramMutator(std::vector<std::string> names, unsigned seed);

  // `program` with a few changes.
  std::string mutate(std::string_view program);
  // Lines of both.
  std::string cross(std::string_view one, std::string_view other);

 private:
  std::size_t below(std::size_t count);  // random; count > 0
  template <typename Items>
  const auto& any_of(const Items& items);

  void change_tokens(std::string& program);
  void change_lines(std::string& program);
  std::string in_something(const std::string& expression);
  std::string statement(const std::string& indentation, const std::string& expression);

  std::vector<std::string> names_;
  std::minstd_rand random_;
};

}  // namespace forkscope::fuzz
