// Hands a key to ImGui, which needs some of them for text fields.
#pragma once

#include "app/platform/input.h"

namespace forkscope::app {

void imgui_key(const InputEvent& event);

}  // namespace forkscope::app
