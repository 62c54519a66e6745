#include "core/vm/touches.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "core/vm/attributes.h"
#include "core/vm/extended.h"
#include "core/vm/modules/held_locks.h"
#include "core/vm/operators.h"
#include "core/vm/slots.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, const Names& names) {
  return std::ranges::find(names, name) != names.end();
}

// What methods of built-in containers do not change.
bool only_reads(std::string_view method) {
  return is_one_of(method, {"index",
                            "count",
                            "copy",
                            "get",
                            "keys",
                            "values",
                            "items",
                            "union",
                            "intersection",
                            "difference",
                            "symmetric_difference",
                            "issubset",
                            "issuperset",
                            "isdisjoint",
                            "most_common",
                            "elements",
                            "__len__",
                            "__contains__",
                            "__iter__",
                            "__getitem__",
                            "__eq__",
                            "__ne__",
                            "__repr__",
                            "__str__",
                            "tolist",
                            "tobytes"});
}

// They keep their arguments, or hash them, but do not look into them.
bool only_keeps(std::string_view function) {
  return is_one_of(function,
                   {"append", "appendleft", "add",         "insert",      "setdefault", "get",
                    "pop",    "discard",    "__setitem__", "__getitem__", "isinstance", "issubclass",
                    "id",     "type",       "callable",    "super",       "iter",       "len",
                    "bool",   "hash",       "__init__",    "__new__",     "partial",    "start_new_thread"});
}

// Methods of locks, conditions and semaphores that are Requests.
bool is_request(std::string_view method) {
  return is_one_of(method, {"acquire", "release", "__enter__", "__exit__", "wait", "notify", "notify_all"});
}

class Lister {
 public:
  Lister(const PythonThread& thread, const Frame& frame, std::vector<Touch>& touches, bool is_whole)
      : thread_(thread), frame_(frame), in_program_(is_whole || is_unguarded(frame)), touches_(touches) {}

  void list(Instruction instruction, const Value* top);

 private:
  void add(const Object* object, const Value* name, bool writes) {
    touches_.push_back({object, name, writes});
  }
  bool is_of_program(const Class& type) const;
  bool matters(const Class& type, const Value& its_name) const;
  const Value& name(std::uint32_t index) const { return frame_.code->names[index]; }
  const Value& cached_name(std::uint32_t cache) const { return name(frame_.code->caches[cache].name_index); }
  void global(const Value& its_name, bool writes) {
    if (in_program_) variable(*frame_.module, its_name, writes);
  }
  // Others may touch it in the dict, if they have that.
  void variable(const Module& module, const Value& its_name, bool writes) {
    const Module* owner = module.shows_names ? module_with(module.names) : &module;
    if (owner == nullptr) return add(module.names.object(), nullptr, writes);
    add(owner, &its_name, writes);
  }
  // The module whose variables are in a dict; null: exec() alone knows it.
  const Module* module_with(const Value& names) const;
  // What it gives are all attributes, as they are.
  static bool is_all(const Value& its_name) { return its_name.known<String>()->text == "__dict__"; }
  void cell(std::uint32_t number, bool writes) {
    if (in_program_) add(frame_.cells[number].object(), nullptr, writes);
  }
  void attribute(const Value& object, const Value& its_name, bool writes);
  void class_attribute(const Class& type, const Value& its_name);
  void names_of_object(const Value& names);
  void content(const Value& object, bool writes);
  // All that is behind it; `with_attributes`: of instances, too.
  void deeply(const Value& object, bool with_attributes = false, bool writes = false);
  void hand_over(const Value* first, const Value* end);
  void method(const NativeFunction& function, const Value& self);
  void call(const Value& callable, const Value* first, const Value* end);
  void native_call(const NativeFunction& function, const Value* first, const Value* end);
  void spread_call(const Value& callable, const Value& positional, const Value* keywords);
  // What is drawn from it is gone, if it is an iterator.
  void draw(const Value& object) { content(object, object.is(Kind::iterator) || object.is(Kind::generator)); }

