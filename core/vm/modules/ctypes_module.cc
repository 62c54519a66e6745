// Module `_ctypes`: the simple C types, and loads and stores of them. Structures and arrays of what is not
// simple are made of these in library/ctypes.py.
#include <array>

#include "core/vm/frame.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/c_data.h"
#include "core/vm/modules/library_modules.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using kernel::EventKind;

Value make_data(Class& type, Value memory, std::int64_t offset, base::ObjectId object, Value keeper) {
  auto* data = new CData(Value::share(&type));
  data->memory = std::move(memory);
  data->keeper = std::move(keeper);
  data->offset = offset;
  data->object = object;
  data->code = static_cast<char>(class_number(type, "_code_"));
  const bool is_array = find_in_class(type, intern("_length_")) != nullptr;
  data->count = is_array ? class_number(type, "_length_") : -1;
  return Value::adopt(data);
}

// c_int(value=0)
NativeResult new_simple(NativeCall& call) {
  if (!call.keywords.empty()) return raise(call, "TypeError", "this type takes no keyword arguments");
  if (call.positional.size() > 2) {
    return raise(call, "TypeError",
                 "__init__ expected at most 1 argument, got " + std::to_string(call.positional.size() - 1));
  }
  Class& type = *call.positional[0].known<Class>();
  const auto code = static_cast<char>(class_number(type, "_code_"));
  if (find_c_type(code) == nullptr) return raise(call, "TypeError", "abstract class");
  Value memory = make_local_memory(call.vm, c_size(code));
  if (call.positional.size() > 1) {
    std::int64_t bits = 0;
    if (to_bits(call, code, call.positional[1], bits)) return NativeResult::raised;
    store_bits(static_cast<Memory*>(memory.known<NativeObject>())->local.data(), c_size(code), bits);
  }
  return call.returns(make_data(type, std::move(memory), 0, 0, Value()));
}

NativeResult set_value(NativeCall& call) {
  const CData* self = c_data_of(call);
  std::int64_t bits = 0;
  if (self == nullptr || to_bits(call, self->code, call.positional[1], bits)) return NativeResult::raised;
  return store_item(call, self->its_memory(), self->offset, self->item_size(), bits, self->object);
}

NativeResult initialize(NativeCall& call) {
  if (call.positional.size() > 2) {
    return raise(call, "TypeError",
                 "__init__ expected at most 1 argument, got " + std::to_string(call.positional.size() - 1));
  }
  return call.positional.size() < 2 ? call.returns_none() : set_value(call);
}

NativeResult get_value(NativeCall& call) {
  const CData* self = c_data_of(call);
  if (self == nullptr) return NativeResult::raised;
  return load_item(call, self->its_memory(), self->offset, self->code, self->object);
}

NativeResult shown(NativeCall& call, std::int64_t bits) {
  const CData& self = *c_data_of(call);
  std::string text;
  if (repr(call.thread, from_bits(self.code, bits), text) != Outcome::ok) return NativeResult::raised;
  return call.returns(make_string(type_name(call.positional[0]) + "(" + text + ")"));
}

NativeResult finish_repr(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return shown(call, answer.second);
}

NativeResult represent(NativeCall& call) {
  const CData* self = c_data_of(call);
  if (self == nullptr) return NativeResult::raised;
  Memory& memory = self->its_memory();
  if (!memory.is_shared())
    return shown(call, load_bits(memory.local.data() + self->offset, self->item_size()));
  kernel::Request request = memory_request(memory, EventKind::memory_read, self->offset, self->object);
  request.size = self->item_size();
  return ask(call, request, finish_repr);
}

NativeResult get_memory(NativeCall& call) {
  const CData* self = c_data_of(call);
  return self == nullptr ? NativeResult::raised : call.returns(self->memory);
}

NativeResult get_offset(NativeCall& call) {
  const CData* self = c_data_of(call);
  return self == nullptr ? NativeResult::raised : call.returns(make_int(self->offset));
}

NativeResult get_keeper(NativeCall& call) {
  const CData* self = c_data_of(call);
  return self == nullptr ? NativeResult::raised
                         : call.returns(self->keeper.empty() ? Value::none() : self->keeper);
}

