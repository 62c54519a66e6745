#include "core/vm/garbage.h"

#include <algorithm>
#include <utility>

#include "core/vm/buffer.h"
#include "core/vm/extended.h"
#include "core/vm/finalizers.h"
#include "core/vm/frame.h"
#include "core/vm/native_stack.h"
#include "core/vm/object_numbers.h"
#include "core/vm/state_eraser.h"
#include "core/vm/state_fields.h"
#include "core/vm/value_visitor.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// Goes over the references of objects among `numbers`.
template <typename Each>
class References final : public ValueVisitor {
 public:
  References(const ObjectNumbers& numbers, bool also_borrowed, Each each)
      : ValueVisitor(Counting()), numbers_(numbers), also_borrowed_(also_borrowed), each_(each) {}
  void value(Value& value) override {
    if (value.is_object()) meet(value.object());
  }
  void borrowed(Object* object) override {
    if (also_borrowed_) meet(object);
  }

 private:
  void meet(Object* object) {
    if (refers_to_nothing(*object)) return;
    if (const std::uint32_t number = numbers_.number_of(object); number != ObjectNumbers::kNone)
      each_(number);
  }

  const ObjectNumbers& numbers_;
  bool also_borrowed_;
  Each each_;
};

// Which of some objects nothing but themselves leads to.
class Search {
 public:
  // Of the references to each, so many are not held by anybody that counts.
  Search(ObjectNumbers candidates, std::uint32_t held) : candidates_(std::move(candidates)) {
    outside_.reserve(candidates_.size());
    for (const Object* object : candidates_.objects()) outside_.push_back(object->references - held);
    References subtract(candidates_, false, [this](std::uint32_t number) {
      FORKSCOPE_CHECK(outside_[number] != 0, "a reference that is visited is counted");
      --outside_[number];
    });
    for (Object* object : candidates_.objects()) visit_fields(*object, subtract);
  }

  const std::vector<Object*>& objects() const { return candidates_.objects(); }
  void not_held_by(Object* object) {
    if (const std::uint32_t number = candidates_.number_of(object); number != ObjectNumbers::kNone)
      --outside_[number];
  }
  // Those for which `is_root` does not hold, and nothing that it holds for or that is held leads to.
  template <typename IsRoot>
  std::vector<Object*> unreached(IsRoot is_root) {
    std::vector<bool> reached(candidates_.size());
    std::vector<std::uint32_t> next;
    const auto reach = [&](std::uint32_t number) {
      if (reached[number]) return;
      reached[number] = true;
      next.push_back(number);
    };
    for (std::uint32_t number = 0; number < candidates_.size(); ++number) {
      if (outside_[number] != 0 || is_root(*objects()[number])) reach(number);
    }
    References mark(candidates_, true, reach);
    while (!next.empty()) {
      Object* const object = objects()[next.back()];
      next.pop_back();
      visit_fields(*object, mark);
    }
    std::vector<Object*> rest;
    for (std::uint32_t number = 0; number < candidates_.size(); ++number) {
      if (!reached[number]) rest.push_back(objects()[number]);
    }
    return rest;
  }

 private:
  ObjectNumbers candidates_;
  std::vector<std::uint32_t> outside_;  // references to each from outside
};

bool is_candidate(const Object& object) {
  return !refers_to_nothing(object) && object.kind != Kind::code && object.kind != Kind::native_function &&
         object.base_number == 0;
}

ObjectNumbers all_candidates() {
  ObjectNumbers candidates;
  const auto add = [&candidates](Object* object) {
    if (is_candidate(*object)) candidates.add(object);
  };
  for (void* piece : heap::all_taken(heap::Pool::objects)) add(static_cast<Object*>(piece));
  for (void* piece : heap::all_taken(heap::Pool::natives)) add(static_cast<NativeObject*>(piece));
  return candidates;
}

// A generator that runs is held by its frame alone, which holds what is in it.
bool runs(const Object& object) {
  return object.kind == Kind::generator && static_cast<const Generator&>(object).running;
}

bool is_of(const Vm& vm, const Class& type) {
  return type.resolution_order.empty() || type.resolution_order.back() == vm.classes().object;
}

bool is_module_of(const Vm& vm, const Module& module) {
  const Value* const found = vm.modules().table.find(module.name);
  return found != nullptr && found->is_object() && found->object() == &module;
}

// Where several Vms live in one process of the system: what another one could see going. An object with a
// class is of the Vm whose `object` that class derives from; a weak reference too.
bool concerns_another(const Vm& vm, Object& object) {
  const Class* const type =
      object.kind == Kind::class_object ? static_cast<Class*>(&object) : python_class_of(&object);
  if (type != nullptr && !is_of(vm, *type)) return true;
  if (object.kind == Kind::generator && (object.flags & kHasFinalizer) != 0) {
    const Frame* const frame = static_cast<Generator&>(object).frame.get();
    if (frame != nullptr && !is_module_of(vm, *frame->module)) return true;
  }
  return std::ranges::any_of(observers_of(object), [&vm](const WeakReference* reference) {
    return !is_of(vm, *reference->class_value.known<Class>());
  });
}

}  // namespace

std::vector<Value> find_garbage(const Vm& vm) {
  Search search(all_candidates(), 0);
  for (const Value& value : vm.unreachable) search.not_held_by(value.object());
  return values_of(search.unreached([&vm](Object& object) {
    return runs(object) || (vm.is_one_of_several && concerns_another(vm, object));
  }));
}

