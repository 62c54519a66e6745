// Module `_memory`: shared memory, and wills: what is to be known when an object is gone.
#include <cerrno>

#include "core/vm/modules/asking.h"
#include "core/vm/modules/library_modules.h"
#include "core/vm/modules/memory.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using kernel::EventKind;

// Appends `item` to `heirs` when nobody holds it any more. Nothing can be asked while an object is destroyed,
// so whoever looks after the list does what has to be done.
struct Will final : Native<Will> {
  using Native::Native;
  ~Will() override {
    if (auto* list = heirs.try_as<List>()) list->items.push_back(item);
  }
  void visit(StateVisitor& state) override {
    state.value(heirs);
    state.value(item);
  }
  Value heirs;
  Value item;
};

Memory* make_memory(Vm& vm) {
  return new Memory(class_in(loaded_module(vm, "_memory"), "Memory"));
}

NativeResult finish_map(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  auto* memory = static_cast<Memory*>(call.keep.known<NativeObject>());
  memory->handle = {answer.value, answer.object};
  memory->descriptor = answer.second;
  return call.returns(call.keep);
}

// create(size, name=""): without a name it is reached through its descriptor alone
NativeResult create(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::memory_create;
  if (call.positional.empty() || (call.positional.size() > 1 && !call.positional[1].is(Kind::string)))
    return raise(call, "TypeError", "create() takes a size and a name");
  if (read_int(call, call.positional[0], request.size)) return NativeResult::raised;
  if (call.positional.size() > 1) request.text = call.positional[1].known<String>()->text;
  auto* memory = make_memory(call.vm);
  memory->size = request.size;
  call.keep = Value::adopt(memory);
  return ask(call, request, finish_map);
}

// open(descriptor, size, object): what a spawned process does with what it was handed
NativeResult open(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::memory_open;
  std::int64_t object = 0;
  if (call.positional.size() != 3)
    return raise(call, "TypeError", "open() takes a descriptor, a size and an object");
  if (read_int(call, call.positional[0], request.handle) ||
      read_int(call, call.positional[1], request.size) || read_int(call, call.positional[2], object)) {
    return NativeResult::raised;
  }
  request.object = static_cast<base::ObjectId>(object);
  auto* memory = make_memory(call.vm);
  memory->size = request.size;
  call.keep = Value::adopt(memory);
  return ask(call, request, finish_map);
}

NativeResult finish_map_by_name(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == 0) call.keep.as<Memory>()->size = std::stoll(answer.bytes);
  return finish_map(call, answer);
}

kernel::Request request_of_name(EventKind kind, const Value& name) {
  kernel::Request request;
  request.kind = kind;
  request.text = name.known<String>()->text;
  return request;
}

// open_by_name(name)
NativeResult open_by_name(NativeCall& call) {
  if (call.positional.size() != 1 || !call.positional[0].is(Kind::string))
    return raise(call, "TypeError", "open_by_name() takes a name");
  call.keep = Value::adopt(make_memory(call.vm));
  return ask(call, request_of_name(EventKind::memory_open, call.positional[0]), finish_map_by_name);
}

// unlink(name)
NativeResult unlink(NativeCall& call) {
  if (call.positional.size() != 1 || !call.positional[0].is(Kind::string))
    return raise(call, "TypeError", "unlink() takes a name");
  return ask(call, request_of_name(EventKind::memory_unlink, call.positional[0]), finish_none);
}

// Up to 8 bytes come as a number, lowest byte first.
NativeResult finish_read(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  std::string& bytes = answer.bytes;
  if (bytes.empty()) {
    for (std::int64_t at = 0; at < answer.value; ++at)
      bytes.push_back(static_cast<char>(static_cast<std::uint64_t>(answer.second) >> (8 * at)));
  }
  return call.returns(make_bytes(std::move(bytes)));
}

// read(memory, offset, size)
NativeResult read(NativeCall& call) {
  std::int64_t offset = 0, size = 0;
  if (call.positional.size() != 3)
    return raise(call, "TypeError", "read() takes a memory, an offset, a size");
  const auto* memory = read_native<Memory>(call, call.positional[0], "a Memory");
  if (memory == nullptr || read_int(call, call.positional[1], offset) ||
      read_int(call, call.positional[2], size))
    return NativeResult::raised;
  if (size == 0) return call.returns(make_bytes(std::string()));
  kernel::Request request = memory_request(*memory, EventKind::memory_read, offset, 0);
  request.size = size;
  return ask(call, request, finish_read);
}

