#include "core/vm/extended.h"

#include "core/vm/finalizers.h"
#include "core/vm/numbers.h"
#include "core/vm/runner.h"
#include "core/vm/set_slots.h"

namespace forkscope::vm {

namespace {

// Calls `use` with the value as Extended<its kind's type>.
template <typename Use>
auto with_type(Object* object, Use use) {
  switch (object->kind) {
    case Kind::big_int:
      return use(static_cast<Extended<BigIntObject>*>(object));
    case Kind::float_number:
      return use(static_cast<Extended<Float>*>(object));
    case Kind::string:
      return use(static_cast<Extended<String>*>(object));
    case Kind::bytes:
      return use(static_cast<Extended<Bytes>*>(object));
    case Kind::list:
      return use(static_cast<Extended<List>*>(object));
    case Kind::tuple:
      return use(static_cast<Extended<Tuple>*>(object));
    case Kind::dict:
      return use(static_cast<Extended<Dict>*>(object));
    default:
      FORKSCOPE_CHECK(object->kind == Kind::set || object->kind == Kind::frozen_set,
                      "a kind with subclasses");
      return use(static_cast<Extended<Set>*>(object));
  }
}

template <typename Base, typename... Arguments>
Value make(const Value& type, Arguments&&... arguments) {
  auto* made = new Extended<Base>(std::forward<Arguments>(arguments)...);
  made->extension.class_value = type;
  if (type.known<Class>()->overrides) made->flags |= kOverrides;
  if (type.known<Class>()->has_finalizer) note_finalizer(*made);
  return Value::adopt(made);
}

Value extend_dict(const Dict& plain, const Value& type) {
  Value made = make<Dict>(type);
  auto* dict = made.known<Dict>();
  dict->table = plain.table;
  dict->subclass = plain.subclass;
  dict->default_factory = plain.default_factory;
  return made;
}

}  // namespace

void follow_class(NativeObject& made) {
  const auto& type = *made.class_value.known<Class>();
  if (!type.is_native) made.attributes = std::make_unique<Table>();
  if (type.overrides) made.flags |= kOverrides;
  if (type.has_finalizer) note_finalizer(made);
}

bool is_filled_by_own_init(const Class& type) {
  return !type.is_native && type.cached_init != nullptr && type.cached_init->is(Kind::function);
}

bool is_extensible(Kind kind) {
  return kind == Kind::big_int || kind == Kind::float_number || kind == Kind::string || kind == Kind::bytes ||
         kind == Kind::list || kind == Kind::tuple || kind == Kind::dict || kind == Kind::set ||
         kind == Kind::frozen_set;
}

Extension* extension_of(const Value& value) {
  if (!value.is_object() || (value.object()->flags & kExtended) == 0) return nullptr;
  return with_type(value.object(), [](auto* extended) { return &extended->extension; });
}

Class* python_class_of(Object* object) {
  if ((object->flags & kExtended) != 0)
    return with_type(object,
                     [](auto* extended) { return extended->extension.class_value.template known<Class>(); });
  switch (object->kind) {
    case Kind::instance:
      return static_cast<Instance*>(object)->type();
    case Kind::exception:
      return static_cast<Exception*>(object)->type();
    case Kind::native_object:
      return static_cast<NativeObject*>(object)->class_value.known<Class>();
    default:
      return nullptr;
  }
}

Value extend(const Value& plain, const Value& type) {
  if (is_int(plain)) return make<BigIntObject>(type, to_big(plain));
  switch (plain.object()->kind) {
    case Kind::float_number:
      return make<Float>(type, plain.known<Float>()->value);
    case Kind::string:
      return make<String>(type, plain.known<String>()->text);
    case Kind::bytes:
      return make<Bytes>(type, plain.known<Bytes>()->data);
    case Kind::list:
      return make<List>(type, plain.known<List>()->items);
    case Kind::tuple: {
      Value made = make<Tuple>(type, plain.known<Tuple>()->items);
      made.known<Tuple>()->named_class = plain.known<Tuple>()->named_class;
      return made;
    }
    case Kind::dict:
      return extend_dict(*plain.known<Dict>(), type);
    default: {
      Value made = make<Set>(type, plain.is(Kind::frozen_set));
      made.known<Set>()->table = plain.known<Set>()->table;
      if (const auto& slots = plain.known<Set>()->slots)
        made.known<Set>()->slots = std::make_unique<SetSlots>(*slots);
      return made;
    }
  }
}

void free_extended(Object* object) {
  with_type(object, [](auto* extended) { delete extended; });
}

}  // namespace forkscope::vm
