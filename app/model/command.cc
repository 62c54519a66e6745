#include "app/model/command.h"

#include <algorithm>
#include <utility>

namespace forkscope::app {

namespace {

// Two sliders may be turned in one frame; every other kind has one meaning a frame.
bool replaces(const Command& newer, const Command& older) {
  if (newer.index() != older.index()) return false;
  const auto* turn = std::get_if<TurnKnob>(&newer);
  return turn == nullptr || turn->knob == std::get_if<TurnKnob>(&older)->knob;
}

}  // namespace

void CommandQueue::push(Command command) {
  std::erase_if(commands_, [&](const Command& older) { return replaces(command, older); });
  commands_.push_back(std::move(command));
}

std::vector<Command> CommandQueue::take() {
  return std::exchange(commands_, {});
}

}  // namespace forkscope::app
