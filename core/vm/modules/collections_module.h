// Module `_collections` under library/collections.py: deque and defaultdict, and what the classes written in
// Python are derived from.
#pragma once

namespace forkscope::vm::modules {

void register_collections_module();

}  // namespace forkscope::vm::modules
