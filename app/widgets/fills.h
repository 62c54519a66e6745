// How a rectangle is filled where colour alone would not tell enough: plain, hatched widely or closely, or
// only outlined. Window thread only.
#pragma once

#include <cstdint>

#include "app/widgets/area.h"

namespace forkscope::app {

enum class Fill : std::uint8_t { plain, hatched, hatched_closely, outlined };

void draw_fill(const Area& area, Fill fill, ImU32 colour, float rounding = 0);

}  // namespace forkscope::app
