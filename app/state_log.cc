#include "app/state_log.h"

#include <nlohmann/json.hpp>

#include "app/widgets/hit_map.h"
#include "app/widgets/lab_text.h"

namespace forkscope::app {

namespace {

using nlohmann::json;

const char* name_of(RunState state) {
  switch (state) {
    case RunState::nothing:
      return "nothing";
    case RunState::starting:
      return "starting";
    case RunState::running:
      return "running";
    case RunState::paused:
      return "paused";
    case RunState::ended:
      return "ended";
    case RunState::stopped:
      return "stopped";
    case RunState::refused:
      return "refused";
    case RunState::lab_lost:
      return "lab_lost";
  }
  return "";
}

json counts_of(const Frame& frame) {
  std::size_t answers = 0, wrong = 0, alive = 0;
  for (const auto& queue : frame.store.queues()) {
    answers += queue.answers.size();
    for (const auto& answer : queue.answers) wrong += answer.wrong ? 1 : 0;
  }
  for (const auto& [id, process] : frame.world.processes) alive += process.ended_ns < 0 ? 1 : 0;
  return {{"events", frame.store.size()},
          {"lost", frame.store.lost()},
          {"answers", answers},
          {"wrong", wrong},
          {"processes", alive},
          {"output", frame.world.output_pieces},
          {"threads", frame.store.threads().size()}};
}

json knobs_of(const Frame& frame) {
  json knobs = json::object();
  for (const KnobView& knob : frame.knobs) knobs[knob.name] = knob.value;
  return knobs;
}

json starts_of(const StartsView& starts) {
  json first_lines = json::object();
  json cards = json::object();
  for (const auto& method : starts.known.report.methods) {
    first_lines[method.method] = method.first_line_us.median;
    cards[method.method] = {{"known", method.known},
                            {"stages", method.stages.size()},
                            {"child", method.has_child ? method.child.pid : 0},
                            {"errors", method.errors.size()},
                            {"end_shown", lab_text(method.end)}};
  }
  return {{"measuring", starts.measuring},
          {"done", starts.known.done},
          {"runs", starts.known.runs},
          {"repeat", starts.repeat},
          {"old", starts.is_old},
          {"row", starts.row},
          {"rows", row_count(starts.known.report)},
          {"tree", starts.tree},
          {"python", starts.known.report.cpython.version},
          {"explains", starts.chosen_of.empty() ? -1 : starts.chosen_descriptor},
          {"cards", cards},
          {"first_line_us", first_lines}};
}

json outcomes_of(const OutcomesView& view) {
  json lines = json::array();
  if (view.revealed) {
    for (const OutcomeLine& line : outcome_lines(view))
      lines.push_back({{"end", line.end},
                       {"output", line.output},
                       {"possible", line.row >= 0},
                       {"before", line.before >= 0},
                       {"runs", line.python_runs}});
  }
  return {{"searching", view.exploring},
          {"revealed", view.revealed},
          {"every_bytecode", view.report().every_bytecode},
          {"complete", view.report().complete},
          {"states", view.report().states},
          {"lines", lines},
          {"chosen", view.chosen},
          {"beside", view.beside},
          {"p", view.p},
          {"guesses", view.guesses.size()},
          {"runs", view.python.done},
          {"running", view.running_python},
          {"changed_text", view.has_changed_text()},
          {"old", view.is_old}};
}

json remains_of(const RemainsView& view) {
  static constexpr const char* kStates[] = {"open", "certain", "reached", "lost", "unknown"};
  json after = json::object(), now = json::array();
  if (view.answer != nullptr) {
    now = view.answer->now.rows;
    for (const lab::OutcomesAfter& each : view.answer->after) after[each.mover] = each.possible.rows;
  }
  return {{"shown", view.is_shown},
          {"searching", view.is_searching},
          {"known", view.answer != nullptr},
          {"complete", view.answer != nullptr && view.answer->now.complete},
          {"trouble", view.trouble},
          {"now", now},
          {"after", after},
          {"turning_point", view.answer != nullptr && !view.was_decided},
          {"challenge", view.challenge.row},
          {"challenge_state", view.challenge.is_on() ? kStates[static_cast<int>(view.challenge.state)] : ""},
          {"preemptions", view.challenge.preemptions}};
}

json compare_of(const CompareView& compare) {
  const lab::CompareReport& report = compare.known.report;
  json ways = json::object();
  for (const auto& way : report.ways) {
    json speed_ups = json::object();
    for (const auto& measured : way.measured) speed_ups[std::to_string(measured.workers)] = measured.speed_up;
    ways[way.way] = speed_ups;
  }
  json sentences = json::array();
  for (const auto& sentence : report.sentences) sentences.push_back(sentence.rule);
  return {{"measuring", compare.measuring},
          {"done", compare.known.done},
          {"runs", compare.known.runs},
          {"old", compare.is_old},
          {"tab", compare.tab == CompareTab::pool    ? "pool"
                  : compare.tab == CompareTab::notes ? "notes"
                                                     : "ways"},
          {"scale", static_cast<int>(compare.scale)},
          {"work", compare.order.work},
          {"tasks", compare.order.tasks},
          {"chunk", compare.order.chunk},
          {"workers", compare.order.workers},
          {"ordered", compare.order.ways},
          {"way", compare.chosen.way},
          {"chosen_workers", compare.chosen.workers},
          {"timelines", compare.timelines.size()},
          {"speed_up", ways},
          {"python", report.cpython.version},
          {"sentences", sentences}};
}

json pool_of(const PoolView& pool) {
  json rows = json::array();
  for (const auto& row : pool.rows) {
    std::size_t chunks = 0;
    for (const PoolWorker& worker : row) chunks += worker.chunks.size();
    rows.push_back({{"workers", row.size()}, {"chunks", chunks}, {"pid", row.back().pid}});
  }
  return {{"rows", rows},
          {"chunks", std::max(pool.chunks, pool.submitted)},
          {"received", pool.received},
          {"printed", pool.printed.empty() ? 0 : pool.printed.back().count},
          {"lost", pool.lost}};
}

json steps_of(const Frame& frame) {
  const StepView& step = frame.step;
  json moves = json::array(), branches = json::array(), circle = json::array();
  for (const NextMove& move : step.moves)
    moves.push_back({{"thread", move.thread},
                     {"request", trace::info(move.kind).name},
                     {"can_move", move.can_move},
                     {"line", move.line}});
  for (const BranchView& branch : step.branches)
    branches.push_back({{"number", branch.number}, {"count", branch.count}, {"shared", branch.shared}});
  for (const WaitLink& link : step.circle) circle.push_back(link.thread);
  return {{"active", step.active},
          {"position", step.position},
          {"count", step.count},
          {"busy", step.activity != StepActivity::stands},
          {"last", step.last == nullptr ? "" : step.last->entry},
          {"suggested", step.suggested},
          {"stuck", step.is_stuck},
          {"time_can_pass", step.time_can_pass},
          {"ended", step.end == PathEnd::ended},
          {"branch", step.branch},
          {"branches", std::move(branches)},
          {"circle", std::move(circle)},
          {"moves", std::move(moves)},
          {"trouble", step.trouble},
          {"deviation", step.deviation.step},
          {"goals", frame.settings.show_goals},
          {"axis_of_steps", frame.settings.axis_of_steps}};
}

json library_of(const Frame& frame) {
  const LibraryView& view = frame.library;
  return {{"shown", frame.settings.show_library},
          {"file", view.file},
          {"function", view.function},
          {"line", view.line},
          {"text", view.lines != nullptr && view.line > 0 && view.line <= view.lines->size()
                       ? (*view.lines)[view.line - 1]
                       : ""}};
}

json prediction_of(const PredictionView& view) {
  static constexpr const char* kStates[] = {"none", "asked", "waiting", "judged"};
  return {{"state", kStates[static_cast<int>(view.state)]},
          {"chosen", view.chosen},
          {"answer", view.answer},
          {"right", view.right},
          {"judged", view.judged}};
}

json hits_as_json() {
  json result = json::object();
  for (const auto& [name, area] : hits()) result[name] = {area.min.x, area.min.y, area.max.x, area.max.y};
  return result;
}

}  // namespace

StateLog::StateLog(const std::string& path) {
  if (!path.empty()) file_ = std::fopen(path.c_str(), "w");
}

StateLog::~StateLog() {
  if (file_ != nullptr) std::fclose(file_);
}

void StateLog::write(const Frame& frame) {
  if (file_ == nullptr) return;
  json line = {{"state", name_of(frame.state)},
               {"runs", frame.runs},
               {"exit_code", frame.exit_code},
               {"detail", frame.state_detail},
               {"refusal", frame.refusal.message},
               {"refusal_shown", lab_text(frame.refusal.message)},
               {"mode", mode_name(frame.settings.mode)},
               {"starts", starts_of(frame.starts)},
               {"compare", compare_of(frame.compare)},
               {"pool", pool_of(frame.pool)},
               {"outcomes", outcomes_of(frame.outcomes)},
               {"remains", remains_of(frame.remains)},
               {"lesson", frame.lesson},
               {"program", frame.program_name},
               {"live", frame.live},
               {"cursor_ns", frame.cursor_ns},
               {"end_ns", frame.store.end_ns()},
               {"window", {frame.window.begin_ns, frame.window.end_ns}},
               {"language", frame.settings.language},
               {"theme", frame.settings.theme},
               {"scale", frame.settings.scale},
               {"start_method", frame.settings.start_method},
               {"python_version", frame.settings.personality.python_version},
               {"personality", frame.settings.personality.system},
               {"empty_by_semaphore", frame.settings.personality.empty_by_semaphore},
               {"show_personality", frame.settings.show_personality},
               {"help", frame.settings.show_help},
               {"notes", frame.settings.show_notes},
               {"motion", frame.settings.motion},
               {"library", library_of(frame)},
               {"prediction", prediction_of(frame.prediction)},
               {"notice", frame.notice},
               {"counts", counts_of(frame)},
               {"knobs", knobs_of(frame)},
               {"step", steps_of(frame)},
               {"hits", hits_as_json()}};
  std::string text = line.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text == last_) return;
  std::fprintf(file_, "%s\n", text.c_str());
  std::fflush(file_);
  last_ = std::move(text);
}

}  // namespace forkscope::app
