#include <algorithm>

#include "core/trace/fold_parts.h"

namespace forkscope::trace {

namespace {

constexpr std::int64_t kLongest = std::int64_t{1} << 40;  // what an event says beyond it is damage

std::int64_t size_of_code(char code) {
  switch (code) {
    case 'h':
    case 'H':
      return 2;
    case 'i':
    case 'I':
    case 'f':
    case 'u':
      return 4;
    case 'l':
    case 'L':
    case 'd':
      return 8;
    default:
      return 1;
  }
}

void created(Folding& f) {
  const Event& event = f.event;
  if (event.object == 0) return;
  SharedValueState value{.id = event.object,
                         .memory = static_cast<base::ObjectId>(event.a >> 32),
                         .offset = event.a & 0xffff'ffff,
                         .type = event.string,
                         .code = static_cast<char>(event.b & 0xff),
                         .length = std::clamp<std::int64_t>(event.b >> 8, 0, kLongest)};
  value.item_size = value.code == 0 ? std::max<std::int64_t>(event.result, 1) : size_of_code(value.code);
  value.items.resize(static_cast<std::size_t>(std::min(value.length, kShownItems)));
  const auto name = f.world.names.find(event.object);
  if (name != f.world.names.end()) value.name = name->second;
  f.world.shared_values.insert_or_assign(event.object, std::move(value));
}

// A store that a thread bases on what it loaded before another thread's store: the other's is lost.
bool wipes_out(const SharedValueState& value, const SharedItem& item, std::uint32_t index,
               base::ThreadId thread) {
  const auto reading = value.readings.find(thread);
  return reading != value.readings.end() && reading->second.item == index &&
         reading->second.version != item.version && item.stored_by != thread;
}

void stored(Folding& f, SharedValueState& value, std::uint32_t index, std::int64_t bits) {
  SharedItem& item = value.items[index];
  if (wipes_out(value, item, index, f.event.thread)) ++value.overwritten;
  value.readings.erase(f.event.thread);
  value.last_item = index;
  item.bits = bits;
  ++item.version;
  item.stored_by = f.event.thread;
  item.stored_ns = f.event.time_ns;
}

SharedValueState* value_of(Folding& f) {
  const auto found = f.world.shared_values.find(f.event.object);
  return found == f.world.shared_values.end() ? nullptr : &found->second;
}

// -1: none of those that are kept.
std::int64_t kept_index(const SharedValueState& value, std::int64_t index) {
  return index >= 0 && index < static_cast<std::int64_t>(value.items.size()) ? index : -1;
}

}  // namespace

void fold_memory(Folding& f) {
  const Event& event = f.event;
  SharedValueState* value = value_of(f);
  if (value == nullptr || event.phase != Phase::done || event.result < 0) return;
  const std::int64_t index = kept_index(*value, (event.a - value->offset) / value->item_size);
  const bool one_item = event.result == value->item_size && value->code != 0;
  if (event.kind == EventKind::memory_read) {
    ++value->loads;
    if (one_item && index >= 0) {
      const auto item = static_cast<std::uint32_t>(index);
      value->readings[event.thread] = {item, value->items[item].version};
    }
  } else if (event.kind == EventKind::memory_write) {
    ++value->stores;
    if (one_item && index >= 0) stored(f, *value, static_cast<std::uint32_t>(index), event.b);
  }
}

void fold_shared_value(Folding& f) {
  if (f.event.kind == EventKind::shared_value_created) return created(f);
  SharedValueState* value = value_of(f);
  if (value == nullptr) return;
  const std::int64_t index = kept_index(*value, f.event.a);
  if (index >= 0) stored(f, *value, static_cast<std::uint32_t>(index), f.event.b);
}

}  // namespace forkscope::trace