  const PythonThread& thread_;
  const Frame& frame_;
  const bool in_program_;  // or all that is said of what the program does is to be said of this, too
  std::vector<Touch>& touches_;
  bool takes_apart_ = false;  // an object of the program, wherever it is done
  std::unordered_set<const Object*> seen_;
};

const Module* Lister::module_with(const Value& names) const {
  for (const Table::Entry& entry : thread_.vm.modules().table.entries()) {
    const auto* module = entry.value.try_as<Module>();
    if (module != nullptr && module->names.same(names)) return module;
  }
  return nullptr;
}

bool Lister::is_of_program(const Class& type) const {
  if (type.is_native) return false;
  const Value* module = thread_.vm.modules().table.find(type.module);
  return module == nullptr || !module->is(Kind::module) || module->known<Module>()->is_program;
}

// Flags of the library that are read without a lock.
bool Lister::matters(const Class& type, const Value& its_name) const {
  if (in_program_ || is_of_program(type)) return true;
  return type.module == "threading" &&
         is_one_of(its_name.known<String>()->text, {"_flag", "_state", "_count", "_broken"});
}

void Lister::class_attribute(const Class& type, const Value& its_name) {
  for (const Class* each : type.resolution_order) {
    if (is_of_program(*each)) add(each, &its_name, false);
  }
}

void Lister::attribute(const Value& object, const Value& its_name, bool writes) {
  if (!object.is_object() || !its_name.is(Kind::string)) return;
  if (const Extension* extension = extension_of(object)) {
    const Class& type = *extension->class_value.known<Class>();
    if (matters(type, its_name)) add(object.object(), is_all(its_name) ? nullptr : &its_name, writes);
    return class_attribute(type, its_name);
  }
  switch (object.object()->kind) {
    case Kind::instance: {
      const Class& type = *object.known<Instance>()->type();
      if (matters(type, its_name)) add(object.object(), is_all(its_name) ? nullptr : &its_name, writes);
      return class_attribute(type, its_name);
    }
    case Kind::exception: {
      const Class& type = *object.known<Exception>()->type();
      if (matters(type, its_name)) add(object.object(), &its_name, writes);
      return class_attribute(type, its_name);
    }
    case Kind::class_object:
      if (!writes) return class_attribute(*object.known<Class>(), its_name);
      if (matters(*object.known<Class>(), its_name)) add(object.object(), &its_name, true);
      return;
    case Kind::module:
      if (in_program_) variable(*object.known<Module>(), its_name, writes);
      return;
    case Kind::function:
      if (in_program_) add(object.object(), &its_name, writes);
      return;
    case Kind::cell:
      return add(object.object(), nullptr, writes);
    case Kind::native_object: {
      const Class& type = *object.known<NativeObject>()->class_value.known<Class>();
      const bool has_attributes = object.known<NativeObject>()->attributes != nullptr || writes;
      if (has_attributes && matters(type, its_name)) add(object.object(), &its_name, writes);
      return class_attribute(type, its_name);
    }
    default:
      return;
  }
}

// What an object's __dict__ gave shows all that the object has.
void Lister::names_of_object(const Value& names) {
  static const Value all = intern("__dict__");
  const Value* owner = owner_of_names(thread_.vm, names);
  if (owner != nullptr) attribute(*owner, all, false);
}

