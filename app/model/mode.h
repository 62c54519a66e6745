// Mode: the ways to look at one program that the window has. Plain values; any thread.
#pragma once

#include <cstdint>
#include <string>

namespace forkscope::app {

enum class Mode : std::uint8_t {
  live,    // it runs freely
  step,    // one move at a time, forth and back
  starts,  // the same program by each start method, side by side
};

// "live", "step", "starts"; as the command line and the tests say it.
const char* mode_name(Mode mode);
// `live` for what is no mode.
Mode mode_named(const std::string& name);

}  // namespace forkscope::app
