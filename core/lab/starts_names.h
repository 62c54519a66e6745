// Which names of the program a started process knows, and where their values come from, by what both
// processes told in the trace. Pure; any thread that owns the Store.
#pragma once

#include <vector>

#include "core/lab/start_stages.h"

namespace forkscope::lab {

// Of a start in a session that shows children; empty where the child did not come to its target.
std::vector<NameInChild> names_of(const trace::Store& store, const TracedStart& start);

}  // namespace forkscope::lab
