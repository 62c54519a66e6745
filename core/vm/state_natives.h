// What native calls leave behind when they wait. Pointers to functions of this binary, as numbers that stay
// the same from run to run: distances from one of them. States can be read only by the binary that wrote
// them.
#pragma once

#include <cstdint>

#include "core/kernel/kernel.h"
#include "core/vm/state_visitor.h"

namespace forkscope::vm {

// 0 for null.
std::int64_t native_distance(std::uintptr_t function);
std::uintptr_t native_at(std::int64_t distance);

template <typename Pointer>
void visit_native_pointer(Pointer& pointer, StateVisitor& state) {
  std::int64_t distance = native_distance(reinterpret_cast<std::uintptr_t>(pointer));
  state.integer(distance);
  if (state.fills()) pointer = reinterpret_cast<Pointer>(native_at(distance));
}

// A Request that waits for its answer, without what lies elsewhere: its text and its buffer.
void visit_request(kernel::Request& request, StateVisitor& state);

}  // namespace forkscope::vm
