// Frees a heap that is not needed any more, cycles and all. Needs the GIL; runs no Python code.
#pragma once

#include <vector>

#include "core/vm/imported_part.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

// Takes apart all that can be reached from `roots`, except the objects in `spared` and codes. No frame may be
// using it.
void erase_reachable(std::vector<Value> roots, const std::vector<Value>& spared);
// Takes apart all that is not among `imported`, the objects that are met there (state_archive.h): what
// `roots` lead to, and those of `imported` that a run changes, which are empty then. `modules`: the dict of
// modules.
void erase_run(std::vector<Value> roots, ImportedPart& imported, const Object* modules);
// Takes apart what only itself leads to, in a process that goes on: natives do what they do at their end, but
// where is_discarding().
void erase_garbage(const std::vector<Value>& garbage);

}  // namespace forkscope::vm
