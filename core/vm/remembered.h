// Objects whose address stands for them, in what an ImportedPart remembers (imported_part.h): nothing keeps
// them alive, and what comes to lie where one of them lay is not the same. Plain functions; need the GIL;
// block nowhere.
#pragma once

#include <cstdint>

namespace forkscope::vm {

inline constexpr std::uint8_t kIsRemembered = 0x04;  // Object::flags; no part of a state
// How many of them are no more.
std::uint64_t remembered_ends();

}  // namespace forkscope::vm