NativeResult get_object(NativeCall& call) {
  const CData* self = c_data_of(call);
  return self == nullptr ? NativeResult::raised
                         : call.returns(make_int(static_cast<std::int64_t>(self->object)));
}

// What pickling asks: library/ctypes.py knows.
NativeResult reduce(NativeCall& call) {
  call.callee = class_in(loaded_module(call.vm, "ctypes"), "_reduce");
  call.callee_arguments = {call.positional[0]};
  return NativeResult::call;
}

// view(type, memory, offset, object, keeper): the C data that lies there
NativeResult view(NativeCall& call) {
  std::int64_t offset = 0;
  std::int64_t object = 0;
  if (call.positional.size() != 5 || !call.positional[0].is(Kind::class_object)) {
    return raise(call, "TypeError", "view() takes a type, a memory, an offset, an object and a keeper");
  }
  if (read_native<Memory>(call, call.positional[1], "a Memory") == nullptr ||
      read_int(call, call.positional[2], offset) || read_int(call, call.positional[3], object)) {
    return NativeResult::raised;
  }
  return call.returns(make_data(*call.positional[0].known<Class>(), call.positional[1], offset,
                                static_cast<base::ObjectId>(object), call.positional[4]));
}

// The place that argument 0 (a memory), 1 (an offset) and 2 (the object) name; false: an exception is set.
struct Place {
  Memory* memory = nullptr;
  std::int64_t offset = 0;
  base::ObjectId object = 0;
};
bool read_place(NativeCall& call, std::size_t arguments, Place& place) {
  std::int64_t object = 0;
  if (call.positional.size() != arguments) {
    raise(call, "TypeError", "a memory, an offset and an object are needed first");
    return false;
  }
  place.memory = read_native<Memory>(call, call.positional[0], "a Memory");
  if (place.memory == nullptr || read_int(call, call.positional[1], place.offset) ||
      read_int(call, call.positional[2], object)) {
    return false;
  }
  place.object = static_cast<base::ObjectId>(object);
  return true;
}

bool read_code(NativeCall& call, const Value& value, char& code) {
  const auto* text = value.try_as<String>();
  const bool known = text != nullptr && text->text.size() == 1 && find_c_type(text->text[0]) != nullptr;
  if (!known) {
    raise(call, "TypeError", "no type code of a simple C type");
    return false;
  }
  code = text->text[0];
  return true;
}

// load(memory, offset, object, code)
NativeResult load(NativeCall& call) {
  Place place;
  char code = 0;
  if (!read_place(call, 4, place) || !read_code(call, call.positional[3], code)) return NativeResult::raised;
  return load_item(call, *place.memory, place.offset, code, place.object);
}

// store(memory, offset, object, code, value)
NativeResult store(NativeCall& call) {
  Place place;
  char code = 0;
  std::int64_t bits = 0;
  if (!read_place(call, 5, place) || !read_code(call, call.positional[3], code) ||
      to_bits(call, code, call.positional[4], bits)) {
    return NativeResult::raised;
  }
  return store_item(call, *place.memory, place.offset, c_size(code), bits, place.object);
}

NativeResult finish_get(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_bytes(bytes_of(call, answer)));
}

// get(memory, offset, object, size) -> bytes
NativeResult get(NativeCall& call) {
  Place place;
  std::int64_t size = 0;
  if (!read_place(call, 4, place) || read_int(call, call.positional[3], size)) return NativeResult::raised;
  return load_bytes(call, *place.memory, place.offset, size, place.object, finish_get);
}

// put(memory, offset, object, bytes)
NativeResult put(NativeCall& call) {
  Place place;
  if (!read_place(call, 4, place)) return NativeResult::raised;
  const auto* bytes = call.positional[3].try_as<Bytes>();
  if (bytes == nullptr) return raise(call, "TypeError", "bytes expected");
  return store_bytes(call, *place.memory, place.offset, bytes->data, place.object, finish_none);
}

// caller_module(): the name of the nearest module that is not the asking one
NativeResult caller_module(NativeCall& call) {
  const Frame* caller = call.thread.frame;
  while (caller != nullptr && caller->module == call.thread.frame->module) caller = caller->previous;
  const Value* name = caller == nullptr ? nullptr : caller->module->globals().find("__name__");
  return call.returns(name == nullptr ? make_string("__main__") : *name);
}

