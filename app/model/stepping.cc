#include "app/model/stepping.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/model/step_waits.h"

namespace forkscope::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kTurn = std::chrono::milliseconds(8);  // of a frame, for orders that follow each other
constexpr std::size_t kStepsAnOrder = 2000;           // of a way that is known
constexpr std::size_t kMostByItself = 1'000'000;

lab::ToLab order_for(const std::string& entry) {
  if (entry == "time") return lab::PassTime{};
  if (entry.starts_with("time:")) return lab::PassTime{entry.substr(5)};
  if (entry.starts_with("kill:") || mover_of(entry).size() < entry.size()) return lab::FollowSchedule{entry};
  return lab::StepThread{.thread = entry};
}

// Where a run goes another way than before after the same choices.
Deviation deviation_of(const lab::Moves& moves) {
  if (moves.differs_at <= 0) return {};
  Deviation deviation{
      .step = static_cast<std::size_t>(moves.differs_at),
      .before = {kind_named(moves.before_request), static_cast<std::uint32_t>(moves.before_line)},
      .now = {}};
  return deviation;
}

}  // namespace

Stepping::Stepping(Session& session, std::function<void(RunKind)> run)
    : session_(session), run_(std::move(run)) {}

void Stepping::reset() {
  record_ = StepRecord();
  branches_.clear();
  watch_.reset();
  repeat_.reset();
  suggested_.clear();
  is_stuck_ = waits_ = false;
  is_over_ = true;
  view_ = StepView();
  session_.show_newest();
}

void Stepping::begin() {
  reset();
  run_number_ = session_.runs() + 1;
  waits_ = true;
  is_over_ = false;
  run_(RunKind::stepped);
}

void Stepping::begin_here() {
  reset();
  run_number_ = session_.runs();
  heard_ = session_.moves_heard();
  waits_ = true;
  is_over_ = false;
  view_.from_beginning = false;
  session_.order(lab::PauseProgram{});
  session_.order(lab::ListMoves{});
}

void Stepping::leave() {
  reset();
  session_.order(lab::ResumeProgram{});
}

void Stepping::order(const std::string& entry) {
  waits_ = true;
  session_.order(order_for(entry));
}

void Stepping::choose(std::string entry) {
  stand();
  const auto patience = Clock::now() + kTurn;
  while (waits_ && Clock::now() < patience) {
    session_.wait(1);
    session_.poll();
    take_answer();
  }
  if (waits_ || repeat_ || entry.empty()) return;
  view_.trouble.clear();
  if (!view_.at_end() && record_.steps()[view_.position].entry == entry) return forth();
  if (!view_.at_end()) return part_from(view_.position, entry, std::nullopt);
  if (!is_over_) order(entry);
  renew_view();
}

void Stepping::go_on(const StepGoal& goal) {
  if (waits_ || repeat_) return;
  view_.trouble.clear();
  view_.done_steps = 0;
  watch_.emplace(goal, view_.moves);
  if (walk()) go_on_once();
  renew_view();
}

// True if it is to go on beyond what was done already.
bool Stepping::walk() {
  for (std::size_t position = view_.position; position < record_.count(); ++position) {
    const DoneStep& step = record_.steps()[position];
    if (watch_->goal().is_of_one_thread() && mover_of(step.entry) != watch_->goal().thread) {
      view_.position = position;
      part_from(position, "", watch_->goal());
      return false;
    }
    if (!watch_->reached(record_.moves_at(position + 1), step, session_.store())) continue;
    view_.position = position + 1;
    watch_.reset();
    return false;
  }
  view_.position = record_.count();
  return true;
}

void Stepping::go_on_once() {
  const bool is_one = watch_->goal().is_of_one_thread();
  const std::string next = is_one ? watch_->goal().thread : suggested_;
  if (is_over_ || next.empty() || view_.done_steps >= kMostByItself) {
    watch_.reset();
    return;
  }
  order(next);
}

void Stepping::stand() {
  watch_.reset();
  if (!repeat_) renew_view();
}

void Stepping::go_to(std::size_t position) {
  if (repeat_) return;
  watch_.reset();
  view_.position = std::min(position, record_.count());
  renew_view();
}

void Stepping::part_from(std::size_t position, const std::string& then, const std::optional<StepGoal>& goal) {
  watch_.reset();
  if (!view_.from_beginning) {
    view_.trouble = "A program that has run freely before cannot be run again to the same step.";
    return renew_view();
  }
  StepRecord beginning = record_.beginning(position);
  std::vector<std::string> entries = record_.schedule(position);
  branches_.leave(record_, end_of_path());
  run_again({.entries = std::move(entries),
             .known = position,
             .record = std::move(beginning),
             .then = then,
             .goal = goal});
}

void Stepping::return_to(int branch) {
  if (waits_ || repeat_ || !branches_.has(branch)) return;
  const StepRecord record = branches_.return_to(branch, record_, end_of_path());
  run_again({.entries = record.schedule(record.count()),
             .known = record.count(),
             .record = record.beginning(record.count()),
             .then = {},
             .goal = {}});
}

void Stepping::follow(const std::string& schedule) {
  Repeat repeat;
  repeat.entries = schedule_entries(schedule);
  run_again(std::move(repeat));
}

void Stepping::run_again(Repeat repeat) {
  watch_.reset();
  repeat_ = std::move(repeat);
  run_number_ = session_.runs() + 1;
  waits_ = true;
  is_over_ = false;
  view_.done_steps = 0;
  view_.deviation = {};
  run_(RunKind::again);
  renew_view();
}

