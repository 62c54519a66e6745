// The part of module `_forkscope` about descriptors: pipes, and the frames that connections send through them
// (4-byte big-endian length, then the payload; more than 16384 bytes in two writes).
#include <cerrno>
#include <utility>

#include "core/vm/builtins_parts.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/item_buffer.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

constexpr std::size_t kHeader = 4;
constexpr std::size_t kLongHeader = 12;   // -1, then 8 bytes
constexpr std::size_t kOneWrite = 16384;  // longest payload that goes out together with its header
constexpr std::uint64_t kLongestShort = 0x7fffffff;

bool read_descriptor(NativeCall& call, const Value& value, std::int64_t& descriptor) {
  if (value.is_none()) {
    raise(call, "OSError", "handle is closed");
    return true;
  }
  return read_c_int(call, value, descriptor);
}

bool needs(NativeCall& call, std::size_t least, const char* function) {
  if (call.positional.size() >= least) return false;
  raise(call, "TypeError",
        std::string(function) + "() takes at least " + std::to_string(least) + " arguments");
  return true;
}

NativeResult finish_pipe(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_tuple(
      {make_int(answer.value), make_int(answer.second), make_int(static_cast<std::int64_t>(answer.object))}));
}

NativeResult finish_read(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_bytes(std::move(answer.bytes)));
}

NativeResult read(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::fd_read;
  if (needs(call, 2, "read") || read_descriptor(call, call.positional[0], request.handle) ||
      read_int(call, call.positional[1], request.a)) {
    return NativeResult::raised;
  }
  return ask(call, request, finish_read);
}

NativeResult finish_write(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  return finish_value(call, answer);
}

NativeResult write(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::fd_write;
  if (needs(call, 2, "write") || read_descriptor(call, call.positional[0], request.handle)) {
    return NativeResult::raised;
  }
  if (!take_bytes(call.positional[1])) {
    return raise(call, "TypeError",
                 "a bytes-like object is required, not '" + type_name(call.positional[1]) + "'");
  }
  request.text = call.positional[1].known<Bytes>()->data;
  return ask(call, request, finish_write);
}

NativeResult simple_descriptor_request(NativeCall& call, EventKind kind, const char* name,
                                       NativeResult (*finish)(NativeCall&, kernel::Answer&)) {
  kernel::Request request;
  request.kind = kind;
  if (needs(call, 1, name) || read_descriptor(call, call.positional[0], request.handle))
    return NativeResult::raised;
  return ask(call, request, finish);
}

NativeResult close(NativeCall& call) {
  return simple_descriptor_request(call, EventKind::fd_close, "close", finish_none);
}

NativeResult duplicate(NativeCall& call) {
  return simple_descriptor_request(call, EventKind::fd_duplicate, "duplicate", finish_value);
}

void append_big_endian(std::string& out, std::uint64_t number, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>(number >> shift));
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::string frame_header(std::size_t payload) {
  std::string header;
  if (payload <= kLongestShort) {
    append_big_endian(header, payload, kHeader);
  } else {
    append_big_endian(header, 0xffffffff, kHeader);
    append_big_endian(header, payload, kLongHeader - kHeader);
  }
  return header;
}

const std::string& payload_of(const NativeCall& call) {
  return call.positional[1].known<Bytes>()->data;
}

NativeResult finish_send(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  const std::string& payload = payload_of(call);
  call.request.text.remove_prefix(static_cast<std::size_t>(answer.value));
  if (!call.request.text.empty()) return NativeResult::ask;
  // The header is kept as long as it is being written.
  if (payload.size() > kOneWrite && !call.keep.empty()) {
    call.keep = Value();
    call.request.text = payload;
    return NativeResult::ask;
  }
  if (call.positional.size() > 2) note_written(call.thread, call.positional[2], payload.size() + kHeader);
  return call.returns_none();
}

// send(descriptor, payload [, ItemBuffer]): one frame
NativeResult send(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::fd_write;
  if (needs(call, 2, "send") || read_descriptor(call, call.positional[0], request.handle))
    return NativeResult::raised;
  if (!take_bytes(call.positional[1])) {
    return raise(call, "TypeError",
                 "a bytes-like object is required, not '" + type_name(call.positional[1]) + "'");
  }
  const std::string& payload = payload_of(call);
  std::string first = frame_header(payload.size());
  if (payload.size() <= kOneWrite) first += payload;
  call.keep = make_bytes(std::move(first));
  request.text = call.keep.known<Bytes>()->data;
  return ask(call, request, finish_send);
}