// Programs may derive from them and add to them, as to any class in Python.
void open_to_python(Class& type, std::string_view module) {
  type.is_native = false;
  type.instance_kind = Kind::native_object;
  type.module = module;
  type.attributes.set("__module__", make_string(module));
}

void set_attribute_of(Class& type, const char* name, Value value) {
  type.attributes.set(name, std::move(value));
}

// array_class(name, module, base, element, length, code): the class of arrays of a simple type
NativeResult array_class(NativeCall& call) {
  std::int64_t length = 0;
  char code = 0;
  if (call.positional.size() != 6 || !call.positional[0].is(Kind::string) ||
      !call.positional[1].is(Kind::string) || !call.positional[2].is(Kind::class_object)) {
    return raise(call, "TypeError",
                 "array_class() takes a name, a module, a base, an element, a length and a code");
  }
  if (read_int(call, call.positional[4], length) || !read_code(call, call.positional[5], code)) {
    return NativeResult::raised;
  }
  Class* type = call.vm.define_class(nullptr, call.positional[0].known<String>()->text,
                                     call.positional[2].known<Class>());
  open_to_python(*type, call.positional[1].known<String>()->text);
  type->construct = new_array;
  type->metaclass = call.positional[2].known<Class>()->metaclass;
  set_attribute_of(*type, "_type_", call.positional[3]);
  set_attribute_of(*type, "_length_", call.positional[4]);
  set_attribute_of(*type, "_code_", make_int(code));
  set_attribute_of(*type, "_size_", make_int(length * c_size(code)));
  set_attribute_of(*type, "_alignment_", make_int(c_size(code)));
  return call.returns(Value::share(type));
}

constexpr const char* kFamilies[] = {"_CData", "_SimpleCData", "Array", "_CharArray", "_WideCharArray"};

// set_metaclass(class): of all classes of this module
NativeResult set_metaclass(NativeCall& call) {
  if (call.positional.size() != 1 || !call.positional[0].is(Kind::class_object)) {
    return raise(call, "TypeError", "set_metaclass() takes a class");
  }
  const Module& module = loaded_module(call.vm, "_ctypes");
  for (const char* family : kFamilies) {
    class_in(module, family).known<Class>()->metaclass = call.positional[0];
  }
  for (const CType& c_type : c_types()) {
    class_in(module, c_type.name).known<Class>()->metaclass = call.positional[0];
  }
  return call.returns_none();
}

void define_data_attributes(Class& type) {
  static constexpr NativeDefinition kMethods[] = {{"__reduce__", reduce}};
  define_methods(type, kMethods);
  define_property(type, "_memory", get_memory);
  define_property(type, "_offset", get_offset);
  define_property(type, "_wrapper", get_keeper);
  define_property(type, "_object", get_object);
}

Class& define_data_class(Vm& vm, Module& module, const char* name, Class* base) {
  Class* type = vm.define_class(&module, name, base);
  open_to_python(*type, "ctypes");
  return *type;
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kSimpleMethods[] = {{"__init__", initialize}, {"__repr__", represent}};
  static constexpr NativeDefinition kFunctions[] = {
      {"view", view},
      {"load", load},
      {"store", store},
      {"get", get},
      {"put", put},
      {"array_class", array_class},
      {"caller_module", caller_module},
      {"set_metaclass", set_metaclass},
  };
  Class& data = define_data_class(vm, module, "_CData", nullptr);
  define_data_attributes(data);
  Class& simple = define_data_class(vm, module, "_SimpleCData", &data);
  simple.construct = new_simple;
  define_methods(simple, kSimpleMethods);
  define_property(simple, "value", get_value, set_value);
  for (const CType& c_type : c_types()) {
    Class& type = define_data_class(vm, module, c_type.name, &simple);
    set_attribute_of(type, "_type_", make_string(std::string_view(&c_type.code, 1)));
    set_attribute_of(type, "_code_", make_int(c_type.code));
    set_attribute_of(type, "_size_", make_int(c_type.size));
    set_attribute_of(type, "_alignment_", make_int(c_type.size));
  }
  Class& array = define_data_class(vm, module, "Array", &data);
  Class& characters = define_data_class(vm, module, "_CharArray", &array);
  Class& wide_characters = define_data_class(vm, module, "_WideCharArray", &array);
  define_array_methods(array, characters, wide_characters);
  define_functions(module, kFunctions);
}

}  // namespace

