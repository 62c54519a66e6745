// Where the threads of one process can change places between two Requests. Plain value; any thread.
#pragma once

#include <cstdint>

namespace forkscope::trace {

// calls_and_jumps: where CPython 3.10 to 3.13 let go of the GIL. every_bytecode: before each instruction of
// the program and of our library, but for built-in functions, which are one instruction even where ours are
// written in Python: where CPython up to 3.9 lets go of it, and no more than what a build without GIL allows.
enum class SwitchAt : std::uint32_t { calls_and_jumps, every_bytecode };

// Calls and backward jumps after which a thread that asks nothing sits down all the same. The stepped kernel
// follows what the search has found, so it is one number for both.
inline constexpr std::uint32_t kMostComputed = 200'000;

}  // namespace forkscope::trace
