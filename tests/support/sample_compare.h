// A comparison as the lab could report it: two cores, computing work, the usual ways with CPython beside
// them. Plain values, always the same.
#pragma once

#include <vector>

#include "core/lab/protocol.h"

namespace forkscope::test {

// Done after `done` of 100 runs; with fewer, what is known so far.
lab::CompareProgress sample_compare(const lab::CompareSettings& order, int done = 100);
// Of fork and of threads, two workers each.
std::vector<lab::CompareTimeline> sample_timelines();

}  // namespace forkscope::test
