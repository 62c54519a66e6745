// What a personality is called and what it copies, in the user's language.
#pragma once

#include <string>
#include <vector>

#include "app/model/personality.h"

namespace forkscope::app {

std::string personality_name(const Personality& personality);  // "Python 3.13 · macOS"
// "imitated: macOS, Python 3.13"; empty if nothing is imitated.
std::string imitation_mark(const Personality& personality);
// What is copied: one sentence each for the system, the version and empty().
std::vector<std::string> imitated_behaviours(const Personality& personality);
// That the machine is Linux all the same, and what was copied.
std::string imitation_sentence(const Personality& personality);

}  // namespace forkscope::app
