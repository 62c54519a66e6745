// Frees a heap that is not needed any more, cycles and all. Needs the GIL; runs no Python code.
#pragma once

#include <vector>

#include "core/vm/objects.h"

namespace forkscope::vm {

// Takes apart all that can be reached from `roots`, except the objects in `spared` and codes. No frame may be
// using it.
void erase_reachable(std::vector<Value> roots, const std::vector<Value>& spared);

}  // namespace forkscope::vm
