// What sys.getsizeof() says: how many bytes an object takes in CPython 3.11 on a 64-bit system. A function of
// the value alone: of a list it is not known whether it grew item by item, so that a short one counts as
// written down at once and a long one as grown.
#pragma once

#include <cstdint>

#include "core/vm/objects.h"

namespace forkscope::vm::modules {

// With what CPython keeps in front of the object.
std::int64_t object_size(const Value& value);
// The same without it: what __sizeof__() answers.
std::int64_t own_size(const Value& value);

}  // namespace forkscope::vm::modules
