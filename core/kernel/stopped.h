// The error of a Request whose wait was ended because the gate was closed: it has no answer yet, and nothing
// is told of it. The stepped kernel goes on with it at the gate; a program never sees it.
#pragma once

#include <cerrno>

namespace forkscope::kernel {

// The system keeps this number for itself.
inline constexpr int kStoppedAtGate = ERESTART;

}  // namespace forkscope::kernel
