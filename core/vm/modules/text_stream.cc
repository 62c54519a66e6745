#include "core/vm/modules/text_stream.h"

#include <array>
#include <cerrno>

#include "core/kernel/host.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

constexpr std::size_t kBlock = 8192;

// The text on its way to stream_write, and what the call returns afterwards.
struct Writing final : Native<Writing> {
  using Native::Native;
  Writing(Value its_class, std::string bytes, Value afterwards)
      : Native(std::move(its_class)), text(std::move(bytes)), result(std::move(afterwards)) {}
  void visit(StateVisitor& state) override {
    state.text(text);
    state.value(result);
  }
  std::string text;
  Value result;
};

TextStream* self_of(NativeCall& call) {
  TextStream* stream = text_stream(call.positional.front());
  if (stream == nullptr) raise(call, "TypeError", "expected a text stream");
  return stream;
}

NativeResult finish_write(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(static_cast<Writing*>(call.keep.known<NativeObject>())->result);
}

NativeResult write(NativeCall& call) {
  TextStream* stream = self_of(call);
  if (stream == nullptr) return NativeResult::raised;
  if (call.positional.size() != 2 || !call.positional[1].is(Kind::string))
    return raise(call, "TypeError",
                 "write() argument must be str, not " +
                     (call.positional.size() < 2 ? std::string("nothing") : type_name(call.positional[1])));
  const auto* text = call.positional[1].known<String>();
  return write_text(call, *stream, text->text, false, Value::small_int(text->length));
}

NativeResult flush(NativeCall& call) {
  TextStream* stream = self_of(call);
  return stream == nullptr ? NativeResult::raised : write_text(call, *stream, "", true, Value::none());
}

NativeResult fileno(NativeCall& call) {
  TextStream* stream = self_of(call);
  return stream == nullptr ? NativeResult::raised : call.returns(Value::small_int(stream->descriptor));
}

NativeResult isatty(NativeCall& call) {
  TextStream* stream = self_of(call);
  return stream == nullptr ? NativeResult::raised
                           : call.returns(Value::boolean(kernel::is_terminal(stream->descriptor)));
}

NativeResult ask_for_input(NativeCall& call, NativeResult (*finish)(NativeCall&, kernel::Answer&)) {
  kernel::Request request;
  request.kind = EventKind::stream_read;
  request.a = kBlock;
  return ask(call, request, finish);
}

// True if the answer gave input or the end of it; otherwise `next` is what the finish function returns.
bool take_input(NativeCall& call, kernel::Answer& answer, TextStream& stream, NativeResult& next) {
  if (answer.error == EINTR) {
    next = ask_again(call);
    return false;
  }
  if (answer.error != 0) {
    next = raise_os_error(call, answer.error);
    return false;
  }
  stream.buffer += answer.bytes;
  stream.ended = answer.bytes.empty();
  return true;
}

// The buffer's first line, or all of it at the end of the input; empty Value: more is needed.
Value first_line(TextStream& stream) {
  const std::size_t end = stream.buffer.find('\n');
  if (end == std::string::npos && !stream.ended) return {};
  const std::size_t size = end == std::string::npos ? stream.buffer.size() : end + 1;
  Value line = make_string(stream.buffer.substr(0, size));
  stream.buffer.erase(0, size);
  return line;
}

NativeResult readline(NativeCall& call);

NativeResult finish_line(NativeCall& call, kernel::Answer& answer) {
  TextStream& stream = *text_stream(call.positional.front());
  NativeResult next = NativeResult::raised;
  if (!take_input(call, answer, stream, next)) return next;
  Value line = first_line(stream);
  if (line.empty()) return NativeResult::ask;
  stream.ended = stream.ended && !kernel::is_terminal(stream.descriptor);
  return call.returns(std::move(line));
}

NativeResult readline(NativeCall& call) {
  TextStream* stream = self_of(call);
  if (stream == nullptr) return NativeResult::raised;
  Value line = first_line(*stream);
  return line.empty() ? ask_for_input(call, finish_line) : call.returns(std::move(line));
}

NativeResult finish_all(NativeCall& call, kernel::Answer& answer) {
  TextStream& stream = *text_stream(call.positional.front());
  NativeResult next = NativeResult::raised;
  if (!take_input(call, answer, stream, next)) return next;
  if (!stream.ended) return NativeResult::ask;
  return call.returns(make_string(std::exchange(stream.buffer, {})));
}

