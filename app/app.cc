#include "app/app.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/model/keys.h"
#include "app/theme/theme_setup.h"
#include "app/widgets/catalogue.h"
#include "app/widgets/format.h"
#include "app/widgets/i18n.h"

namespace forkscope::app {

namespace {

constexpr double kFrame = 1.0 / 60;
constexpr double kIdleWait = 0.1;  // how late a lab's message may be noticed while nothing runs
constexpr double kNoticeSeconds = 6;
constexpr int kFramesAfterInput = 3;  // ImGui needs a few to settle

}  // namespace

App::App(Session& session, Surface& surface, std::vector<Lesson> lessons, const Options& options,
         float content_scale)
    : session_(session),
      surface_(surface),
      lessons_(std::move(lessons)),
      stepping_(session, [this](RunKind kind) { run_in_session(kind); }),
      state_log_(options.state_log) {
  settings_.language = options.language;
  settings_.theme = options.theme;
  settings_.scale = std::clamp(options.scale > 0 ? options.scale : content_scale, 1.0f, 3.0f);
  settings_.personality = options.personality;
  settings_.mode = options.mode;
  settings_.show_library = options.show_library;
  starts_.repeat = options.repeat;
  compare_.order = options.compare;
  set_language(settings_.language);
}

void App::open(const Options& options) {
  if (options.pool_lab) compare_.tab = CompareTab::pool;
  settings_.start_method =
      options.start_method.empty() ? start_methods(settings_.personality).front() : options.start_method;
  if (!options.file.empty())
    apply(OpenFile{options.file});
  else
    open_lesson(options.lesson, &options);
  if (settings_.mode == Mode::step && !options.schedule.empty()) stepping_.follow(options.schedule);
  if (settings_.mode == Mode::outcomes && options.every_bytecode) apply(ToggleEveryBytecode{});
  remains_.is_shown = options.show_remains;
  if (settings_.mode == Mode::step) remains_.challenge.row = options.challenge;
}

void App::run(Window& window) {
  while (!window.should_close() && !quits_) wait_and_draw(window);
}

void App::wait_and_draw(Window& window) {
  const double now = window.seconds();
  double wait = session_.active() ? kFrame / 2 : kIdleWait;
  if (frames_due_ > 0) wait = std::max(0.0, next_draw_ - now);
  if (window.wait(wait)) frames_due_ = kFramesAfterInput;
  for (const std::string& path : window.take_dropped()) commands_.push(OpenFile{path});
  seconds_ = window.seconds();
  const bool notice_over = !notice_.empty() && seconds_ > notice_until_;
  if (notice_over) notice_.clear();
  if (poll() || notice_over || ImGui::GetIO().WantTextInput) frames_due_ = std::max(frames_due_, 1);
  if (frames_due_ == 0 || seconds_ < next_draw_) return;
  draw_frame();
  renew_title(window);
  --frames_due_;
  // Half of the time belongs to the program, however slow drawing is here.
  const double cost = window.seconds() - seconds_;
  next_draw_ = seconds_ + std::max(kFrame, 2 * cost);
}

void App::renew_title(Window& window) {
  const std::string program = std::filesystem::path(path_).filename().string();
  const std::string title = program.empty() ? "Forkscope" : fmt::format("Forkscope · {}", program);
  if (title == title_) return;
  window.set_title(title);
  title_ = title;
}

bool App::poll() {
  bool changed = session_.poll();
  if (settings_.mode == Mode::step) changed = stepping_.poll() || changed;
  cursor_.follow(session_.store(), session_.active());
  renew_starts();
  renew_compare();
  renew_pool();
  renew_outcomes();
  follow_steps();
  return changed;
}

void App::draw_frame() {
  renew_look();
  for (const KeyPress& press : surface_.begin_frame())
    if (!ImGui::GetIO().WantTextInput || press.control || press.key == Key::escape) act(press);
  const trace::Store& store = session_.store();
  renew_library();
  renew_prediction();
  renew_remains();
  {
    const Frame frame = make_frame(cursor_.live() ? store.now() : store.world_at(cursor_.time_ns()));
    layout_.draw(frame, commands_);
    state_log_.write(frame);
  }
  surface_.end_frame(theme().palette.background);
  apply_commands();
  if (picture_path_.empty()) return;
  const std::string path = std::exchange(picture_path_, {});
  const auto written = write_png(surface_.picture(), path);
  say(written ? tr_format("Saved {0}", path) : written.error().message);
}

Frame App::make_frame(const trace::World& world) const {
  // While it is run again to where it was, the window shows what it showed.
  const bool runs_again = stepping_.view().activity == StepActivity::runs_again && session_.active();
  return Frame{
      .store = session_.store(),
      .world = world,
      .cursor_ns = cursor_.time_ns(),
      .live = cursor_.live(),
      .window = cursor_.window(),
      .selection = selection_,
      .settings = settings_,
      .step = stepping_.view(),
      .starts = starts_,
      .outcomes = outcomes_,
      .remains = remains_,
      .compare = compare_,
      .pool = pool_.view(),
      .state = runs_again ? RunState::paused : session_.state(),
      .runs = session_.runs(),
      .exit_code = session_.exit_code(),
      .state_detail = session_.state_detail(),
      .refusal = session_.refusal(),
      .program_name = std::filesystem::path(path_).filename().string(),
      .source_lines = session_.source_lines(),
      .lessons = lessons_,
      .lesson = lesson_,
      .knobs = session_.knobs(),
      .system_processes = session_.system_processes(),
      .current_lines = session_.current_lines(),
      .console = session_.console(),
      .chosen_knob = chosen_knob_,
      .library = library_,
      .prediction = prediction_.view(),
      .notice = notice_,
      .seconds = seconds_,
  };
}

// Up to imgui 1.91 the atlas has only the characters that it was told of.
void App::collect_characters() {
  fonts_.need("한");  // on the button that switches the language
  if (session_.source() != source_seen_) {
    source_seen_ = session_.source();
    console_seen_ = 0;
    fonts_.need(source_seen_);
  }
  const auto& lines = session_.console().lines();
  console_seen_ = std::min(console_seen_, lines.size());
  for (std::size_t index = console_seen_ == 0 ? 0 : console_seen_ - 1; index < lines.size(); ++index)
    for (const ConsoleSegment& segment : lines[index].segments) fonts_.need(segment.text);
  console_seen_ = lines.size();
  fonts_.need(path_);
  fonts_.need(session_.refusal().text);
  fonts_.need(session_.state_detail());
  if (settings_.language != "ko") return;
  fonts_.need(all_translations());
  for (const Lesson& lesson : lessons_) fonts_.need(lesson.title_ko + lesson.notes_ko);
}

void App::renew_look() {
  collect_characters();
  if (std::exchange(look_is_old_, false)) {
    set_palette(settings_.theme);
    set_metrics(settings_.scale);
    apply_to_imgui();
  }
  if (std::exchange(scale_is_old_, false) || fonts_.stale())
    surface_.gui().rebuild_fonts(fonts_, settings_.scale);
}

void App::show(std::int64_t time_ns) {
  const trace::Store& store = session_.store();
  cursor_.move(time_ns, store);
  const std::int64_t begin = std::max<std::int64_t>(0, store.begin_ns());
  cursor_.set_window(TimeWindow{begin, begin + std::max<std::int64_t>(10'000, (time_ns - begin) * 2), false});
}

void App::say(const std::string& notice) {
  notice_ = notice;
  notice_until_ = seconds_ + kNoticeSeconds;
}

}  // namespace forkscope::app
