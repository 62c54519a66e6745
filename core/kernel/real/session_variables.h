// The environment variables by which a spawned process finds its session. Hidden from programs.
#pragma once

namespace forkscope::kernel {

inline constexpr char kArenaVariable[] = "FORKSCOPE_ARENA";      // descriptor of the arena
inline constexpr char kProcessVariable[] = "FORKSCOPE_PROCESS";  // process id that the parent reserved

}  // namespace forkscope::kernel
