#include "core/vm/suggestions.h"

#include <algorithm>
#include <limits>

#include "core/vm/frame.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

constexpr std::size_t kMoveCost = 2, kCaseCost = 1;
constexpr std::size_t kLongestName = 40, kMostCandidates = 750;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
}

std::size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

// The weighted edit distance of two names; anything above `limit` only means "too far".
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMoveCost;
  if (a.size() > kLongestName || b.size() > kLongestName) return limit + 1;
  std::vector<std::size_t> row(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * kMoveCost;
  for (std::size_t j = 0; j < b.size(); ++j) {
    std::size_t diagonal = j * kMoveCost, result = diagonal + kMoveCost;
    std::size_t smallest = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::size_t substitute = diagonal + substitution_cost(b[j], a[i]);
      diagonal = row[i];
      result = std::min(substitute, std::min(result, diagonal) + kMoveCost);
      row[i] = result;
      smallest = std::min(smallest, result);
    }
    if (smallest > limit) return limit + 1;
  }
  return row.back();
}

void add_names(const Table& table, std::vector<std::string_view>& names) {
  for (const Table::Entry& entry : table.entries()) {
    if (entry.key.is(Kind::string)) names.push_back(entry.key.known<String>()->text);
  }
}

// As dir(): what the object has itself and what its class and bases have, in alphabetical order.
std::vector<std::string_view> attribute_names(const Vm& vm, const Value& object) {
  std::vector<std::string_view> names;
  const Class* type = vm.class_of(object);
  if (const auto* instance = object.try_as<Instance>()) add_names(instance->attributes, names);
  if (const auto* module = object.try_as<Module>()) {
    add_names(module->globals(), names);
    type = nullptr;
  }
  if (const auto* itself = object.try_as<Class>()) type = itself;
  if (type != nullptr) {
    for (const Class* place : type->resolution_order) add_names(place->attributes, names);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string_view>& candidates) {
  std::string_view nearest;
  std::size_t nearest_distance = std::numeric_limits<std::size_t>::max();
  if (candidates.size() >= kMostCandidates) return {};
  for (const std::string_view candidate : candidates) {
    if (candidate == name) continue;
    const std::size_t limit =
        std::min((name.size() + candidate.size() + 3) * kMoveCost / 6, nearest_distance - 1);
    const std::size_t found = distance(name, candidate, limit);
    if (found > limit || found >= nearest_distance) continue;
    nearest = candidate;
    nearest_distance = found;
    if (nearest_distance == 0) break;
  }
  return std::string(nearest);
}

std::string suggest_variable(const Vm& vm, const Frame& frame, std::string_view name) {
  std::vector<std::string_view> names;
  const auto add = [&names](const std::vector<Value>& values) {
    for (const Value& value : values) names.push_back(value.known<String>()->text);
  };
  add(frame.code->local_names);
  add(frame.code->cell_names);
  add(frame.code->free_names);
  std::string found = nearest_name(name, names);
  for (const Table* table : {&frame.module->globals(), &vm.builtins().globals()}) {
    if (!found.empty()) break;
    names.clear();
    add_names(*table, names);
    found = nearest_name(name, names);
  }
  return found;
}

std::string suggestion_text(const Vm& vm, const Exception& exception) {
  const auto field = [&exception](std::string_view name) {
    return exception.attributes.find_name(intern(name));
  };
  std::string found;
  if (const Value* known = field("_suggestion")) {
    found = known->known<String>()->text;
  } else if (is_subclass(*exception.type(), *vm.exception_class("AttributeError"))) {
    const Value* object = field("obj");
    const Value* name = field("name");
    if (object == nullptr || name == nullptr || !name->is(Kind::string)) return {};
    found = nearest_name(name->known<String>()->text, attribute_names(vm, *object));
  }
  return found.empty() ? found : ". Did you mean: '" + found + "'?";
}

}  // namespace forkscope::vm