// A frame of which a part has arrived.
struct PartOfFrame final : Native<PartOfFrame> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.text(piece);
    state.number(wanted);
    state.number(in_payload);
  }
  std::string piece;  // of what is being read: the header or the payload
  std::size_t wanted = kHeader;
  bool in_payload = false;
};

NativeResult received(NativeCall& call, std::string payload) {
  if (call.positional.size() > 1 && call.positional[1].is_small_int() && call.positional[1].small() != 0) {
    call.thread.kernel_thread.recorder.note(EventKind::item_received,
                                            static_cast<base::ObjectId>(call.positional[1].small()),
                                            static_cast<std::int64_t>(payload.size() + kHeader));
  }
  return call.returns(make_bytes(std::move(payload)));
}

NativeResult end_of_file(NativeCall& call, bool at_a_boundary) {
  return at_a_boundary ? raise(call, "EOFError", "")
                       : raise(call, "OSError", "got end of file during message");
}

NativeResult ask_for(NativeCall& call, std::size_t bytes,
                     NativeResult (*finish)(NativeCall&, kernel::Answer&)) {
  call.request.a = static_cast<std::int64_t>(bytes);
  call.finish = finish;
  return NativeResult::ask;
}

NativeResult finish_payload(NativeCall& call, kernel::Answer& answer);
NativeResult finish_part(NativeCall& call, kernel::Answer& answer);

bool too_long(const NativeCall& call, std::uint64_t length) {
  return call.positional.size() > 2 && call.positional[2].is_small_int() &&
         length > static_cast<std::uint64_t>(call.positional[2].small());
}

// The header is whole. None as the result says that the payload is longer than allowed.
NativeResult begin_payload(NativeCall& call, std::uint64_t length) {
  if (too_long(call, length)) return call.returns_none();
  if (length == 0) return received(call, {});
  return ask_for(call, length, finish_payload);
}

NativeResult continue_in_parts(NativeCall& call, std::string piece, std::size_t wanted, bool in_payload) {
  auto* part = new PartOfFrame(class_in(loaded_module(call.vm, "_forkscope"), "ItemBuffer"));
  part->piece = std::move(piece);
  part->wanted = wanted;
  part->in_payload = in_payload;
  call.keep = Value::adopt(part);
  return ask_for(call, wanted - part->piece.size(), finish_part);
}

NativeResult finish_header(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  if (answer.bytes.empty()) return end_of_file(call, true);
  if (answer.bytes.size() < kHeader) return continue_in_parts(call, std::move(answer.bytes), kHeader, false);
  const std::uint64_t length = big_endian(answer.bytes);
  if (length > kLongestShort) return continue_in_parts(call, std::move(answer.bytes), kLongHeader, false);
  return begin_payload(call, length);
}

NativeResult finish_payload(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  const auto wanted = static_cast<std::size_t>(call.request.a);
  if (answer.bytes.empty()) return end_of_file(call, true);
  if (answer.bytes.size() < wanted) return continue_in_parts(call, std::move(answer.bytes), wanted, true);
  return received(call, std::move(answer.bytes));
}

NativeResult finish_part(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  auto* part = static_cast<PartOfFrame*>(call.keep.known<NativeObject>());
  if (answer.bytes.empty()) return end_of_file(call, part->piece.empty());
  part->piece += answer.bytes;
  if (part->piece.size() < part->wanted) return ask_for(call, part->wanted - part->piece.size(), finish_part);
  if (part->in_payload) return received(call, std::move(part->piece));
  const bool is_long = part->wanted == kLongHeader;
  const std::string_view number = std::string_view(part->piece).substr(is_long ? kHeader : 0);
  const std::uint64_t length = big_endian(number);
  if (!is_long && length > kLongestShort) {
    part->wanted = kLongHeader;
    return ask_for(call, kLongHeader - kHeader, finish_part);
  }
  return begin_payload(call, length);
}

