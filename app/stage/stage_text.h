// What the stage says in words: what a thread does, what a lock's state is. In the user's language; window
// thread only.
#pragma once

#include <string>

#include "app/model/stage_model.h"

namespace forkscope::app {

// "4711 Process-1 · fork"; "exit code 0".
std::string process_title_text(const StageProcess& process);
std::string process_end_text(const StageProcess& process);
std::string doing_text(const trace::Store& store, const trace::World& world, const StageThread& thread);
// What is inside a pipe: "2 items · 44 B of 64 KiB".
std::string pipe_text(const StageQueue& queue);
std::string waiters_text(std::size_t count);  // "2 wait"
std::string object_label(const StageObject& object);

}  // namespace forkscope::app
