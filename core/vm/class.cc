#include <algorithm>
#include <atomic>

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

}  // namespace

Class::~Class() {
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
  type.version = next_class_version();
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
    next->version = next_class_version();
    stale.insert(stale.end(), next->subclasses.begin(), next->subclasses.end());
  }
}

bool is_subclass(const Class& type, const Class& of) {
  return std::find(type.resolution_order.begin(), type.resolution_order.end(), &of) !=
         type.resolution_order.end();
}

}  // namespace forkscope::vm