// receive(descriptor [, queue's object id [, longest payload]]) -> bytes; None if the payload is longer
NativeResult receive(NativeCall& call) {
  kernel::Request request;
  request.kind = EventKind::fd_read;
  request.a = kHeader;
  if (needs(call, 1, "receive") || read_descriptor(call, call.positional[0], request.handle)) {
    return NativeResult::raised;
  }
  return ask(call, request, finish_header);
}

struct PollSet final : Native<PollSet> {
  using Native::Native;
  void visit(StateVisitor& state) override { state.numbers(descriptors); }
  void refill(kernel::Request& request) override { request.descriptors = descriptors; }
  std::vector<int> descriptors;
};

NativeResult finish_poll(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  std::vector<Value> ready;
  for (const int descriptor : answer.ready) ready.push_back(make_int(descriptor));
  return call.returns(make_list(std::move(ready)));
}

NativeResult finish_poll_one(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(Value::boolean(!answer.ready.empty()));
}

NativeResult ask_poll(NativeCall& call, std::vector<int> descriptors,
                      NativeResult (*finish)(NativeCall&, kernel::Answer&)) {
  constexpr std::int64_t kMillisecond = 1'000'000;
  kernel::Request request;
  request.kind = EventKind::fd_poll;
  if (call.positional.size() > 1 && read_timeout(call, call.positional[1], request.timeout_ns)) {
    return NativeResult::raised;
  }
  // poll() counts in whole milliseconds; a part of one is rounded up
  if (request.timeout_ns > 0)
    request.timeout_ns = (request.timeout_ns + kMillisecond - 1) / kMillisecond * kMillisecond;
  auto* set = new PollSet(class_in(loaded_module(call.vm, "_forkscope"), "ItemBuffer"));
  set->descriptors = std::move(descriptors);
  call.keep = Value::adopt(set);
  request.descriptors = set->descriptors;
  request.handle = set->descriptors.empty() ? -1 : set->descriptors.front();
  return ask(call, request, finish);
}

// poll(descriptors, seconds or None) -> those that are ready
NativeResult poll(NativeCall& call) {
  std::vector<Value> items;
  if (needs(call, 2, "poll")) return NativeResult::raised;
  if (collect(call.thread, call.positional[0], items) != Outcome::ok) return NativeResult::raised;
  std::vector<int> descriptors;
  for (const Value& item : items) {
    std::int64_t descriptor = 0;
    if (read_descriptor(call, item, descriptor)) return NativeResult::raised;
    descriptors.push_back(static_cast<int>(descriptor));
  }
  return ask_poll(call, std::move(descriptors), finish_poll);
}

// readable(descriptor, seconds or None) -> bool
NativeResult readable(NativeCall& call) {
  std::int64_t descriptor = 0;
  if (needs(call, 2, "readable") || read_descriptor(call, call.positional[0], descriptor))
    return NativeResult::raised;
  return ask_poll(call, {static_cast<int>(descriptor)}, finish_poll_one);
}

// frame(payload) -> header and payload, as send() writes them
NativeResult frame(NativeCall& call) {
  if (needs(call, 1, "frame")) return NativeResult::raised;
  if (!take_bytes(call.positional[0])) return raise(call, "TypeError", "a bytes-like object is required");
  const std::string& payload = call.positional[0].known<Bytes>()->data;
  return call.returns(make_bytes(frame_header(payload.size()) + payload));
}

// Descriptors whose owners are gone; nothing can be asked while an object is destroyed, so pipe() closes
// them. One a process, in its module `_forkscope`.
struct Abandoned final : Native<Abandoned> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.numbers(descriptors);
    state.numbers(only_in);
  }
  std::vector<std::int64_t> descriptors;
  std::vector<base::ProcessId> only_in;  // a forked child leaves its copy open; 0 = it does not
};

// Holds descriptors open as long as somebody holds it.
struct Keeper final : Native<Keeper> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.numbers(descriptors);
    state.number(only_in);
    state.value(abandoned);
  }
  ~Keeper() override {
    if (is_discarding() || abandoned.empty()) return;
    auto& all = *static_cast<Abandoned*>(abandoned.known<NativeObject>());
    for (const std::int64_t descriptor : descriptors) {
      all.descriptors.push_back(descriptor);
      all.only_in.push_back(only_in);
    }
  }
  std::vector<std::int64_t> descriptors;
  base::ProcessId only_in = 0;
  Value abandoned;  // an Abandoned
};