// What is in a container, or how far an iterator is.
void Lister::content(const Value& object, bool writes) {
  if (!object.is_object() || (!in_program_ && !takes_apart_)) return;
  switch (object.object()->kind) {
    case Kind::dict: {
      names_of_object(object);
      const bool is_names = (object.object()->flags & kIsNames) != 0;
      const Module* module = is_names ? module_with(object) : nullptr;
      return add(module != nullptr ? static_cast<const Object*>(module) : object.object(), nullptr, writes);
    }
    case Kind::list:
    case Kind::set:
    case Kind::generator:
      return add(object.object(), nullptr, writes);
    case Kind::native_object:
      if (!is_lock(*object.object())) add(object.object(), nullptr, writes);
      return;
    case Kind::view:
      return content(object.known<View>()->dict, writes);
    case Kind::iterator: {
      const auto* iterator = object.known<Iterator>();
      add(iterator, nullptr, writes);
      content(iterator->source, false);
      for (const Value& inner : iterator->inner) content(inner, writes);
      return;
    }
    default:
      return;
  }
}

void Lister::deeply(const Value& object, bool with_attributes, bool writes) {
  if (!object.is_object() || (!in_program_ && !takes_apart_) || !seen_.insert(object.object()).second) return;
  const auto further = [&](const Value& value) { deeply(value, with_attributes, writes); };
  const auto table = [&](const Table& its_table) {
    for (const Table::Entry& entry : its_table.entries()) {
      further(entry.key);
      further(entry.value);
    }
  };
  content(object, writes);
  switch (object.object()->kind) {
    case Kind::list:
      for (const Value& item : object.known<List>()->items) further(item);
      return;
    case Kind::tuple:
      for (const Value& item : object.known<Tuple>()->items) further(item);
      return;
    case Kind::dict:
      return table(object.known<Dict>()->table);
    case Kind::set:
    case Kind::frozen_set:
      return table(object.known<Set>()->table);
    case Kind::view:
      return further(object.known<View>()->dict);
    case Kind::iterator:
      return further(object.known<Iterator>()->source);
    case Kind::native_object: {
      const auto& sequence = *object.known<NativeObject>();
      for (std::int64_t i = 0; i < sequence.length(); ++i) further(sequence.item(i));
      return;
    }
    case Kind::instance:
      if (!with_attributes) return;
      add(object.object(), nullptr, writes);
      return table(*own_attributes(object));
    default:
      return;
  }
}

// To Python code of the library, which may do anything with it. What it synchronises itself asks.
void Lister::hand_over(const Value* first, const Value* end) {
  if (!is_unguarded(frame_)) return;
  for (const Value* each = first; each != end; ++each) {
    const auto* instance = each->try_as<Instance>();
    const std::string_view module = instance == nullptr ? "" : std::string_view(instance->type()->module);
    const bool synchronised = module == "threading" || module == "queue" || module == "_queue" ||
                              module.starts_with("multiprocessing") || module.starts_with("concurrent");
    deeply(*each, !synchronised, true);
  }
}

void Lister::method(const NativeFunction& function, const Value& self) {
  if (!self.is_object() || !is_lock(*self.object())) return content(self, !only_reads(function.name));
  // The library's own locks are its business.
  if (!in_program_) return;
  const bool asks = is_request(function.name);
  touches_.push_back({self.object(), nullptr, asks, asks});
  // What it does not hold it is refused to give back without a Request.
  const bool takes = function.name == "acquire" || function.name == "__enter__";
  if (asks && !takes && !modules::holds_lock(self, thread_.kernel_thread.id))
    add(self.object(), nullptr, false);
}

void Lister::native_call(const NativeFunction& function, const Value* first, const Value* end) {
  const std::string_view name = function.name;
  if (first == end) return;
  if (function.binds) {
    method(function, *first);
  } else if (is_one_of(name, {"setattr", "delattr", "getattr", "hasattr"}) && end - first >= 2) {
    return attribute(first[0], first[1], name.ends_with("setattr") || name == "delattr");
  } else if (is_one_of(name, {"set_own", "delete_own"}) && end - first >= 2) {
    // What an object's __dict__ does.
    if (const Extension* names = extension_of(*first)) {
      const Value* owner = names->attributes.find_name(intern("_owner"));
      if (owner != nullptr) attribute(*owner, first[1], true);
    }
  } else if (name == "refresh_own") {
    return names_of_object(*first);
  } else if (name == "len" || name == "iter" || name == "bool") {
    return content(*first, false);
  } else if (function.module != "builtins" || name == "next") {
    // Which of its arguments it changes is not known.
    for (const Value* each = first; each != end; ++each) content(*each, true);
  }
  if (only_keeps(name)) return;
  takes_apart_ = function.module.find("pickle") != std::string::npos || name == "vars" || name == "dumps" ||
                 name == "dump";
  for (const Value* each = first; each != end; ++each) deeply(*each, takes_apart_);
  takes_apart_ = false;
}

