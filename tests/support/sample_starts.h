// A measurement of starts as the lab could report it, with the odd cases side by side: fork goes well, spawn
// refuses a lambda, and of the forkserver's child nothing could be read. Plain values, always the same.
#pragma once

#include "core/lab/protocol.h"

namespace forkscope::test {

lab::StartsReport sample_starts(const std::string& path);

}  // namespace forkscope::test
