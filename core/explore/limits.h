// What the search does not vary, and so cannot exclude: said beside the outcomes instead of a proof. Pure;
// any thread.
#pragma once

#include <string>
#include <string_view>

namespace forkscope::explore {

// A sentence; "" where all that was seen is all there is. Looks for words of `program`, the source, that read
// clocks or random numbers: one that only stands in a comment is found, too, which excludes less than it
// could.
std::string limit_of(std::string_view program);

}  // namespace forkscope::explore
