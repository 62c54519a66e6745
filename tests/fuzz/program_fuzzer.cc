// Lexer, parser, compiler and VM on random programs.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/vm/check.h"
#include "tests/fuzz/fuzz_vm.h"
#include "tests/fuzz/program_mutator.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using forkscope::fuzz::FuzzVm;
using forkscope::fuzz::ProgramMutator;

FuzzVm& machine() {
  static auto& made = *new FuzzVm();
  return made;
}

ProgramMutator mutator(unsigned seed) {
  static const auto& names = *new std::vector<std::string>(machine().names());
  return ProgramMutator(names, seed);
}

std::size_t put(std::string_view program, std::uint8_t* data, std::size_t max_size) {
  const std::size_t size = std::min(program.size(), max_size);
  std::memcpy(data, program.data(), size);
  return size;
}

std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  constexpr unsigned kBytesEvery = 8;
  if (seed % kBytesEvery == 0) return LLVMFuzzerMutate(data, size, max_size);
  return put(mutator(seed).mutate(text_of(data, size)), data, max_size);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data1, std::size_t size1,
                                                 const std::uint8_t* data2, std::size_t size2,
                                                 std::uint8_t* out, std::size_t max_size, unsigned seed) {
  return put(mutator(seed).cross(text_of(data1, size1), text_of(data2, size2)), out, max_size);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzVm& vm = machine();
  forkscope::vm::check_program(text_of(data, size), "program.py", [](std::string_view) {
    return true;
  }).text();
  vm.run_program(text_of(data, size));
  return 0;
}
