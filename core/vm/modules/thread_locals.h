// What `threading.local` needs besides Python: attributes that are those of the dict of the thread that asks.
// Needs the GIL; blocks nowhere.
#pragma once

#include "core/vm/vm.h"

namespace forkscope::vm::modules {

// get_among(object, names, name), set_among(object, names, name, value), delete_among(object, names, name):
// what `object` does without methods of its own for that, with the dict `names` as its attributes.
void define_thread_locals(Module& module);

}  // namespace forkscope::vm::modules
