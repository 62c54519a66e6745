// Who holds a lock of `_thread`, as its object says it. Needs the GIL; blocks nowhere.
#pragma once

#include "core/base/ids.h"
#include "core/vm/value.h"

namespace forkscope::vm::modules {

// Whether `thread` holds this lock, or the lock of this condition. Of other objects: false.
bool holds_lock(const Value& object, base::ThreadId thread);

}  // namespace forkscope::vm::modules
