// The world of a simulation as canonical bytes, in two parts: what processes share, and each process; so that
// a part that does not change is stored once. Two worlds that differ only in the time that has passed unseen
// give the same bytes. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "core/kernel/sim/world.h"

namespace forkscope::explore {

// Lets the clock begin anew where nobody has looked at it. Before the parts are made.
void normalize(kernel::SimWorld& world);

std::string bytes_of_shared(const kernel::SimWorld& world);
// Fills all but the processes.
void fill_shared(kernel::SimWorld& world, std::string_view bytes);
std::string bytes_of(const kernel::SimProcess& process);
kernel::SimProcess process_of(std::string_view bytes);

}  // namespace forkscope::explore
