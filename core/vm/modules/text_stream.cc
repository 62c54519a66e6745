#include "core/vm/modules/text_stream.h"

#include <array>
#include <cctype>
#include <cerrno>
#include <tuple>

#include "core/kernel/host.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

constexpr std::size_t kBlock = 8192;
// Attributes of the text class: the classes of what lies below.
constexpr const char* kByteReader = "_byte_reader";
constexpr const char* kByteWriter = "_byte_writer";

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

NativeResult finish_write(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(static_cast<Writing*>(call.keep.known<NativeObject>())->result);
}

NativeResult write_out(NativeCall& call, const TextStream& stream, std::string bytes, Value result) {
  if (bytes.empty()) return call.returns(std::move(result));
  auto* writing = new Writing(stream.class_value, std::move(bytes), std::move(result));
  call.keep = Value::adopt(writing);
  kernel::Request request;
  request.kind = EventKind::stream_write;
  request.handle = stream.descriptor;
  request.a = stream.descriptor;
  request.text = writing->text;
  return ask(call, request, finish_write);
}

NativeResult write_bytes(NativeCall& call, TextStream& stream) {
  Value data = call.positional[1];
  if (!take_bytes(data))
    return raise(call, "TypeError", "a bytes-like object is required, not '" + type_name(data) + "'");
  const std::string& given = data.known<Bytes>()->data;
  stream.bytes += given;
  Value size = make_int(static_cast<std::int64_t>(given.size()));
  if (!stream.unbuffered && stream.bytes.size() <= kBlock) return call.returns(std::move(size));
  return write_out(call, stream, std::exchange(stream.bytes, {}), std::move(size));
}

NativeResult write(NativeCall& call) {
  const StreamSide side = side_of(call);
  if (!side) return NativeResult::raised;
  if (side.stream->descriptor == 0)
    return in_prelude(call, "refuse_operation", {make_string(side.is_bytes ? "write" : "not writable")});
  if (side.is_bytes && call.positional.size() == 2) return write_bytes(call, *side.stream);
  if (call.positional.size() != 2 || !call.positional[1].is(Kind::string))
    return raise(call, "TypeError",
                 "write() argument must be str, not " +
                     (call.positional.size() < 2 ? std::string("nothing") : type_name(call.positional[1])));
  const auto* text = call.positional[1].known<String>();
  return write_text(call, *side.stream, text->text, false, Value::small_int(text->length));
}

NativeResult write_lines(NativeCall& call) {
  if (!check_count(call, "writelines", 2, 2)) return NativeResult::raised;
  return in_prelude(call, "write_lines", {call.positional[0], call.positional[1]});
}

NativeResult flush(NativeCall& call) {
  const StreamSide side = side_of(call);
  if (!side) return NativeResult::raised;
  if (side.stream->descriptor == 0) return call.returns_none();
  if (!side.is_bytes) return write_text(call, *side.stream, "", true, Value::none());
  return write_out(call, *side.stream, std::exchange(side.stream->bytes, {}), Value::none());
}

NativeResult fileno(NativeCall& call) {
  const StreamSide side = side_of(call);
  return side ? call.returns(Value::small_int(side.stream->descriptor)) : NativeResult::raised;
}

NativeResult isatty(NativeCall& call) {
  const StreamSide side = side_of(call);
  return side ? call.returns(Value::boolean(kernel::is_terminal(side.stream->descriptor)))
              : NativeResult::raised;
}

NativeResult readable(NativeCall& call) {
  const StreamSide side = side_of(call);
  return side ? call.returns(Value::boolean(side.stream->descriptor == 0)) : NativeResult::raised;
}

NativeResult writable(NativeCall& call) {
  const StreamSide side = side_of(call);
  return side ? call.returns(Value::boolean(side.stream->descriptor != 0)) : NativeResult::raised;
}

bool is_name_of_utf8(std::string_view name) {
  std::string letters;
  for (const char c : name)
    if (c != '-' && c != '_') letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return letters == "utf8";
}

