// The pickle reader on random bytes; what it could read is written in every protocol and read again.
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/check.h"
#include "tests/fuzz/fuzz_vm.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace forkscope::vm;
  static auto& machine = *new forkscope::fuzz::FuzzVm();
  const Value read = machine.call("pickle", "loads", {make_bytes(std::string(data, data + size))});
  if (read.empty()) return 0;
  for (int protocol = 0; protocol <= 5; ++protocol) {
    const Value written = machine.call("pickle", "dumps", {read, Value::small_int(protocol)});
    if (written.is(Kind::bytes)) machine.call("pickle", "loads", {written});
  }
  return 0;
}
