#include <cstdio>

#include "app/app.h"
#include "app/options.h"
#include "app/picture_run.h"
#include "app/platform/offscreen.h"
#include "app/platform/paths.h"
#include "app/platform/window.h"
#include "app/widgets/catalogue.h"
#include "core/lab/client.h"

namespace forkscope::app {

namespace {

constexpr int kFailed = 1, kNoDisplay = 2;

int complain(const base::Error& error, int code) {
  std::fprintf(stderr, "forkscope: %s\n", error.message.c_str());
  return code;
}

int picture_only(Session& session, std::vector<Lesson> lessons, const Options& options) {
  auto surface = Offscreen::open(options.width, options.height);
  if (!surface) return complain(surface.error(), kNoDisplay);
  App app(session, *surface.value(), std::move(lessons), options, 1.0f);
  const auto taken = take_picture(app, session, *surface.value(), options);
  return taken ? 0 : complain(taken.error(), kFailed);
}

int in_window(Session& session, std::vector<Lesson> lessons, const Options& options) {
  auto window = Window::open(options.width, options.height, "Forkscope");
  if (!window) return complain(window.error(), kNoDisplay);
  App app(session, *window.value(), std::move(lessons), options, window.value()->content_scale());
  app.open(options);
  app.run(*window.value());
  return 0;
}

int run(int count, char** arguments) {
  const auto parsed = parse_options(count, arguments);
  if (const int* code = std::get_if<int>(&parsed)) return *code;
  const Options& options = *std::get_if<Options>(&parsed);

  // Before the window system is touched: the lab must not inherit its connections and threads.
  Session session(lab::lab_program_path());
  if (const auto started = session.start_lab(); !started) return complain(started.error(), kFailed);
  set_locale_folder(locale_folder());
  auto lessons = load_lessons(lessons_folder());
  if (!lessons) return complain(lessons.error(), kFailed);
  return options.screenshot.empty() ? in_window(session, std::move(lessons).value(), options)
                                    : picture_only(session, std::move(lessons).value(), options);
}

}  // namespace

}  // namespace forkscope::app

int main(int count, char** arguments) {
  return forkscope::app::run(count, arguments);
}
