// Reachable: which objects lead where, over all fields of all kinds (state_fields.h). Needs the GIL; blocks
// nowhere.
#pragma once

#include <vector>

#include "core/base/ids.h"
#include "core/vm/object_numbers.h"

namespace forkscope::vm {

class Vm;

// Everything that `roots` lead to, without texts, numbers, codes and what is behind `spared`.
std::vector<Value> reachable_from(std::vector<Value>& roots, const std::vector<Value>& spared);
// The same from `roots` and from the fields of `inner`, which are among `spared`; that is left as it was.
std::vector<Value> reachable_beyond(ObjectNumbers& spared, const std::vector<Object*>& inner,
                                    std::vector<Value>& roots);

// The objects that other threads than `self` can reach: through modules, or from their own frames. Without
// texts, numbers and codes; with what every Vm begins with.
ObjectNumbers reachable_by_others(const Vm& vm, base::ThreadId self);

}  // namespace forkscope::vm
