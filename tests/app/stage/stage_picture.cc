// Draws the stage of a made-up moment, and what is said beside it, into a PNG, without a lab: for looking at
// them.
//   stage_picture OUT.png lie|crowd|killed|pool|values|stuck|begin [WIDTH HEIGHT [SCALE [ko|en [THEME
//   [PROCESSES QUEUES]]]]]
#include <cstdio>
#include <cstdlib>
#include <string>

#include "app/platform/gl_strips.h"
#include "app/platform/offscreen.h"
#include "app/platform/paths.h"
#include "app/platform/picture.h"
#include "app/theme/theme_setup.h"
#include "app/widgets/catalogue.h"
#include "app/widgets/i18n.h"
#include "tests/support/stage_scene.h"

int main(int count, char** arguments) {
  using namespace forkscope;
  const auto text = [&](int place, const char* otherwise) {
    return place < count ? arguments[place] : otherwise;
  };
  const int width = std::atoi(text(3, "1100")), height = std::atoi(text(4, "420"));
  const auto scale = static_cast<float>(std::atof(text(5, "1")));
  test::StageScene scene(text(2, "lie"), std::atoi(text(8, "8")), std::atoi(text(9, "3")));
  auto surface = app::Offscreen::open(width, height);
  if (!surface) {
    std::fprintf(stderr, "%s\n", surface.error().message.c_str());
    return 1;
  }
  app::set_locale_folder(app::locale_folder());
  app::set_language(text(6, "en"));
  app::FontShelf shelf;
  shelf.need(app::all_translations());
  app::set_palette(text(7, "dark"));
  app::set_metrics(scale);
  app::apply_to_imgui();
  surface.value()->gui().rebuild_fonts(shelf, scale);
  for (int frame = 0; frame < 3; ++frame) {
    surface.value()->begin_frame();
    scene.draw(static_cast<float>(width), static_cast<float>(height));
    surface.value()->end_frame(app::theme().palette.background);
  }
  const auto written = app::write_png(surface.value()->picture(), text(1, "stage.png"));
  if (!written) std::fprintf(stderr, "%s\n", written.error().message.c_str());
  return written ? 0 : 1;
}
