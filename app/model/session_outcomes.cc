// The part of Session that is about everything a program can do.
#include <algorithm>
#include <utility>

#include "app/model/session.h"

namespace forkscope::app {

void Session::explore(const lab::ExploreOutcomes& order) {
  if (client_ == nullptr || !client_->alive()) return lose_lab();
  pending_.reset();
  ++searches_;
  outcomes_ = {};
  changed_ = true;
  if (state_ == RunState::refused) state_ = RunState::stopped;
  refusal_ = Refusal();
  client_->send(order);
}

void Session::run_on_python(const lab::RunOnPython& order) {
  if (client_ == nullptr || !client_->alive()) return lose_lab();
  pending_.reset();
  ++python_runs_;
  python_outcomes_ = {};
  changed_ = true;
  client_->send(order);
}

void Session::cancel_outcomes() {
  if ((explores() || runs_on_python()) && client_ != nullptr) client_->send(lab::StopProgram{});
}

// Each search has one last message, of one that was ended early, too.
void Session::take(lab::OutcomesProgress& message) {
  changed_ = true;
  const bool newest = searches_ == 1;
  if (message.over) searches_ = std::max(0, searches_ - 1);
  if (newest) outcomes_ = std::move(message);
}

void Session::take(lab::PythonOutcomesProgress& message) {
  changed_ = true;
  const bool newest = python_runs_ == 1;
  if (message.done == message.runs) python_runs_ = std::max(0, python_runs_ - 1);
  if (newest) python_outcomes_ = std::move(message);
}

}  // namespace forkscope::app
