#include <algorithm>
#include <atomic>

#include "core/vm/collector.h"
#include "core/vm/extended.h"
#include "core/vm/finalizers.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

namespace {

std::uint32_t next_class_version() {
  static std::atomic<std::uint32_t> last{0};
  return ++last;
}

// C3: merges the orders of the bases and the list of bases. Empty: no consistent order.
std::vector<Class*> merge(std::vector<std::vector<Class*>> orders) {
  std::vector<Class*> merged;
  for (;;) {
    std::erase_if(orders, [](const auto& order) { return order.empty(); });
    if (orders.empty()) return merged;
    const auto is_free = [&orders](const Class* candidate) {
      return std::ranges::none_of(orders, [candidate](const auto& order) {
        return std::find(order.begin() + 1, order.end(), candidate) != order.end();
      });
    };
    const auto next = std::ranges::find_if(orders, [&](const auto& order) { return is_free(order.front()); });
    if (next == orders.end()) return {};
    Class* const chosen = next->front();
    merged.push_back(chosen);
    for (auto& order : orders) {
      if (order.front() == chosen) order.erase(order.begin());
    }
  }
}

// Names with underscores that change nothing of how a built-in value behaves.
bool is_harmless(std::string_view name) {
  static constexpr std::string_view kHarmless[] = {
      "__new__",           "__init__",          "__module__",      "__doc__",       "__qualname__",
      "__slots__",         "__getattr__",       "__setattr__",     "__delattr__",   "__dict__",
      "__init_subclass__", "__class_getitem__", "__reduce__",      "__reduce_ex__", "__getnewargs__",
      "__getstate__",      "__setstate__",      "__annotations__", "__del__",       "__static_attributes__",
      "__firstlineno__"};
  return !name.starts_with("__") || !name.ends_with("__") ||
         std::ranges::find(kHarmless, name) != std::end(kHarmless);
}

bool overrides_built_in(const Class& type) {
  for (const Class* place : type.resolution_order) {
    if (place->is_native) return false;
    for (const Table::Entry& entry : place->attributes.entries()) {
      if (!entry.key.empty() && !is_harmless(entry.key.known<String>()->text)) return true;
    }
  }
  return false;
}

bool allows_only_slots(const Class& type) {
  for (const Class* place : type.resolution_order) {
    if (place->is_native) continue;
    if (place->slots.empty()) return false;
    for (const Value& name : place->slots.known<Tuple>()->items) {
      if (name.known<String>()->text == "__dict__") return false;
    }
  }
  // Of the native ones, object alone has no base.
  return !type.is_native || type.bases.empty();
}

bool intercepts_attributes(const Class& type) {
  static const Value name = intern("__getattribute__");
  for (const Class* place : type.resolution_order) {
    if (place->attributes.find_name(name) != nullptr) return !place->is_native;
  }
  return false;
}

// See attributes.cc.
bool shares_names(const Class& type) {
  static const Value name = intern("_shares_names");
  return std::ranges::any_of(type.resolution_order, [](const Class* place) {
    return !place->is_native && place->attributes.find_name(name) != nullptr;
  });
}

bool has_finalizer(const Class& type) {
  static const Value name = intern("__del__");
  return std::ranges::any_of(type.resolution_order, [](const Class* place) {
    return !place->is_native && place->attributes.find_name(name) != nullptr;
  });
}

void refresh(Class& type) {
  type.version = next_class_version();
  const bool is_extended = !type.is_native && is_extensible(type.instance_kind);
  const bool is_native_kind = !type.is_native && type.instance_kind == Kind::native_object;
  type.bypasses_caches = is_extended || is_native_kind || intercepts_attributes(type) || shares_names(type);
  type.overrides = (is_extended || is_native_kind) && overrides_built_in(type);
  type.has_finalizer = has_finalizer(type);
  // Files are looked after by themselves at the end of the process.
  finalizers_exist = finalizers_exist || (type.has_finalizer && type.module != "_files");
  type.is_closed = (is_extended || type.instance_kind == Kind::instance) && allows_only_slots(type);
}

}  // namespace

Class::~Class() {
  if (!bases.empty()) note_end_of(*this);
  for (const Value& base : bases) std::erase(base.known<Class>()->subclasses, this);
}

bool finish_class(Class& type) {
  std::vector<std::vector<Class*>> orders;
  std::vector<Class*> bases;
  for (const Value& base : type.bases) {
    bases.push_back(base.known<Class>());
    orders.push_back(bases.back()->resolution_order);
  }
  orders.push_back(bases);
  type.resolution_order = merge(std::move(orders));
  if (type.resolution_order.empty() && !bases.empty()) {
    type.bases.clear();
    return false;
  }
  type.resolution_order.insert(type.resolution_order.begin(), &type);
  for (Class* base : bases) {
    base->subclasses.push_back(&type);
    if (type.instance_kind == Kind::instance) type.instance_kind = base->instance_kind;
    if (type.construct == nullptr) type.construct = base->construct;
  }
  refresh(type);
  return true;
}

const Value* find_in_class(const Class& type, const Value& name) {
  const std::uint64_t hash = hash_string(*name.known<String>());
  for (const Class* place : type.resolution_order) {
    if (const Value* found = place->attributes.find(name, hash)) return found;
  }
  return nullptr;
}

void class_changed(Class& type) {
  std::vector<Class*> stale{&type};
  while (!stale.empty()) {
    Class* const next = stale.back();
    stale.pop_back();
    refresh(*next);
    stale.insert(stale.end(), next->subclasses.begin(), next->subclasses.end());
  }
}

bool is_subclass(const Class& type, const Class& of) {
  return std::find(type.resolution_order.begin(), type.resolution_order.end(), &of) !=
         type.resolution_order.end();
}

}  // namespace forkscope::vm
