// Draws parsed Markdown at the cursor, wrapped to the region's width. Window thread only.
#pragma once

#include <vector>

#include "app/model/markdown.h"

namespace forkscope::app {

void rich_text(const std::vector<TextBlock>& blocks);

}  // namespace forkscope::app
