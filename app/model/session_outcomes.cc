// The part of Session that is about everything a program can do.
#include <algorithm>
#include <utility>

#include "app/model/session.h"

namespace forkscope::app {

namespace {

// Answers that are kept, for going back and forth.
constexpr std::size_t kMostRemaining = 2000;

}  // namespace

void Session::explore(const lab::ExploreOutcomes& order) {
  if (client_ == nullptr || !client_->alive()) return lose_lab();
  pending_.reset();
  ++searches_;
  outcomes_ = {};
  forget_remaining();
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

const lab::OutcomesRemaining* Session::remaining(const std::string& schedule) {
  const lab::OutcomesRemaining* known = known_remaining(schedule);
  if (known != nullptr || asked_remaining_ == schedule || client_ == nullptr) return known;
  asked_remaining_ = schedule;
  client_->send(lab::FindRemaining{schedule});
  return nullptr;
}

const lab::OutcomesRemaining* Session::known_remaining(const std::string& schedule) const {
  const auto known = remaining_.find(schedule);
  return known == remaining_.end() ? nullptr : &known->second;
}

void Session::forget_remaining() {
  remaining_.clear();
  asked_remaining_.reset();
}

void Session::take(lab::OutcomesRemaining& message) {
  changed_ = true;
  // Answers of a search before the newest one.
  if (searches_ > 0) return;
  if (remaining_.size() >= kMostRemaining) remaining_.clear();
  remaining_[message.schedule] = std::move(message);
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