// keep_open(descriptors, only in this process) -> Keeper
NativeResult keep_open(NativeCall& call) {
  if (needs(call, 2, "keep_open")) return NativeResult::raised;
  std::vector<Value> items;
  if (collect(call.thread, call.positional[0], items) != Outcome::ok) return NativeResult::raised;
  auto* keeper = new Keeper(class_in(loaded_module(call.vm, "_forkscope"), "Keeper"));
  const Value result = Value::adopt(keeper);
  keeper->abandoned = class_in(loaded_module(call.vm, "_forkscope"), "_abandoned");
  for (const Value& item : items) {
    if (read_int(call, item, keeper->descriptors.emplace_back())) return NativeResult::raised;
  }
  if (call.positional[1].is_true()) keeper->only_in = call.thread.kernel_thread.process;
  return call.returns(result);
}

// forget() -> the descriptors, which are the caller's business now
NativeResult forget(NativeCall& call) {
  auto* keeper = read_native<Keeper>(call, call.positional.front(), "a Keeper");
  if (keeper == nullptr) return NativeResult::raised;
  std::vector<Value> descriptors;
  for (const std::int64_t descriptor : keeper->descriptors) descriptors.push_back(make_int(descriptor));
  keeper->descriptors.clear();
  return call.returns(make_list(std::move(descriptors)));
}

NativeResult finish_close_abandoned(NativeCall& call, kernel::Answer& answer);

NativeResult pipe(NativeCall& call) {
  kernel::Request request;
  const Value closing = class_in(loaded_module(call.vm, "_forkscope"), "_abandoned");
  auto& abandoned = *static_cast<Abandoned*>(closing.known<NativeObject>());
  while (!abandoned.descriptors.empty()) {
    request.handle = abandoned.descriptors.back();
    const base::ProcessId only_in = abandoned.only_in.back();
    abandoned.descriptors.pop_back();
    abandoned.only_in.pop_back();
    if (only_in != 0 && only_in != call.thread.kernel_thread.process) continue;
    request.kind = EventKind::fd_close;
    return ask(call, request, finish_close_abandoned);
  }
  request.kind = EventKind::pipe_create;
  return ask(call, request, finish_pipe);
}

NativeResult finish_close_abandoned(NativeCall& call, kernel::Answer&) {
  return pipe(call);
}

NativeResult adopt_descriptor(NativeCall& call) {
  std::int64_t descriptor = 0;
  std::int64_t object = 0;
  if (needs(call, 3, "adopt_descriptor") || read_descriptor(call, call.positional[0], descriptor) ||
      read_int(call, call.positional[1], object)) {
    return NativeResult::raised;
  }
  call.vm.kernel().adopt_descriptor(call.thread.kernel_thread, static_cast<int>(descriptor),
                                    static_cast<base::ObjectId>(object), call.positional[2].is_true());
  return call.returns_none();
}

NativeResult descriptor_object(NativeCall& call) {
  std::int64_t descriptor = 0;
  if (needs(call, 1, "descriptor_object") || read_descriptor(call, call.positional[0], descriptor)) {
    return NativeResult::raised;
  }
  return call.returns(
      make_int(static_cast<std::int64_t>(call.vm.kernel().descriptor_object(static_cast<int>(descriptor)))));
}

}  // namespace

void add_descriptors(Vm& vm, Module& module) {
  static constexpr NativeDefinition kMethods[] = {{"forget", forget}};
  Class* keeper = vm.define_class(&module, "Keeper");
  keeper->instance_kind = Kind::native_object;
  define_methods(*keeper, kMethods);
  module.globals().set("_abandoned", Value::adopt(new Abandoned(Value::share(vm.classes().object))));
  static constexpr NativeDefinition kFunctions[] = {
      {"pipe", pipe},
      {"frame", frame},
      {"keep_open", keep_open},
      {"read", read},
      {"write", write},
      {"close", close},
      {"duplicate", duplicate},
      {"send", send},
      {"receive", receive},
      {"poll", poll},
      {"readable", readable},
      {"adopt_descriptor", adopt_descriptor},
      {"descriptor_object", descriptor_object},
  };
  define_functions(module, kFunctions);
}

}  // namespace forkscope::vm::modules