void Lister::call(const Value& callable, const Value* first, const Value* end) {
  if (!callable.is_object()) return;
  switch (callable.object()->kind) {
    case Kind::function: {
      const auto& function = *callable.known<Function>();
      static const Value kDefaults = intern("__defaults__"), kKeywordDefaults = intern("__kwdefaults__");
      if (in_program_ && !function.defaults.empty()) add(&function, &kDefaults, false);
      if (in_program_ && !function.keyword_defaults.empty()) add(&function, &kKeywordDefaults, false);
      // What is unguarded is looked at itself.
      if (function.code.known<Code>()->has_guards) hand_over(first, end);
      return;
    }
    case Kind::instance:
      return;
    case Kind::native_function:
      return native_call(*callable.known<NativeFunction>(), first, end);
    case Kind::bound_method: {
      const auto& bound = *callable.known<BoundMethod>();
      if (bound.function.is(Kind::function)) {
        call(bound.function, &bound.self, &bound.self + 1);
        return call(bound.function, first, end);
      }
      const auto& function = *bound.function.known<NativeFunction>();
      if (const SlotDescriptor* slot = as_slot(bound.self); slot != nullptr && first != end)
        return attribute(*first, slot->name, function.name != "__get__");
      method(function, bound.self);
      if (!only_keeps(function.name)) {
        for (const Value* each = first; each != end; ++each) deeply(*each);
      }
      return;
    }
    case Kind::class_object: {
      const auto& type = *callable.known<Class>();
      if (is_of_program(type)) return;
      if (!type.is_native) return hand_over(first, end);
      break;
    }
    default:
      break;
  }
  for (const Value* each = first; each != end; ++each) deeply(*each);
}

void Lister::spread_call(const Value& callable, const Value& positional, const Value* keywords) {
  if (const auto* tuple = positional.try_as<Tuple>()) {
    call(callable, tuple->items.data(), tuple->items.data() + tuple->items.size());
  } else {
    deeply(positional);
  }
  if (keywords != nullptr) deeply(*keywords);
}