bool Stepping::poll() {
  bool changed = take_answer();
  const auto end = Clock::now() + kTurn;
  while (waits_ && (watch_ || repeat_) && Clock::now() < end) {
    session_.wait(1);
    changed = session_.poll() || changed;
    changed = take_answer() || changed;
  }
  return changed;
}

bool Stepping::take_answer() {
  if (!is_heard()) {
    heard_ = session_.moves_heard();
    return false;
  }
  bool changed = false;
  if (session_.moves_heard() != heard_) {
    take_moves();
    changed = true;
  }
  if (const std::string trouble = session_.take_trouble(); !trouble.empty()) {
    waits_ = false;
    view_.trouble = trouble;
    watch_.reset();
    if (repeat_) finish_repeat();
    changed = true;
  }
  if (!is_over_ && !session_.active()) {
    take_end();
    changed = true;
  }
  if (changed) renew_view();
  return changed;
}

void Stepping::take_moves() {
  heard_ = session_.moves_heard();
  waits_ = false;
  const std::string trouble = session_.take_trouble();
  if (repeat_) return take_repeated(trouble);
  const lab::Moves& moves = session_.moves();
  const std::size_t before = record_.count();
  const bool was_at_end = view_.position == before;
  record_.take(session_.store(), moves);
  suggested_ = moves.suggested;
  is_stuck_ = moves.is_stuck;
  if (was_at_end) view_.position = record_.count();
  view_.active = true;
  if (!trouble.empty()) view_.trouble = trouble;
  if (!watch_) return;
  view_.done_steps += record_.count() - before;
  const bool has_moved = record_.count() > before;
  if (!trouble.empty() || !has_moved ||
      watch_->reached(record_.moves_at(record_.count()), record_.steps().back(), session_.store()))
    watch_.reset();
  else
    go_on_once();
}

// What the record does not know yet is done step by step, so that it knows it then.
void Stepping::take_repeated(const std::string& trouble) {
  Repeat& repeat = *repeat_;
  repeat.record.take(session_.newest_store(), session_.moves());
  view_.done_steps = repeat.record.count();
  suggested_ = session_.moves().suggested;
  is_stuck_ = session_.moves().is_stuck;
  if (!trouble.empty()) view_.trouble = trouble;
  view_.deviation = deviation_of(session_.moves());
  const bool differs = view_.deviation.step > 0;
  if (differs) view_.trouble.clear();
  if (!trouble.empty() || differs || repeat.asked == repeat.entries.size()) return finish_repeat();
  const std::size_t most =
      repeat.asked < repeat.known ? std::min(kStepsAnOrder, repeat.known - repeat.asked) : 1;
  const std::size_t end = std::min(repeat.entries.size(), repeat.asked + most);
  session_.order(lab::FollowSchedule{schedule_text(repeat.entries, repeat.asked, end)});
  repeat.asked = end;
  waits_ = true;
}

void Stepping::finish_repeat() {
  Repeat repeat = std::move(*repeat_);
  repeat_.reset();
  session_.show_newest();
  record_ = std::move(repeat.record);
  const std::size_t step = view_.deviation.step;
  if (step > 0 && step <= repeat.entries.size()) {
    // It was not done: its thread is about to do something else.
    const std::vector<NextMove> moves = record_.moves_at(record_.count());
    if (const NextMove* now = find_move(moves, repeat.entries[step - 1]))
      view_.deviation.now = {now->kind, now->line};
  }
  view_.position = record_.count();
  view_.active = true;
  renew_view();
  if (!view_.trouble.empty() || view_.deviation.step > 0 || is_over_) return;
  if (!repeat.then.empty()) choose(repeat.then);
  if (repeat.goal) go_on(*repeat.goal);
}

void Stepping::take_end() {
  is_over_ = true;
  waits_ = false;
  watch_.reset();
  suggested_.clear();
  is_stuck_ = false;
  if (repeat_) {
    repeat_->record.finish(session_.newest_store());
    return finish_repeat();
  }
  const bool was_at_end = view_.at_end();
  record_.finish(session_.store());
  if (was_at_end) view_.position = record_.count();
}

PathEnd Stepping::end_of_path() const {
  if (is_stuck_) return PathEnd::stuck;
  return is_over_ || (view_.active && suggested_.empty()) ? PathEnd::ended : PathEnd::open;
}

void Stepping::renew_view() {
  view_.count = record_.count();
  view_.steps = &record_.steps();
  view_.last = view_.position == 0 ? nullptr : &record_.steps()[view_.position - 1];
  view_.moves = record_.moves_at(view_.position);
  view_.suggested = view_.at_end() ? suggested_ : record_.steps()[view_.position].entry;
  view_.clock_s = record_.clock_at(view_.position);
  view_.is_stuck = view_.at_end() && is_stuck_;
  view_.end = end_of_path();
  view_.time_can_pass = std::any_of(view_.moves.begin(), view_.moves.end(), [](const NextMove& move) {
    return !move.can_move && move.deadline_s >= 0;
  });
  view_.circle =
      view_.is_stuck ? waiting_circle(view_.moves, session_.store().now()) : std::vector<WaitLink>();
  view_.activity = repeat_  ? StepActivity::runs_again
                   : watch_ ? StepActivity::goes_on
                   : waits_ ? StepActivity::steps
                            : StepActivity::stands;
  view_.goal_steps = repeat_ ? repeat_->entries.size() : 0;
  view_.branch = branches_.shown();
  view_.branches = branches_.views(record_);
}

}  // namespace forkscope::app