NativeResult read(NativeCall& call) {
  TextStream* stream = self_of(call);
  if (stream == nullptr) return NativeResult::raised;
  if (stream->ended) return call.returns(make_string(std::exchange(stream->buffer, {})));
  return ask_for_input(call, finish_all);
}

NativeResult iterate(NativeCall& call) {
  return call.returns(call.positional.front());
}

NativeResult stop_at_end(NativeCall& call) {
  if (!call.result.is(Kind::string) || call.result.known<String>()->length > 0) return NativeResult::value;
  return raise(call, "StopIteration", "");
}

NativeResult finish_next(NativeCall& call, kernel::Answer& answer) {
  const NativeResult line = finish_line(call, answer);
  return line == NativeResult::value ? stop_at_end(call) : line;
}

NativeResult next(NativeCall& call) {
  TextStream* stream = self_of(call);
  if (stream == nullptr) return NativeResult::raised;
  call.result = first_line(*stream);
  return call.result.empty() ? ask_for_input(call, finish_next) : stop_at_end(call);
}

constexpr std::array kMethods = {NativeDefinition{"write", write},       NativeDefinition{"flush", flush},
                                 NativeDefinition{"fileno", fileno},     NativeDefinition{"isatty", isatty},
                                 NativeDefinition{"readline", readline}, NativeDefinition{"read", read},
                                 NativeDefinition{"__iter__", iterate},  NativeDefinition{"__next__", next}};

}  // namespace

TextStream* text_stream(const Value& value) {
  return value.is(Kind::native_object) ? dynamic_cast<TextStream*>(value.known<NativeObject>()) : nullptr;
}

NativeResult write_text(NativeCall& call, TextStream& stream, std::string_view text, bool flush,
                        Value result) {
  stream.buffer.append(text);
  const bool due = flush || stream.unbuffered || stream.buffer.size() > kBlock ||
                   (stream.line_buffered && text.find('\n') != std::string_view::npos);
  if (!due || stream.buffer.empty()) return call.returns(std::move(result));
  auto* writing = new Writing(stream.class_value, std::exchange(stream.buffer, {}), std::move(result));
  call.keep = Value::adopt(writing);
  kernel::Request request;
  request.kind = EventKind::stream_write;
  request.handle = stream.descriptor;
  request.a = stream.descriptor;
  request.text = writing->text;
  return ask(call, request, finish_write);
}

namespace {

NativeResult name(NativeCall& call) {
  static constexpr std::array kNames = {"<stdin>", "<stdout>", "<stderr>"};
  TextStream* stream = self_of(call);
  if (stream == nullptr) return NativeResult::raised;
  return call.returns(make_string(kNames[static_cast<std::size_t>(stream->descriptor)]));
}

// What a window shows counts as a terminal, although a pipe leads there.
bool counts_as_terminal(Vm& vm, int descriptor) {
  const trace::Arena* arena = vm.kernel().arena();
  const bool shown = arena != nullptr && arena->header().terminal_output.load() != 0;
  return (descriptor == 1 && shown) || kernel::is_terminal(descriptor);
}

}  // namespace

void install_streams(Vm& vm, Module& sys) {
  Class* type = vm.define_class(nullptr, "TextIOWrapper");
  auto* name_property = new Property();
  name_property->getter = Value::adopt(new NativeFunction("name", name));
  type->attributes.set("name", Value::adopt(name_property));
  type->attributes.set("encoding", make_string("utf-8"));
  type->attributes.set("closed", Value::boolean(false));
  define_methods(*type, kMethods);
  // The streams are no part of what is imported; what they can do is.
  sys.globals().set("_stream_type", Value::share(type));
  static constexpr std::array kNames = {"stdin", "stdout", "stderr"};
  const bool unbuffered = !kernel::environment_variable("PYTHONUNBUFFERED").value_or("").empty();
  for (std::size_t descriptor = 0; descriptor < kNames.size(); ++descriptor) {
    auto* stream = new TextStream(Value::share(type));
    stream->descriptor = static_cast<int>(descriptor);
    // CPython: stderr is line buffered whatever it is.
    stream->line_buffered = descriptor == 2 || counts_as_terminal(vm, stream->descriptor);
    stream->unbuffered = unbuffered && descriptor != 0;
    Value value = Value::adopt(stream);
    sys.globals().set(kNames[descriptor], value);
    // A process that was made gets another stdin, and output is redirected.
    sys.set_by_functions.push_back(intern(kNames[descriptor]));
    sys.globals().set(std::string("__") + kNames[descriptor] + "__", value);
  }
}

}  // namespace forkscope::vm::modules