// write(memory, offset, bytes): a single byte as a number, as an assignment of one item is
NativeResult write(NativeCall& call) {
  std::int64_t offset = 0;
  if (call.positional.size() != 3 || !call.positional[2].is(Kind::bytes))
    return raise(call, "TypeError", "write() takes a memory, an offset and bytes");
  const auto* memory = read_native<Memory>(call, call.positional[0], "a Memory");
  if (memory == nullptr || read_int(call, call.positional[1], offset)) return NativeResult::raised;
  const std::string& bytes = call.positional[2].known<Bytes>()->data;
  if (bytes.empty()) return call.returns_none();
  kernel::Request request = memory_request(*memory, EventKind::memory_write, offset, 0);
  if (bytes.size() == 1) {
    request.size = 1;
    request.b = static_cast<unsigned char>(bytes[0]);
  } else {
    request.text = bytes;
  }
  return ask(call, request, finish_none);
}

// close(memory)
NativeResult close(NativeCall& call) {
  if (call.positional.size() != 1) return raise(call, "TypeError", "close() takes a memory");
  auto* memory = read_native<Memory>(call, call.positional[0], "a Memory");
  if (memory == nullptr) return NativeResult::raised;
  kernel::Request request = memory_request(*memory, EventKind::memory_close, 0, 0);
  memory->handle.handle = -1;
  return ask(call, request, finish_none);
}

NativeResult local(NativeCall& call) {
  std::int64_t size = 0;
  if (call.positional.size() != 1) return raise(call, "TypeError", "local() takes a size");
  if (read_int(call, call.positional[0], size)) return NativeResult::raised;
  return call.returns(make_local_memory(call.vm, size));
}

// will(list, item)
NativeResult will(NativeCall& call) {
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::list)) {
    return raise(call, "TypeError", "will() takes a list and what is to be appended to it");
  }
  auto* made = new Will(class_in(loaded_module(call.vm, "_memory"), "Will"));
  made->heirs = call.positional[0];
  made->item = call.positional[1];
  return call.returns(Value::adopt(made));
}

NativeResult descriptor(NativeCall& call) {
  const auto* memory = read_native<Memory>(call, call.positional.front(), "a Memory");
  return memory == nullptr ? NativeResult::raised : call.returns(make_int(memory->descriptor));
}

NativeResult size(NativeCall& call) {
  const auto* memory = read_native<Memory>(call, call.positional.front(), "a Memory");
  return memory == nullptr ? NativeResult::raised : call.returns(make_int(memory->size));
}

NativeResult object(NativeCall& call) {
  const auto* memory = read_native<Memory>(call, call.positional.front(), "a Memory");
  return memory == nullptr ? NativeResult::raised
                           : call.returns(make_int(static_cast<std::int64_t>(memory->handle.object)));
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kMethods[] = {
      {"descriptor", descriptor}, {"object", object}, {"size", size}};
  static constexpr NativeDefinition kFunctions[] = {
      {"create", create}, {"open", open},   {"open_by_name", open_by_name},
      {"unlink", unlink}, {"close", close}, {"read", read},
      {"write", write},   {"local", local}, {"will", will},
  };
  Class* memory = vm.define_class(&module, "Memory");
  memory->instance_kind = Kind::native_object;
  define_methods(*memory, kMethods);
  vm.define_class(&module, "Will")->instance_kind = Kind::native_object;
  define_functions(module, kFunctions);
}

}  // namespace

Value make_local_memory(Vm& vm, std::int64_t size) {
  auto* memory = make_memory(vm);
  memory->size = size;
  memory->local.assign(static_cast<std::size_t>(size), '\0');
  return Value::adopt(memory);
}

kernel::Request memory_request(const Memory& memory, EventKind kind, std::int64_t offset,
                               base::ObjectId object) {
  kernel::Request request;
  request.kind = kind;
  request.handle = memory.handle.handle;
  request.a = offset;
  request.object = object != 0 ? object : memory.handle.object;
  return request;
}

void register_memory_module() {
  register_native_module("_memory", build);
}

}  // namespace forkscope::vm::modules
