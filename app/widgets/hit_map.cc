#include "app/widgets/hit_map.h"

namespace forkscope::app {

namespace {

std::map<std::string, HitRectangle> rectangles;

}  // namespace

void clear_hits() {
  rectangles.clear();
}
void note_hit(const std::string& name, ImVec2 min, ImVec2 max) {
  rectangles[name] = HitRectangle{min, max};
}
const std::map<std::string, HitRectangle>& hits() {
  return rectangles;
}

}  // namespace forkscope::app
