#include "app/widgets/progress.h"

#include "app/theme/theme.h"

namespace forkscope::app {

void progress_bar(const Area& area, int done, int all) {
  const Palette& p = theme().palette;
  const float middle = (area.min.y + area.max.y) / 2, half = scaled(3);
  const float part = all > 0 ? static_cast<float>(done) / static_cast<float>(all) : 0;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({area.min.x, middle - half}, {area.max.x, middle + half}, p.background, half);
  list->AddRectFilled({area.min.x, middle - half}, {area.min.x + area.width() * part, middle + half},
                      p.accent, half);
}

}  // namespace forkscope::app
