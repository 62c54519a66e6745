// Operators on sequences that native modules bring along (deque), by what NativeObject says of them.
#include "core/vm/collector.h"
#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/operations_parts.h"
#include "core/vm/thread.h"

namespace forkscope::vm {

namespace {

NativeObject* as_sequence(const Value& value) {
  auto* native = value.try_as<NativeObject>();
  return native != nullptr && native->length() >= 0 && native->buffer() == nullptr ? native : nullptr;
}

void append_all(NativeObject& to, const std::vector<Value>& items) {
  for (const Value& item : items) to.append_item(item);
}

std::vector<Value> items_of(const NativeObject& sequence) {
  std::vector<Value> items;
  for (std::int64_t index = 0; index < sequence.length(); ++index) items.push_back(sequence.item(index));
  return items;
}

Outcome repeat_in_place(PythonThread& thread, NativeObject& sequence, const Value& count) {
  const std::int64_t times = clamp_int64(count);
  if (times <= 0) {
    while (sequence.length() > 0) sequence.erase_item(sequence.length() - 1);
    return Outcome::ok;
  }
  const std::vector<Value> items = items_of(sequence);
  if (!items.empty() &&
      (times > (std::int64_t{1} << 40) / sequence.length() ||
       !make_room(thread.vm, items.size() * static_cast<std::uint64_t>(times) * sizeof(Value)))) {
    raise_in(thread, "MemoryError", "");
    return Outcome::raised;
  }
  for (std::int64_t time = 1; time < times; ++time) append_all(sequence, items);
  return Outcome::ok;
}

}  // namespace

Outcome sequence_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                           Value& result) {
  const NativeObject* first = as_sequence(left);
  const NativeObject* second = as_sequence(right);
  if (op == BinaryOperator::multiply && is_int(first == nullptr ? left : right)) {
    NativeObject* made = (first == nullptr ? second : first)->copy();
    result = Value::adopt(made);
    return repeat_in_place(thread, *made, first == nullptr ? left : right);
  }
  if (op != BinaryOperator::add || first == nullptr || second == nullptr || first->maker() != second->maker())
    return Outcome::needs_python;
  NativeObject* made = first->copy();
  result = Value::adopt(made);
  append_all(*made, items_of(*second));
  return Outcome::ok;
}

Outcome change_sequence(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                        Value& result) {
  NativeObject& sequence = *as_sequence(left);
  Outcome outcome = Outcome::needs_python;
  if (op == BinaryOperator::add) {
    std::vector<Value> more;
    outcome = collect(thread, right, more);
    if (outcome == Outcome::ok) append_all(sequence, more);
  } else if (op == BinaryOperator::multiply && is_int(right)) {
    outcome = repeat_in_place(thread, sequence, right);
  }
  if (outcome == Outcome::ok) result = left;
  return outcome;
}

bool is_native_sequence(const Value& value) {
  return as_sequence(value) != nullptr;
}

}  // namespace forkscope::vm
