// Lexer, parser, compiler and VM on random programs.
#include <cstddef>
#include <cstdint>

#include "core/vm/check.h"
#include "tests/fuzz/fuzz_vm.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto& machine = *new forkscope::fuzz::FuzzVm();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  forkscope::vm::check_program(text, "program.py", [](std::string_view) { return true; }).text();
  machine.run_program(text);
  return 0;
}
