// The order in which CPython's set yields small ints. Our sets keep insertion order; programs that print a
// set of numbers expect CPython's, which follows from its table. Texts come in any order in CPython too.
#pragma once

#include <vector>

#include "core/vm/objects.h"

namespace forkscope::vm {

std::vector<Value> set_items(const Table& table);

}  // namespace forkscope::vm
