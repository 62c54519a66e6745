// Memory: bytes that C data lies in: mapped and shared with other processes (each access is a Request), or of
// this process alone. Owned by the values that refer to it. Used with the GIL held; nothing here blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/kernel/kernel.h"
#include "core/vm/native.h"
#include "core/vm/objects.h"
#include "core/vm/state_visitor.h"

namespace forkscope::vm::modules {

struct Memory final : Native<Memory> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.number(handle.handle);
    state.number(handle.object);
    state.number(descriptor);
    state.number(size);
    state.text(local);
  }
  bool is_shared() const { return handle.handle >= 0; }

  kernel::Handle handle;
  std::int64_t descriptor = -1;
  std::int64_t size = 0;
  std::string local;  // the bytes, where it is not shared
};

// Bytes of one process, all zero.
Value make_local_memory(Vm& vm, std::int64_t size);

// What an access asks for. `object` is the value that lies there, for the trace.
kernel::Request memory_request(const Memory& memory, kernel::EventKind kind, std::int64_t offset,
                               base::ObjectId object);

}  // namespace forkscope::vm::modules
