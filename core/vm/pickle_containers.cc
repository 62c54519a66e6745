// How a PickleWriter writes lists, tuples, dicts and sets: first the empty thing, so that its items may refer
// to it, then the items in batches.
#include "core/vm/pickle.h"
#include "core/vm/pickle_opcodes.h"
#include "core/vm/set_order.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {
namespace {

using namespace pickle;

constexpr std::size_t kBatch = 1000;

// The next entries of a table, at most a batch; moves `position` behind them.
std::vector<const Table::Entry*> next_entries(const Table& table, std::size_t& position) {
  const auto& entries = table.entries();
  std::vector<const Table::Entry*> batch;
  for (; position < entries.size() && batch.size() < kBatch; ++position) {
    if (!entries[position].key.empty()) batch.push_back(&entries[position]);
  }
  return batch;
}

}  // namespace

void PickleWriter::save_list(const Value& value) {
  if (output_.is_binary()) {
    output_.put(kEmptyList);
  } else {
    output_.put(std::string{kMark, kList});
  }
  memoize(value);
  push(Step::list_items, value);
}

void PickleWriter::save_dict(const Value& value) {
  if (output_.is_binary()) {
    output_.put(kEmptyDict);
  } else {
    output_.put(std::string{kMark, kDict});
  }
  memoize(value);
  push(Step::dict_items, value);
}

// A list of one item has no mark; longer ones go in batches, in protocol 0 item by item. What an object's
// __reduce__ gave is no list for CPython but an iterator, whose last item is written without a mark if it is
// alone.
void PickleWriter::continue_list(Task& task) {
  const std::vector<Value>& items = task.value.known<List>()->items;
  if (task.position >= items.size()) return;
  const std::size_t left = items.size() - task.position;
  const bool alone = left == 1 && (items.size() == 1 || task.opcode == kAppend);
  if (alone || !output_.is_binary()) {
    push(Step::list_items, task.value, task.opcode, task.position + 1);
    push(Step::opcode, {}, kAppend);
    push(Step::save, items[task.position]);
    return;
  }
  const std::size_t end = task.position + std::min(left, kBatch);
  output_.put(kMark);
  push(Step::list_items, task.value, task.opcode, end);
  push(Step::opcode, {}, kAppends);
  for (std::size_t i = end; i > task.position; --i) push(Step::save, items[i - 1]);
}

void PickleWriter::save_pairs_one_by_one(const Table& table) {
  const auto& entries = table.entries();
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->key.empty()) continue;
    push(Step::opcode, {}, kSetItem);
    push(Step::save, entry->value);
    push(Step::save, entry->key);
  }
}

// As with lists. A dict of whole batches ends with an empty one: that is how CPython's loop finds its end.
void PickleWriter::continue_dict(Task& task) {
  const Table& table = task.value.known<Dict>()->table;
  if (table.size() == 0) return;
  if (table.size() == 1 || !output_.is_binary()) {
    if (task.position == 0) save_pairs_one_by_one(table);
    return;
  }
  const bool is_iterator = task.opcode == kSetItem;
  const std::vector<const Table::Entry*> batch = next_entries(table, task.position);
  if (batch.empty() && is_iterator) return;
  const bool alone = is_iterator && batch.size() == 1;
  if (!alone) output_.put(kMark);
  if (batch.size() == kBatch) push(Step::dict_items, task.value, task.opcode, task.position);
  push(Step::opcode, {}, alone ? kSetItem : kSetItems);
  for (auto entry = batch.rbegin(); entry != batch.rend(); ++entry) {
    push(Step::save, (*entry)->value);
    push(Step::save, (*entry)->key);
  }
}

// The task has the set's items as a list. Whole batches end with an empty one, as with dicts.
void PickleWriter::continue_set(Task& task) {
  const std::vector<Value>& items = task.value.known<List>()->items;
  if (items.empty()) return;
  const std::size_t end = std::min(items.size(), task.position + kBatch);
  output_.put(kMark);
  if (end - task.position == kBatch) push(Step::set_items, task.value, 0, end);
  push(Step::opcode, {}, kAddItems);
  for (std::size_t i = end; i > task.position; --i) push(Step::save, items[i - 1]);
}

void PickleWriter::save_tuple(const Value& value) {
  const std::vector<Value>& items = value.known<Tuple>()->items;
  if (items.empty()) {
    output_.put(output_.is_binary() ? std::string{kEmptyTuple} : std::string{kMark, kTuple});
    return;
  }
  if (items.size() > 3 || output_.protocol() < 2) output_.put(kMark);
  push(Step::tuple_end, value);
  for (auto item = items.rbegin(); item != items.rend(); ++item) push(Step::save, *item);
}

void PickleWriter::end_tuple(const Value& value) {
  const std::size_t size = value.known<Tuple>()->items.size();
  const bool has_mark = size > 3 || output_.protocol() < 2;
  if (knows(value)) {
    // an item contains the tuple: it was made there
    if (!has_mark) {
      output_.put(std::string(size, kPop));
    } else {
      output_.put(output_.is_binary() ? std::string{kPopMark} : std::string(size + 1, kPop));
    }
    put_known(value);
    return;
  }
  static constexpr char kEnds[] = {kEmptyTuple, kTuple1, kTuple2, kTuple3};
  output_.put(has_mark ? kTuple : kEnds[size]);
  memoize(value);
}

PickleState PickleWriter::save_set(const Value& value) {
  std::vector<Value> items = set_items(*value.known<Set>());
  if (output_.protocol() < 4) {
    const Value none = Value::none();
    return save_reduced(value, {Value::share(thread_->vm.class_of(value)),
                                make_tuple({make_list(std::move(items))}), none, none, none, none});
  }
  if (value.is(Kind::set)) {
    output_.put(kEmptySet);
    memoize(value);
    push(Step::set_items, make_list(std::move(items)));
    return PickleState::finished;
  }
  output_.put(kMark);
  push(Step::frozen_set_end, value);
  for (auto item = items.rbegin(); item != items.rend(); ++item) push(Step::save, *item);
  return PickleState::finished;
}

void PickleWriter::end_frozen_set(const Value& value) {
  if (knows(value)) {
    output_.put(kPopMark);
    put_known(value);
    return;
  }
  output_.put(kFrozenSet);
  memoize(value);
}

}  // namespace forkscope::vm
