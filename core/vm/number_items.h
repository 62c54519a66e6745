// Numbers as they lie in memory, by the letters of the struct module: what memoryview, array.array and struct
// share. Native byte order and sizes unless said otherwise. Pure functions over Values; they need the GIL.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/vm/operations.h"

namespace forkscope::vm {

// How many bytes a number of the kind takes; 0: there is no such kind. One of "bBhHiIlLqQfd" and "?c".
std::size_t item_size(char format);
Value load_item(char format, const char* memory);

enum class StoreResult : std::uint8_t { done, wrong_type, too_large };
// Writes item_size(format) bytes.
StoreResult store_item(char format, const Value& value, char* memory);

}  // namespace forkscope::vm