// reconfigure(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None): what is
// encoded otherwise than as UTF-8 is refused.
NativeResult reconfigure(NativeCall& call) {
  static constexpr const char* kNames[] = {"",        "encoding",       "errors",
                                           "newline", "line_buffering", "write_through"};
  std::array<Value, 6> given;
  if (!bind_arguments(call, "reconfigure", kNames, 1, given)) return NativeResult::raised;
  const StreamSide side = side_of(call);
  if (!side) return NativeResult::raised;
  if (const auto* encoding = given[1].try_as<String>();
      encoding != nullptr && !is_name_of_utf8(encoding->text))
    return raise(call, "LookupError", "a standard stream stays UTF-8: " + encoding->text);
  TextStream& stream = *side.stream;
  const auto set = [&call](bool& field, const Value& value) {
    if (!value.empty() && !value.is_none()) std::ignore = truth(call.thread, value, field);
  };
  set(stream.line_buffered, given[4]);
  set(stream.unbuffered, given[5]);
  return stream.descriptor == 0 ? call.returns_none() : write_text(call, stream, "", true, Value::none());
}

constexpr std::array kSharedMethods = {
    NativeDefinition{"write", write},       NativeDefinition{"writelines", write_lines},
    NativeDefinition{"flush", flush},       NativeDefinition{"fileno", fileno},
    NativeDefinition{"isatty", isatty},     NativeDefinition{"readable", readable},
    NativeDefinition{"writable", writable},
};
constexpr std::array kTextMethods = {NativeDefinition{"reconfigure", reconfigure}};

}  // namespace

TextStream* text_stream(const Value& value) {
  return value.is(Kind::native_object) ? dynamic_cast<TextStream*>(value.known<NativeObject>()) : nullptr;
}

StreamSide side_of(NativeCall& call) {
  const Value& self = call.positional.front();
  if (const auto* bytes = as_native<ByteStream>(self)) return {text_stream(bytes->text_stream), true};
  TextStream* stream = text_stream(self);
  if (stream == nullptr) raise(call, "TypeError", "expected a standard stream");
  return {stream, false};
}

NativeResult write_text(NativeCall& call, TextStream& stream, std::string_view text, bool flush,
                        Value result) {
  stream.buffer.append(text);
  const bool due = flush || stream.unbuffered || stream.buffer.size() > kBlock ||
                   (stream.line_buffered && text.find('\n') != std::string_view::npos);
  if (!due) return call.returns(std::move(result));
  std::string bytes = std::exchange(stream.bytes, {}) + std::exchange(stream.buffer, {});
  return write_out(call, stream, std::move(bytes), std::move(result));
}

namespace {

NativeResult name(NativeCall& call) {
  static constexpr std::array kNames = {"<stdin>", "<stdout>", "<stderr>"};
  const StreamSide side = side_of(call);
  if (!side) return NativeResult::raised;
  return call.returns(make_string(kNames[static_cast<std::size_t>(side.stream->descriptor)]));
}

NativeResult mode(NativeCall& call) {
  const StreamSide side = side_of(call);
  if (!side) return NativeResult::raised;
  const std::string kind = side.stream->descriptor == 0 ? "r" : "w";
  return call.returns(make_string(side.is_bytes ? kind + "b" : kind));
}

NativeResult line_buffering(NativeCall& call) {
  const StreamSide side = side_of(call);
  return side ? call.returns(Value::boolean(side.stream->line_buffered)) : NativeResult::raised;
}

NativeResult byte_stream(NativeCall& call) {
  const StreamSide side = side_of(call);
  if (!side) return NativeResult::raised;
  Value& made = side.stream->byte_stream;
  if (made.empty()) {
    const Value& text_class = side.stream->class_value;
    const char* which = side.stream->descriptor == 0 ? kByteReader : kByteWriter;
    auto* stream = new ByteStream(*text_class.known<Class>()->attributes.find(which));
    stream->text_stream = call.positional.front();
    made = Value::adopt(stream);
  }
  return call.returns(made);
}

void define_field(Class& type, const char* its_name, NativeFunctionPointer getter) {
  auto* property = new Property();
  property->getter = Value::adopt(new NativeFunction(its_name, getter));
  type.attributes.set(its_name, Value::adopt(property));
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
  define_field(*type, "buffer", byte_stream);
  define_field(*type, "line_buffering", line_buffering);
  type->attributes.set("encoding", make_string("utf-8"));
  define_methods(*type, kTextMethods);
  Class* reader = vm.define_class(nullptr, "BufferedReader");
  Class* writer = vm.define_class(nullptr, "BufferedWriter");
  type->attributes.set(kByteReader, Value::share(reader));
  type->attributes.set(kByteWriter, Value::share(writer));
  for (Class* each : {type, reader, writer}) {
    define_field(*each, "name", name);
    define_field(*each, "mode", mode);
    each->attributes.set("closed", Value::boolean(false));
    define_methods(*each, kSharedMethods);
    define_input_methods(*each, each != type);
  }
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
