// Whether a repr() would be long, found out without making it: labels in the trace are short, and what has a
// million bytes must not be written out for one. Needs the GIL; runs no Python code.
#pragma once

#include "core/vm/value.h"

namespace forkscope::vm {

bool has_long_repr(const Value& value);

}  // namespace forkscope::vm
