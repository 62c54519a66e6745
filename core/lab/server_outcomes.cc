// The part of Server that is about everything a program can do: the search, and real runs beside it.
#include <utility>

#include "core/lab/program_text.h"
#include "core/lab/server.h"

namespace forkscope::lab {

void Server::handle(const ExploreOutcomes& order) {
  if (!order.beside) handle(StopProgram{});
  drop_search();
  const auto loaded = load_program(order.path);
  if (const auto* refused = std::get_if<Refused>(&loaded)) return send(*refused);
  auto run = OutcomesRun::start(
      order, vm::Personality{order.python_version, order.personality, order.empty_by_semaphore}.flags());
  if (!run.ok()) return send(Refused{.message = run.error().message});
  search_ = std::move(run.value());
  search_is_beside_ = order.beside;
}

void Server::handle(const FindRemaining& order) {
  if (search_ && search_->over()) return search_->ask(order);
  send(OutcomesRemaining{
      .schedule = order.schedule, .trouble = "Nothing has been searched yet.", .now = {}, .after = {}});
}

void Server::handle(const RunOnPython& order) {
  handle(StopProgram{});
  drop_unfinished_search();
  python_runs_ = std::make_unique<PythonOutcomeRuns>(order);
  send(python_runs_->progress());
  if (python_runs_->over()) python_runs_.reset();
}

void Server::turn_outcomes() {
  if (search_) {
    for (const FromLab& message : search_->turn()) send(message);
  }
  if (!python_runs_) return;
  python_runs_->turn();
  const bool is_over = python_runs_->over();
  if (is_over || Clock::now() >= next_python_outcomes_) {
    constexpr std::chrono::milliseconds kBetween{100};
    next_python_outcomes_ = Clock::now() + kBetween;
    send(python_runs_->progress());
  }
  if (is_over) python_runs_.reset();
}

// What the search has found is still to come, unless something else begins.
void Server::stop_outcomes() {
  if (search_ && !search_is_beside_) search_->stop();
  if (!python_runs_) return;
  python_runs_->stop();
  send(python_runs_->progress());
  python_runs_.reset();
}

// Every search has a last message.
void Server::drop_search() {
  if (!search_) return;
  const bool was_over = search_->over();
  search_.reset();
  if (!was_over) send(OutcomesProgress{.over = true});
}

// One that is over takes no time, and can be asked.
void Server::drop_unfinished_search() {
  if (search_ && !search_->over()) drop_search();
}

}  // namespace forkscope::lab