void Lister::list(Instruction instruction, const Value* top) {
  if (instruction.op() == Opcode::line_start)
    instruction = frame_.code->lines[instruction.argument()].replaced;
  // While it runs nobody else can go on with it: they would be told so.
  if (in_program_ && frame_.generator != nullptr) add(frame_.generator, nullptr, true);
  const std::uint32_t argument = instruction.argument();
  switch (instruction.op()) {
    case Opcode::load_global:
      return global(name(argument), false);
    case Opcode::load_global_cached:
      return global(cached_name(argument), false);
    case Opcode::load_knob:
      return global(name(argument >> 8), false);
    case Opcode::store_knob:
      return global(name(argument >> 8), true);
    case Opcode::store_global:
    case Opcode::delete_global:
      return global(name(argument), true);
    case Opcode::load_name:
      return global(name(argument), false);
    case Opcode::store_name:
    case Opcode::delete_name:
      if (frame_.names == nullptr) global(name(argument), true);
      return;
    case Opcode::load_cell:
    case Opcode::load_class_cell:
      return cell(argument, false);
    case Opcode::store_cell:
    case Opcode::delete_cell:
      return cell(argument, true);

    case Opcode::load_attribute:
    case Opcode::load_method:
    case Opcode::import_from:
      return attribute(top[-1], name(argument), false);
    case Opcode::load_attribute_cached:
    case Opcode::load_method_cached:
      return attribute(top[-1], cached_name(argument), false);
    case Opcode::store_attribute:
    case Opcode::delete_attribute:
      return attribute(top[-1], name(argument), true);
    case Opcode::store_attribute_cached:
      return attribute(top[-1], cached_name(argument), true);

    case Opcode::load_subscript:
      return content(top[-2], false);
    case Opcode::store_subscript:
    case Opcode::delete_subscript:
      return content(top[-2], true);

    case Opcode::in_place_add:
      content(top[-2], true);
      return deeply(top[-1]);
    case Opcode::binary_in_place:
      content(top[-2], true);
      deeply(top[-2]);
      return deeply(top[-1]);
    case Opcode::binary:
    case Opcode::binary_add:
    case Opcode::binary_subtract:
    case Opcode::binary_multiply:
      deeply(top[-2]);
      return deeply(top[-1]);
    case Opcode::compare:
      if (argument == static_cast<std::uint32_t>(CompareOperator::is) ||
          argument == static_cast<std::uint32_t>(CompareOperator::is_not))
        return;
      deeply(top[-2]);
      return deeply(top[-1]);
    case Opcode::compare_member:
      return deeply(top[-1]);
    case Opcode::unary_not:
    case Opcode::jump_if_false:
    case Opcode::jump_if_true:
    case Opcode::jump_if_false_or_pop:
    case Opcode::jump_if_true_or_pop:
    case Opcode::get_iterator:
    case Opcode::get_yield_from_iterator:
      return content(top[-1], false);
    case Opcode::for_iterate:
      return content(top[-1], true);
    case Opcode::yield_from:
      return content(top[-2], true);
    case Opcode::unpack:
    case Opcode::unpack_star:
    case Opcode::list_extend:
    case Opcode::set_update:
    case Opcode::dict_update:
    case Opcode::dict_merge:
      return draw(top[-1]);
    case Opcode::format_value:
      return deeply((argument & 4) != 0 ? top[-2] : top[-1]);
    case Opcode::match_pattern:
      return deeply(top[-3]);

    case Opcode::call:
      return call(top[-static_cast<std::ptrdiff_t>(argument) - 1],
                  top - static_cast<std::ptrdiff_t>(argument), top);
    case Opcode::call_method: {
      const Value* base = top - static_cast<std::ptrdiff_t>(argument) - 2;
      // function self arguments..., or: empty callable arguments...
      return base->empty() ? call(base[1], base + 2, top) : call(base[0], base + 1, top);
    }
    case Opcode::call_keywords: {
      const Value* base = top - static_cast<std::ptrdiff_t>(argument) - 2;
      return call(base[0], base + 1, top - 1);
    }
    case Opcode::call_spread:
      if ((argument & 1) != 0) return spread_call(top[-3], top[-2], top - 1);
      return spread_call(top[-2], top[-1], nullptr);
    default:
      return;
  }
}

}  // namespace

void list_touches(const PythonThread& thread, const Frame& frame, Instruction instruction, const Value* top,
                  std::vector<Touch>& touches) {
  Lister(thread, frame, touches, false).list(instruction, top);
}

void list_touches_of_library(const PythonThread& thread, const Frame& frame, Instruction instruction,
                             const Value* top, std::vector<Touch>& touches) {
  Lister(thread, frame, touches, true).list(instruction, top);
}

bool is_unguarded(const Frame& frame) {
  return !frame.code->has_guards;
}

bool is_lock(const Object& object) {
  if (object.kind != Kind::native_object) return false;
  const auto& native = static_cast<const NativeObject&>(object);
  return is_one_of(native.class_value.known<Class>()->name, {"lock", "RLock", "Condition", "SemLock"});
}

}  // namespace forkscope::vm