CData* c_data_of(NativeCall& call) {
  return read_native<CData>(call, call.positional.front(), "C data");
}

std::int64_t class_number(const Class& type, const char* name) {
  const Value* found = find_in_class(type, intern(name));
  return found != nullptr && found->is_small_int() ? found->small() : 0;
}

void define_property(Class& type, const char* name, NativeFunctionPointer getter,
                     NativeFunctionPointer setter) {
  auto* property = new Property();
  const Value made = Value::adopt(property);
  property->getter = Value::adopt(new NativeFunction(name, getter));
  if (setter != nullptr) property->setter = Value::adopt(new NativeFunction(name, setter));
  type.attributes.set(name, made);
  class_changed(type);
}

namespace {

bool lies_inside(const Memory& memory, std::int64_t offset, std::int64_t size) {
  return offset >= 0 && size >= 0 && offset <= memory.size - size;
}

NativeResult loaded(NativeCall& call, char code, std::int64_t bits) {
  Value value = from_bits(code, bits);
  if (value.empty()) return raise(call, "ValueError", "character is not in range [U+0000; U+10ffff]");
  return call.returns(std::move(value));
}

NativeResult finish_load(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return loaded(call, static_cast<char>(call.request.b), answer.second);
}

NativeResult outside(NativeCall& call) {
  return raise(call, "ValueError", "outside of its memory");
}

}  // namespace

NativeResult load_item(NativeCall& call, Memory& memory, std::int64_t offset, char code,
                       base::ObjectId object) {
  const std::int64_t size = c_size(code);
  if (!memory.is_shared()) {
    if (!lies_inside(memory, offset, size)) return outside(call);
    return loaded(call, code, load_bits(memory.local.data() + offset, size));
  }
  kernel::Request request = memory_request(memory, EventKind::memory_read, offset, object);
  request.size = size;
  request.b = code;
  return ask(call, request, finish_load);
}

NativeResult store_item(NativeCall& call, Memory& memory, std::int64_t offset, std::int64_t size,
                        std::int64_t bits, base::ObjectId object) {
  if (!memory.is_shared()) {
    if (!lies_inside(memory, offset, size)) return outside(call);
    store_bits(memory.local.data() + offset, size, bits);
    return call.returns_none();
  }
  kernel::Request request = memory_request(memory, EventKind::memory_write, offset, object);
  request.size = size;
  request.b = bits;
  return ask(call, request, finish_none);
}

std::string bytes_of(const NativeCall& call, kernel::Answer& answer) {
  std::string bytes = std::move(answer.bytes);
  const std::int64_t size = call.request.size;
  if (!bytes.empty() || size == 0) return bytes;
  bytes.resize(static_cast<std::size_t>(size));
  store_bits(bytes.data(), size, answer.second);
  return bytes;
}

NativeResult load_bytes(NativeCall& call, Memory& memory, std::int64_t offset, std::int64_t size,
                        base::ObjectId object, NativeResult (*finish)(NativeCall&, kernel::Answer&)) {
  if (!lies_inside(memory, offset, size)) return outside(call);
  if (!memory.is_shared() || size == 0) {
    kernel::Answer answer;
    if (size > 0)
      answer.bytes = memory.local.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
    return finish(call, answer);
  }
  kernel::Request request = memory_request(memory, EventKind::memory_read, offset, object);
  request.size = size;
  return ask(call, request, finish);
}

NativeResult store_bytes(NativeCall& call, Memory& memory, std::int64_t offset, std::string bytes,
                         base::ObjectId object, NativeResult (*finish)(NativeCall&, kernel::Answer&)) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  if (!lies_inside(memory, offset, size)) return outside(call);
  if (!memory.is_shared()) {
    memory.local.replace(static_cast<std::size_t>(offset), bytes.size(), bytes);
    return call.returns_none();
  }
  if (bytes.empty()) return call.returns_none();
  kernel::Request request = memory_request(memory, EventKind::memory_write, offset, object);
  call.keep = make_bytes(std::move(bytes));
  request.text = call.keep.known<Bytes>()->data;
  return ask(call, request, finish);
}

void register_ctypes_module() {
  register_native_module("_ctypes", build);
}

}  // namespace forkscope::vm::modules
