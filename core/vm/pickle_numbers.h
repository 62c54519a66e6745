// The pickles of single numbers of up to four bytes, which so many queues carry, without a walk: byte for
// byte what PickleWriter writes in protocol 4, and read only where they are exactly that. Nothing is kept;
// needs the GIL.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/value.h"

namespace forkscope::vm {

// Empty: no such number.
std::string pickled_number(const Value& value);
// Empty: no such pickle.
Value unpickled_number(std::string_view bytes);

}  // namespace forkscope::vm
