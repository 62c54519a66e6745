// How deep natives that call themselves have come on the native stack: what holds itself, or is nested
// without end, is to end in a RecursionError and not in a crash. Each operating system's thread asks for
// itself; nothing blocks.
#pragma once

#include <cstddef>

#include "core/vm/native.h"

namespace forkscope::vm {

// Far below what systems give a thread, and far above what any program needs.
inline constexpr std::ptrdiff_t kNativeStack = std::ptrdiff_t{2} << 20;

inline thread_local const char* native_stack_begin = nullptr;

// This thread's natives are called from here on.
inline void begin_native_stack() {
  native_stack_begin = static_cast<const char*>(__builtin_frame_address(0));
}

// The stack grows downwards on every system we run on.
inline bool native_stack_is_short() {
  return native_stack_begin != nullptr &&
         native_stack_begin - static_cast<const char*>(__builtin_frame_address(0)) > kNativeStack;
}

}  // namespace forkscope::vm
