// What a process is for, in the user's language, where it runs none of the program's code.
#pragma once

#include <string>

#include "app/model/names.h"

namespace forkscope::app {

// Both are empty for a process of the program.
std::string role_name(ProcessRole role);      // "resource tracker"
std::string role_sentence(ProcessRole role);  // what it does, one sentence

// "4711 Process-1"; with the role where that is what it is known by.
std::string process_title(const trace::Store& store, base::ProcessId process);

}  // namespace forkscope::app
