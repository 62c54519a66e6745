// Module `_weakref`: ref, on which weakref.py builds its dicts, sets and proxies.
#pragma once

namespace forkscope::vm::modules {

void register_weakref_module();

}  // namespace forkscope::vm::modules
