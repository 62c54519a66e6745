// The world of a simulation as canonical bytes, in parts, so that a part that does not change is stored once:
// each object that processes share (pipes, semaphores, memory), each process, and what remains. Two worlds
// that differ only in the time that has passed unseen give the same bytes. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/kernel/sim/world.h"

namespace forkscope::explore {

// Lets the clock begin anew where nobody has looked at it. Before the parts are made.
void normalize(kernel::SimWorld& world);

// All but the objects and the processes; of the objects which there are, and what an answer may depend on
// without having looked for them: names, and descriptors that are on their way.
std::string bytes_of_rest(const kernel::SimWorld& world);
// Makes the objects, empty.
void fill_rest(kernel::SimWorld& world, std::string_view bytes);

// Objects by their place: streams, semaphores, memories, each by id.
std::vector<base::ObjectId> objects_of(const kernel::SimWorld& world);
std::string bytes_of_object(const kernel::SimWorld& world, std::size_t place);
void fill_object(kernel::SimWorld& world, std::size_t place, std::string_view bytes);

std::string bytes_of(const kernel::SimProcess& process);
// What the moves of other processes may depend on: not its threads, nor what belongs to them alone.
std::string bytes_of_shown(const kernel::SimProcess& process);
kernel::SimProcess process_of(std::string_view bytes);

}  // namespace forkscope::explore
