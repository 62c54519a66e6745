// The fields of a pickle walk that waits for Python code, for capture and restore.
#include "core/vm/pickle.h"

namespace forkscope::vm {

namespace {

// The memo's objects are addresses: written as the objects themselves, in the order of their numbers.
using Remembered = std::pair<Value, std::uint32_t>;

std::vector<Remembered> remembered(const PickleMemo& memo) {
  std::vector<Remembered> entries;
  for (const std::uintptr_t bits : memo.objects())
    entries.emplace_back(Value::share(reinterpret_cast<Object*>(bits)), entries.size());
  return entries;
}

}  // namespace

void PickleWriter::visit(StateVisitor& state) {
  output_.visit(state);
  const bool is_new = state.fills() || state.counts();
  std::vector<Remembered> entries = is_new ? std::vector<Remembered>() : remembered(memo_);
  state.all(entries, [&state](Remembered& entry) {
    state.value(entry.first);
    state.number(entry.second);
  });
  if (state.fills()) {
    memo_ = {};
    for (const Remembered& entry : entries) memo_.add(entry.first.bits());
  }
  state.values(kept_);
  state.all(tasks_, [&state](Task& task) {
    state.number(task.step);
    state.number(task.opcode);
    state.number(task.position);
    state.value(task.value);
  });
  state.value(pending_);
  state.number(asks_);
  state.number(is_asking_);
}

void PickleReader::visit(StateVisitor& state) {
  state.value(data_);
  if (state.fills() && data_.is(Kind::bytes)) text_ = data_.known<Bytes>()->data;
  state.number(position_);
  state.number(protocol_);
  state.text(encoding_);
  state.values(stack_);
  state.numbers(marks_);
  state.values(memo_);
  state.number(stopped_);
  state.number(keep_result_);
  state.value(pending_callable_);
  state.values(pending_arguments_);
  state.value(result_);
  state.value(find_class_);
  state.value(persistent_load_);
}

}  // namespace forkscope::vm
