#include "app/pages/starts_page.h"

namespace forkscope::app {

void draw_starts_page(const Frame&, const Area&, int&, CommandQueue&) {}

}  // namespace forkscope::app
