// The part of App that belongs to the pool lab: its program runs in the session, and again with every turn of
// a knob.
#include <algorithm>
#include <cmath>

#include "app/app.h"

namespace forkscope::app {

bool App::is_in_pool_lab() const {
  return settings_.mode == Mode::compare && compare_.tab == CompareTab::pool;
}

// "" where no lesson has one.
std::string App::pool_program() const {
  const auto found =
      std::find_if(lessons_.begin(), lessons_.end(), [](const Lesson& lesson) { return lesson.is_pool_lab; });
  return found == lessons_.end() ? std::string() : found->program_path;
}

void App::run_pool() {
  const std::string program = pool_program();
  if (program.empty() || session_.state() == RunState::lab_lost) return;
  cursor_.to_now(session_.store());
  session_.run(program, settings_.start_method, settings_.personality, RunKind::free);
}

void App::renew_pool() {
  if (is_in_pool_lab()) pool_.follow(session_.store(), session_.runs());
}

// Whole numbers; behind the last comes the first.
void App::turn_pool_knob(const char* name, int by) {
  const auto& knobs = session_.knobs();
  const auto found =
      std::find_if(knobs.begin(), knobs.end(), [&](const KnobView& knob) { return knob.name == name; });
  if (found == knobs.end()) return;
  const double range = found->high - found->low + 1;
  const double next = found->low + std::fmod(found->value - found->low + by + range, range);
  commands_.push(TurnKnob{static_cast<int>(found - knobs.begin()), next});
}

}  // namespace forkscope::app
