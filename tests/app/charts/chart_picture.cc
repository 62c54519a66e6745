// Draws the timeline, the depth chart and the answers of a made-up run into a PNG, without a lab: for looking
// at them.
//   chart_picture OUT.png lesson1|crowd|empty [WIDTH HEIGHT [SCALE [EVENTS [ko|en [BEGIN_NS END_NS [PROCESSES]]]]]]
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
#include "tests/support/chart_scene.h"
#include "tests/support/sample_trace.h"

namespace {

using namespace forkscope;

struct Wish {
  std::string path, scene, language = "en";
  int width = 1600, height = 620;
  float scale = 1;
  std::size_t events = 20'000;
  int processes = 3;
  long long begin_ns = 0, end_ns = 0;
};

Wish wish_of(int count, char** arguments) {
  const auto text = [&](int place, const char* otherwise) {
    return place < count ? arguments[place] : otherwise;
  };
  Wish wish;
  wish.path = text(1, "charts.png");
  wish.scene = text(2, "lesson1");
  wish.width = std::atoi(text(3, "1600"));
  wish.height = std::atoi(text(4, "620"));
  wish.scale = static_cast<float>(std::atof(text(5, "1")));
  wish.events = static_cast<std::size_t>(std::atoll(text(6, "20000")));
  wish.language = text(7, "en");
  wish.begin_ns = std::atoll(text(8, "0"));
  wish.end_ns = std::atoll(text(9, "0"));
  wish.processes = std::atoi(text(10, "3"));
  return wish;
}

void fill(test::ChartScene& scene, const Wish& wish) {
  test::TraceScript script;
  if (wish.scene == "lesson1") test::lying_queue(script);
  if (wish.scene == "crowd") test::crowd(script, {.producers = wish.processes, .consumers = wish.processes, .events = wish.events});
  scene.show(script);
  if (wish.end_ns > 0) scene.window = {wish.begin_ns, wish.end_ns, false};
}

}  // namespace

int main(int count, char** arguments) {
  const Wish wish = wish_of(count, arguments);
  test::ChartScene scene;
  fill(scene, wish);
  auto surface = app::Offscreen::open(wish.width, wish.height);
  if (!surface) {
    std::fprintf(stderr, "%s\n", surface.error().message.c_str());
    return 1;
  }
  const app::GlStrips strips;
  app::set_locale_folder(app::locale_folder());
  app::set_language(wish.language);
  app::FontShelf shelf;
  if (wish.language == "ko") shelf.need(app::all_translations());
  app::set_palette("dark");
  app::set_metrics(wish.scale);
  app::apply_to_imgui();
  surface.value()->gui().rebuild_fonts(shelf, wish.scale);
  for (int frame = 0; frame < 3; ++frame) {
    surface.value()->begin_frame();
    scene.draw(static_cast<float>(wish.width), static_cast<float>(wish.height), 300 * wish.scale);
    surface.value()->end_frame(app::theme().palette.background);
  }
  const auto written = app::write_png(surface.value()->picture(), wish.path);
  if (!written) std::fprintf(stderr, "%s\n", written.error().message.c_str());
  return written ? 0 : 1;
}
