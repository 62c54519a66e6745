// The environment variables by which a spawned process finds its session. Hidden from programs.
#pragma once

namespace forkscope::kernel {

inline constexpr char kArenaVariable[] = "FORKSCOPE_ARENA";      // descriptor of the arena
inline constexpr char kProcessVariable[] = "FORKSCOPE_PROCESS";  // process id that the parent reserved

// Sent by the lab to a thread that waits inside the system while the gate is closed: the wait ends, and the
// thread comes to the gate. One of the real-time signals, which programs do not use.
inline constexpr int kGateSignal = 47;

}  // namespace forkscope::kernel
