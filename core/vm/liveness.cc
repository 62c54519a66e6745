#include "core/vm/liveness.h"

#include <algorithm>

#include "core/vm/code_builder.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

namespace {

// By other ways than instructions.
bool looks_at_locals(const Code& code) {
  return code.local_values > code.local_names.size() ||
         std::ranges::any_of(code.names,
                             [](const Value& name) { return name.known<String>()->text == "super"; });
}

}  // namespace

Liveness::Liveness(const Code& code)
    : words_per_instruction_((code.local_names.size() + 63) / 64), all_live_(looks_at_locals(code)) {
  if (all_live_) return;
  words_.resize(code.instructions.size() * words_per_instruction_);
  for (bool changed = true; changed;) {
    changed = false;
    for (auto at = static_cast<std::uint32_t>(code.instructions.size()); at-- > 0;)
      changed |= update(code, at);
  }
}

bool Liveness::update(const Code& code, std::uint32_t at) {
  const Instruction instruction = code.plain_instruction(at);
  const Opcode op = instruction.op();
  const std::uint32_t argument = instruction.argument();
  std::vector<Word> live(words_per_instruction_);
  const auto merge = [&](std::uint32_t from) {
    for (std::size_t i = 0; i < live.size(); ++i) live[i] |= words_[from * words_per_instruction_ + i];
  };
  if (!ends_flow(op) && at + 1 < code.instructions.size()) merge(at + 1);
  if (is_jump(op)) merge(argument);
  if (stores_local(op)) live[argument / 64] &= ~(Word{1} << (argument % 64));
  if (loads_local(op) || op == Opcode::delete_local) live[argument / 64] |= Word{1} << (argument % 64);
  for (const HandlerRange& range : code.handlers) {
    if (at >= range.begin && at < range.end) merge(range.handler);
  }
  const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(at * words_per_instruction_);
  if (std::equal(live.begin(), live.end(), begin)) return false;
  std::copy(live.begin(), live.end(), begin);
  return true;
}

const Liveness& liveness_of(Code& code) {
  if (code.liveness == nullptr) code.liveness = std::make_shared<const Liveness>(code);
  return *code.liveness;
}

}  // namespace forkscope::vm
