#include "core/vm/state_fields.h"

#include "core/vm/code.h"
#include "core/vm/extended.h"
#include "core/vm/frame.h"
#include "core/vm/set_order.h"
#include "core/vm/set_slots.h"
#include "core/vm/state_frames.h"
#include "core/vm/state_natives.h"

namespace forkscope::vm {

namespace {

void visit_code(Code& code, StateVisitor& state) {
  state.text(code.name);
  state.text(code.qualified_name);
  state.text(code.file);
  state.number(code.is_program);
  state.block(code.instructions);
  state.block(code.positions);
  state.values(code.constants);
  state.values(code.names);
  state.block(code.handlers);
  state.number(code.positional_only);
  state.number(code.positional);
  state.number(code.keyword_only);
  state.number(code.has_star_args);
  state.number(code.has_star_kwargs);
  state.values(code.local_names);
  state.values(code.cell_names);
  state.numbers(code.cell_parameters);
  state.values(code.free_names);
  state.number(code.stack_size);
  state.number(code.is_generator);
  state.number(code.is_class_body);
  state.values(code.set_by_functions);
  state.number(code.first_line);
  state.value(code.doc);
  state.number(code.prepared);
  state.number(code.is_in_c);
  state.number(code.is_built_in);
  state.number(code.has_guards);
  state.number(code.fast_parameters);
  state.number(code.local_values);
  state.number(code.fixed_values);
  state.number(code.frame_values);
  // What the caches remember is found again; only their names are part of the code.
  state.all(code.caches, [&state](InlineCache& cache) { state.number(cache.name_index); });
  state.block(code.lines);
}

void visit_function(Function& function, StateVisitor& state) {
  for (Value* field : {&function.code, &function.module, &function.defaults, &function.keyword_defaults,
                       &function.closure, &function.name, &function.qualified_name, &function.doc}) {
    state.value(*field);
  }
  bool has_attributes = function.attributes != nullptr;
  state.number(has_attributes);
  if (!has_attributes) return;
  if (state.fills()) function.attributes = std::make_unique<Table>();
  state.table(*function.attributes);
}

// The resolution order, the subclasses and the version follow from the bases: see finish_classes().
void visit_class(Class& type, StateVisitor& state) {
  state.text(type.name);
  state.text(type.qualified_name);
  state.text(type.module);
  state.values(type.bases);
  state.table(type.attributes);
  state.value(type.metaclass);
  state.value(type.slots);
  state.number(type.is_abstract);
  state.number(type.instance_kind);
  state.number(type.is_native);
  visit_native_pointer(type.construct, state);
}

void visit_exception(Exception& exception, StateVisitor& state) {
  state.value(exception.class_value);
  state.value(exception.arguments);
  state.value(exception.cause);
  state.value(exception.context);
  state.number(exception.suppress_context);
  state.all(exception.trace, [&state](TracebackEntry& entry) {
    state.value(entry.code);
    state.number(entry.instruction);
  });
  state.value(exception.traceback);
  state.number(exception.told_entries);
  state.table(exception.attributes);
}

void visit_set(Set& set, StateVisitor& state) {
  // Whether the slots have been told of the last items is no part of the state.
  if (!state.fills() && !state.counts()) tell_slots(set);
  state.table(set.table);
  bool has_slots = set.slots != nullptr;
  state.number(has_slots);
  if (state.fills()) set.slots = has_slots ? std::make_unique<SetSlots>() : nullptr;
  if (has_slots) set.slots->visit(state, set.table);
}

const Table* table_behind(const Iterator& iterator) {
  if (const auto* dict = iterator.source.try_as<Dict>()) return &dict->table;
  const bool is_set = iterator.source.is(Kind::set) || iterator.source.is(Kind::frozen_set);
  return is_set ? &iterator.source.known<Set>()->table : nullptr;
}

// A table's version counts its history, and deleted entries leave gaps: neither is part of the state. Written
// are whether the table is still the one the iterator began with, and how many entries are behind it.
void visit_iterator(Iterator& iterator, StateVisitor& state) {
  state.number(iterator.over);
  state.value(iterator.source);
  const Table* table = state.fills() ? nullptr : table_behind(iterator);
  bool is_current = table != nullptr && table->version() == iterator.version;
  std::int64_t position = iterator.position;
  if (iterator.source.is(Kind::dict) && table != nullptr) {
    const auto& entries = table->entries();
    position = 0;
    for (std::size_t i = 0; i < entries.size() && static_cast<std::int64_t>(i) < iterator.position; ++i) {
      position += entries[i].key.empty() ? 0 : 1;
    }
  }
  state.number(position);
  state.number(is_current);
  state.number(iterator.stop);
  state.number(iterator.left);
  state.values(iterator.inner);
  if (!state.fills()) return;
  iterator.position = position;
  state.afterwards([&iterator, is_current] {
    if (const Table* restored = table_behind(iterator))
      iterator.version = restored->version() + (is_current ? 0 : 1);
  });
}

void visit_generator(Generator& generator, StateVisitor& state) {
  state.number(generator.running);
  state.number(generator.started);
  state.value(generator.name);
  state.value(generator.qualified_name);
  state.value(generator.shown_as);
  // A running one's frame is written with its thread.
  bool has_frame = generator.frame != nullptr;
  state.number(has_frame);
  if (has_frame && !generator.running) visit_generator_frame(generator, state);
}

void visit_native_object(NativeObject& object, StateVisitor& state) {
  state.value(object.class_value);
  bool has_attributes = object.attributes != nullptr;
  state.number(has_attributes);
  if (has_attributes) {
    if (object.attributes == nullptr) object.attributes = std::make_unique<Table>();
    state.table(*object.attributes);
  }
  object.visit(state);
}

// Where nobody else has its dict, that is no object of its own to a state. To who counts references it is
// one.
void visit_names(Module& module, StateVisitor& state) {
  if (state.counts()) return state.value(module.names);
  state.number(module.shows_names);
  if (module.shows_names) {
    state.value(module.names);
  } else {
    state.table(module.globals());
  }
}

}  // namespace

void visit_fields(Object& object, StateVisitor& state) {
  if ((object.flags & kExtended) != 0) {
    Extension& extension = *extension_of(Value::share(&object));
    state.value(extension.class_value);
    state.table(extension.attributes);
  }
  switch (object.kind) {
    case Kind::big_int:
    case Kind::float_number:
    case Kind::complex_number:
    case Kind::string:
    case Kind::bytes:
      return;
    case Kind::list:
      return state.values(static_cast<List&>(object).items);
    case Kind::tuple:
      visit_pointer(static_cast<Tuple&>(object).named_class, state);
      return state.values(static_cast<Tuple&>(object).items);
    case Kind::dict:
      visit_pointer(static_cast<Dict&>(object).subclass, state);
      state.value(static_cast<Dict&>(object).default_factory);
      return state.table(static_cast<Dict&>(object).table);
    case Kind::set:
    case Kind::frozen_set:
      return visit_set(static_cast<Set&>(object), state);
    case Kind::range:
      state.value(static_cast<Range&>(object).start);
      state.value(static_cast<Range&>(object).stop);
      return state.value(static_cast<Range&>(object).step);
    case Kind::slice:
      state.value(static_cast<Slice&>(object).start);
      state.value(static_cast<Slice&>(object).stop);
      return state.value(static_cast<Slice&>(object).step);
    case Kind::function:
      return visit_function(static_cast<Function&>(object), state);
    case Kind::native_function: {
      auto& native = static_cast<NativeFunction&>(object);
      state.text(native.name);
      state.text(native.module);
      state.text(native.owner);
      visit_native_pointer(native.pointer, state);
      return state.number(native.binds);
    }
    case Kind::bound_method:
      state.value(static_cast<BoundMethod&>(object).function);
      return state.value(static_cast<BoundMethod&>(object).self);
    case Kind::class_object:
      return visit_class(static_cast<Class&>(object), state);
    case Kind::instance:
      state.value(static_cast<Instance&>(object).class_value);
      return state.table(static_cast<Instance&>(object).attributes);
    case Kind::module: {
      auto& module = static_cast<Module&>(object);
      state.text(module.name);
      state.text(module.file);
      state.number(module.is_program);
      state.values(module.set_by_functions);
      state.value(module.builtins);
      return visit_names(module, state);
    }
    case Kind::code:
      return visit_code(static_cast<Code&>(object), state);
    case Kind::cell:
      return state.value(static_cast<Cell&>(object).content);
    case Kind::iterator:
      return visit_iterator(static_cast<Iterator&>(object), state);
    case Kind::generator:
      return visit_generator(static_cast<Generator&>(object), state);
    case Kind::exception:
      return visit_exception(static_cast<Exception&>(object), state);
    case Kind::traceback:
      break;
    case Kind::property:
      state.value(static_cast<Property&>(object).getter);
      state.value(static_cast<Property&>(object).setter);
      state.value(static_cast<Property&>(object).deleter);
      return state.value(static_cast<Property&>(object).doc);
    case Kind::static_method:
      return state.value(static_cast<StaticMethod&>(object).function);
    case Kind::class_method:
      return state.value(static_cast<ClassMethod&>(object).function);
    case Kind::super_object:
      state.value(static_cast<SuperObject&>(object).start);
      return state.value(static_cast<SuperObject&>(object).self);
    case Kind::view:
      state.number(static_cast<View&>(object).over);
      return state.value(static_cast<View&>(object).dict);
    case Kind::native_object:
      return visit_native_object(static_cast<NativeObject&>(object), state);
  }
  FORKSCOPE_CHECK(false, "an object of a kind without fields");
}

void visit_imported_fields(Object& object, StateVisitor& state) {
  if (object.kind != Kind::module) return visit_fields(object, state);
  auto& module = static_cast<Module&>(object);
  if (!changes_apart(module)) return visit_fields(object, state);
  std::vector<Value> values;
  each_set_by_functions(module, [&](Value& value) { values.push_back(std::exchange(value, Value::none())); });
  visit_fields(object, state);
  auto next = values.begin();
  if (!state.fills()) each_set_by_functions(module, [&](Value& value) { value = std::move(*next++); });
}

void visit_changing_fields(Object& object, StateVisitor& state) {
  if (object.kind != Kind::module) return;
  auto& module = static_cast<Module&>(object);
  if (!changes_apart(module)) return;
  for (const Value& name : module.set_by_functions) {
    const Value* found = module.globals().find_name(name);
    Value value = found == nullptr ? Value() : *found;
    state.value(value);
    if (!state.fills()) continue;
    state.afterwards([&module, name, value = std::move(value)] {
      if (Value* place = module.globals().find_name(name)) *place = value;
    });
  }
}

}  // namespace forkscope::vm
