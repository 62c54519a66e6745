// Mode: the ways to look at one program that the window has. Plain values; any thread.
#pragma once

#include <cstdint>
#include <string>

namespace forkscope::app {

enum class Mode : std::uint8_t {
  live,      // it runs freely
  step,      // one move at a time, forth and back
  outcomes,  // everything that it can do
  starts,    // the same program by each start method, side by side
  compare,   // the same work by threads and by processes: who is faster
};

// "live", "step", "outcomes", "starts", "compare"; as the command line and the tests say it.
const char* mode_name(Mode mode);
// `live` for what is no mode.
Mode mode_named(const std::string& name);

}  // namespace forkscope::app
