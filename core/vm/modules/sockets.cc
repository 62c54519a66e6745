// The part of module `_forkscope` about sockets: two-way pipes, listening, connecting, and descriptors that
// go to another process.
#include <cerrno>
#include <string>
#include <vector>

#include "core/vm/builtins_parts.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/item_buffer.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

// What an fd_send Request points into.
struct SentDescriptors final : Native<SentDescriptors> {
  using Native::Native;
  void visit(StateVisitor& state) override { state.numbers(descriptors); }
  void refill(kernel::Request& request) override { request.descriptors = descriptors; }
  std::vector<int> descriptors;
};

bool wrong_arguments(NativeCall& call, std::size_t count, const char* usage) {
  if (call.positional.size() == count) return false;
  raise(call, "TypeError", usage);
  return true;
}

NativeResult finish_pair(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(
      make_tuple({make_int(answer.value), make_int(answer.second), make_int(std::int64_t{answer.object})}));
}

// socket_pair() -> (first, second, object that the first reads); the object it writes has the next number
NativeResult socket_pair(NativeCall& call) {
  return ask(call, kernel::Request{.kind = EventKind::socket_pair}, finish_pair);
}

// The address and its family (0 a path, 1 host:port), which are the first two arguments.
bool read_address(NativeCall& call, kernel::Request& request) {
  if (!call.positional[0].is(Kind::string)) {
    raise(call, "TypeError", "an address is a string");
    return true;
  }
  request.text = call.positional[0].known<String>()->text;
  return read_int(call, call.positional[1], request.a);
}

NativeResult finish_listen(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_tuple({make_int(answer.value), make_string(answer.bytes)}));
}

// listen(address, family, how many may wait) -> (descriptor, address)
NativeResult listen(NativeCall& call) {
  kernel::Request request{.kind = EventKind::socket_listen};
  if (wrong_arguments(call, 3, "listen() takes an address, its family and a number") ||
      read_address(call, request) || read_int(call, call.positional[2], request.b)) {
    return NativeResult::raised;
  }
  return ask(call, request, finish_listen);
}

NativeResult finish_connect(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(
      make_tuple({make_int(answer.value), make_int(std::int64_t{answer.object}), make_int(answer.second)}));
}

// connect(address, family) -> (descriptor, object that is read, object that is written)
NativeResult connect(NativeCall& call) {
  kernel::Request request{.kind = EventKind::socket_connect};
  if (wrong_arguments(call, 2, "connect() takes an address and its family") || read_address(call, request))
    return NativeResult::raised;
  return ask(call, request, finish_connect);
}

NativeResult finish_accept(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_tuple({make_int(answer.value), make_string(answer.bytes),
                                  make_int(std::int64_t{answer.object}), make_int(answer.second)}));
}

// accept(descriptor) -> (descriptor, the peer's address, object that is read, object that is written)
NativeResult accept(NativeCall& call) {
  kernel::Request request{.kind = EventKind::socket_accept};
  if (wrong_arguments(call, 1, "accept() takes a descriptor") ||
      read_int(call, call.positional[0], request.handle)) {
    return NativeResult::raised;
  }
  return ask(call, request, finish_accept);
}

NativeResult finish_count(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  return finish_value(call, answer);
}

// send_descriptors(socket, bytes, descriptors) -> bytes sent
NativeResult send_descriptors(NativeCall& call) {
  kernel::Request request{.kind = EventKind::fd_send};
  std::vector<Value> items;
  if (wrong_arguments(call, 3, "send_descriptors() takes a socket, bytes and descriptors") ||
      read_int(call, call.positional[0], request.handle) ||
      collect(call.thread, call.positional[2], items) != Outcome::ok) {
    return NativeResult::raised;
  }
  if (!take_bytes(call.positional[1])) return raise(call, "TypeError", "a bytes-like object is required");
  auto* sent = new SentDescriptors(class_in(loaded_module(call.vm, "_forkscope"), "ItemBuffer"));
  call.keep = Value::adopt(sent);
  for (const Value& item : items) {
    std::int64_t descriptor = 0;
    if (read_int(call, item, descriptor)) return NativeResult::raised;
    sent->descriptors.push_back(static_cast<int>(descriptor));
  }
  request.text = call.positional[1].known<Bytes>()->data;
  request.descriptors = sent->descriptors;
  return ask(call, request, finish_count);
}

NativeResult finish_receive(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  std::vector<Value> descriptors;
  for (const int descriptor : answer.ready) descriptors.push_back(make_int(std::int64_t{descriptor}));
  return call.returns(make_tuple({make_bytes(std::move(answer.bytes)), make_list(std::move(descriptors))}));
}

// receive_descriptors(socket, bytes at most, descriptors at most) -> (bytes, descriptors)
NativeResult receive_descriptors(NativeCall& call) {
  kernel::Request request{.kind = EventKind::fd_receive};
  if (wrong_arguments(call, 3, "receive_descriptors() takes a socket and two sizes") ||
      read_int(call, call.positional[0], request.handle) || read_int(call, call.positional[1], request.a) ||
      read_int(call, call.positional[2], request.b)) {
    return NativeResult::raised;
  }
  return ask(call, request, finish_receive);
}

}  // namespace

void add_sockets(Vm&, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {
      {"socket_pair", socket_pair},
      {"listen", listen},
      {"connect", connect},
      {"accept", accept},
      {"send_descriptors", send_descriptors},
      {"receive_descriptors", receive_descriptors},
  };
  define_functions(module, kFunctions);
}

}  // namespace forkscope::vm::modules
