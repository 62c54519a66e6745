#include "app/picture_run.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace forkscope::app {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kLongestRun =
    std::chrono::seconds(60);  // an endless program is stopped then, and shown as it is
constexpr auto kLongestEnd = std::chrono::seconds(5);
constexpr int kFrames = 4;  // until ImGui's sizes have settled

// Lets the program run until `done` says so.
template <typename Done>
void run_until(App& app, const Session& session, Clock::duration longest, Done done) {
  const auto give_up = Clock::now() + longest;
  while (session.active() && !done() && Clock::now() < give_up) {
    app.poll();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

base::Status write_picture(App& app, Surface& surface, const std::string& path) {
  for (int frame = 0; frame < kFrames; ++frame) app.draw_frame();
  return write_png(surface.picture(), path);
}

base::Status take_starts_picture(App& app, const Session& session, Surface& surface, const Options& options) {
  while (session.measures_starts()) {
    app.poll();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  if (session.state() == RunState::lab_lost)
    return base::Error{"the lab ended before the picture was taken."};
  app.show_starts_row(options.step);
  return write_picture(app, surface, options.screenshot);
}

// Shows the step that is asked for: of the schedule, or else of the steps that are suggested. What could not
// be done is in the picture.
void follow_steps(App& app, const Session& session, const Options& options) {
  const auto stands = [&] { return app.stepping().view().active && !app.stepping().is_busy(); };
  run_until(app, session, kLongestRun, stands);
  const auto step = static_cast<std::size_t>(std::max(options.step, 0));
  while (options.schedule.empty() && app.stepping().view().count < step &&
         !app.stepping().view().suggested.empty()) {
    app.stepping().step();
    run_until(app, session, kLongestRun, stands);
  }
  if (options.step >= 0) app.stepping().go_to(step);
  app.poll();
  const auto give_up = Clock::now() + kLongestRun;
  for (app.draw_frame(); app.waits_for_library() || app.waits_for_remains(); app.draw_frame()) {
    if (session.state() == RunState::lab_lost || Clock::now() > give_up) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    app.poll();
  }
}

base::Status take_outcomes_picture(App& app, const Session& session, Surface& surface,
                                   const Options& options) {
  const auto wait = [&] {
    while (session.explores() || session.runs_on_python()) {
      app.poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    app.poll();
  };
  wait();
  // At any other time: what is asked before.
  if (options.at == "end") app.reveal_outcomes(options.step, options.python_runs);
  wait();
  if (session.state() == RunState::lab_lost)
    return base::Error{"the lab ended before the picture was taken."};
  return write_picture(app, surface, options.screenshot);
}

base::Status take_compare_picture(App& app, const Session& session, Surface& surface,
                                  const Options& options) {
  app.measure_compare();
  while (session.compares()) {
    app.poll();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  if (session.state() == RunState::lab_lost)
    return base::Error{"the lab ended before the picture was taken."};
  return write_picture(app, surface, options.screenshot);
}

}  // namespace

base::Status take_picture(App& app, Session& session, Surface& surface, const Options& options) {
  const bool to_end = options.at == "end";
  const long long moment = to_end ? 0 : parse_time(options.at);
  app.open(options);
  if (options.mode == Mode::outcomes) return take_outcomes_picture(app, session, surface, options);
  if (options.mode == Mode::starts) return take_starts_picture(app, session, surface, options);
  if (options.mode == Mode::compare && !options.pool_lab)
    return take_compare_picture(app, session, surface, options);
  if (options.mode == Mode::step) {
    follow_steps(app, session, options);
  } else {
    run_until(app, session, kLongestRun, [&] { return !to_end && session.store().end_ns() > 2 * moment; });
    session.stop();
    run_until(app, session, kLongestEnd, [] { return false; });
    app.poll();
  }
  if (session.state() == RunState::lab_lost)
    return base::Error{"the lab ended before the picture was taken."};
  if (!to_end && options.mode != Mode::step) app.show(moment);
  return write_picture(app, surface, options.screenshot);
}

}  // namespace forkscope::app