std::vector<Value> take_reached(std::vector<Value>& garbage, const std::vector<Value>& from) {
  const ObjectNumbers numbers = numbers_of(garbage);
  ObjectNumbers reached;
  References reach(numbers, true, [&](std::uint32_t number) { reached.add(numbers.objects()[number]); });
  for (Value value : from) reach.value(value);
  for (std::size_t i = 0; i < reached.size(); ++i) visit_fields(*reached.objects()[i], reach);
  std::vector<Value> taken = values_of(reached.objects());
  std::erase_if(garbage, [&reached](const Value& value) { return reached.contains(value.object()); });
  return taken;
}

void keep_unreachable(std::vector<Value>& garbage) {
  Search search(numbers_of(garbage), 1);
  garbage = values_of(search.unreached([](Object& object) { return runs(object); }));
}

void free_garbage(std::vector<Value> garbage) {
  erase_garbage(garbage);
}

namespace {

// Somebody can tell when it goes.
bool shows(const Object& object) {
  return (object.flags & (kHasFinalizer | kIsObserved)) != 0;
}

}  // namespace

std::int64_t free_silent_garbage(Vm& vm) {
  std::vector<Value> garbage = find_garbage(vm);
  Search search(numbers_of(garbage), 1);
  std::vector<Value> silent = values_of(search.unreached(shows)), rest;
  auto next = silent.begin();
  for (Value& value : garbage) {
    if (next != silent.end() && value.same(*next)) {
      ++next;
    } else {
      rest.push_back(std::move(value));
    }
  }
  garbage.clear();
  const std::int64_t count = collector_count(silent);
  const bool before = is_discarding();
  set_discarding(before || vm.is_one_of_several);
  free_garbage(std::move(silent));
  set_discarding(before);
  for (Value& value : rest) {
    if (value.object()->references == 1) vm.unreachable.push_back(std::move(value));
  }
  return count;
}

namespace {

bool is_of_collected_kind(const Value& value) {
  if (!value.is_object() || refers_to_nothing(*value.object())) return false;
  if (const auto* iterator = value.try_as<Iterator>()) return iterator->over != Iterator::Over::range;
  if (const Buffer* buffer = as_buffer(value)) return buffer->is_view();
  return !value.is(Kind::code) && !value.is(Kind::range) && !value.is(Kind::traceback);
}

bool has_collected(const Table& table) {
  return std::ranges::any_of(table.entries(), [](const Table::Entry& entry) {
    return is_of_collected_kind(entry.key) || is_of_collected_kind(entry.value);
  });
}

}  // namespace

// Not plain dicts of plain values.
bool is_collected(const Value& value) {
  const auto* const dict = value.try_as<Dict>();
  if (dict == nullptr || (dict->flags & kExtended) != 0 || dict->subclass != nullptr)
    return is_of_collected_kind(value);
  return has_collected(dict->table);
}

namespace {

// A class comes with the tuples of its bases and of its resolution order, a dict, and descriptors of
// __dict__ and __weakref__ unless a base has them.
std::int64_t count_of(const Class& type) {
  constexpr std::int64_t kItselfAndTuples = 3;
  const Class* const base = type.resolution_order.size() > 1 ? type.resolution_order[1] : nullptr;
  const bool has_both = (base != nullptr && !base->is_native) || !type.slots.empty();
  const bool is_exception = type.instance_kind == Kind::exception;
  const std::int64_t descriptors = has_both ? 0 : is_exception ? 1 : 2;
  const std::int64_t dict = descriptors != 0 || has_collected(type.attributes) ? 1 : 0;
  // The tuple of the names of its slots is a constant.
  return kItselfAndTuples + descriptors + dict - (type.slots.empty() ? 0 : 1);
}

std::int64_t count_of(const Object& object) {
  switch (object.kind) {
    case Kind::class_object:
      return count_of(static_cast<const Class&>(object));
    case Kind::static_method:
    case Kind::class_method:
      return 2;
    case Kind::exception:
      return static_cast<const Exception&>(object).attributes.size() == 0 ? 1 : 2;
    case Kind::function: {
      const auto& attributes = static_cast<const Function&>(object).attributes;
      return attributes != nullptr && has_collected(*attributes) ? 2 : 1;
    }
    default:
      return 1;
  }
}

}  // namespace

namespace {

// What goes with `object`, whose last reference has gone.
void add_going(Object& object, std::int64_t& count);
class Going final : public ValueVisitor {
 public:
  explicit Going(std::int64_t& count) : ValueVisitor(Counting()), count_(count) {}
  void value(Value& value) override {
    if (is_collected(value) && value.object()->references == 1 && !native_stack_is_short())
      add_going(*value.object(), count_);
  }

 private:
  std::int64_t& count_;
};

void add_going(Object& object, std::int64_t& count) {
  count += count_of(object);
  Going going(count);
  visit_fields(object, going);
}

}  // namespace

std::int64_t count_going(Class& type) {
  std::int64_t count = 0;
  add_going(type, count);
  return count;
}

std::int64_t collector_count(const std::vector<Value>& garbage) {
  std::int64_t count = 0;
  for (const Value& value : garbage) count += is_collected(value) ? count_of(*value.object()) : 0;
  return count;
}

}  // namespace forkscope::vm
