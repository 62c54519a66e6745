#include "core/vm/state_natives.h"

namespace forkscope::vm {

namespace {
std::uintptr_t anchor() {
  return reinterpret_cast<std::uintptr_t>(&native_distance) + 1;  // no function begins here: no distance is 0
}
}  // namespace

std::int64_t native_distance(std::uintptr_t function) {
  return function == 0 ? 0 : static_cast<std::int64_t>(function - anchor());
}

std::uintptr_t native_at(std::int64_t distance) {
  return distance == 0 ? 0 : anchor() + static_cast<std::uintptr_t>(distance);
}

void visit_request(kernel::Request& request, StateVisitor& state) {
  state.number(request.kind);
  state.number(request.handle);
  state.number(request.a);
  state.number(request.b);
  state.number(request.timeout_ns);
  state.number(request.size);
  state.number(request.object);
}

}  // namespace forkscope::vm
