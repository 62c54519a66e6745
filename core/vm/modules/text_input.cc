// Reading from sys.stdin, as text or as the bytes below it. Text that was read ahead is no longer among the
// bytes, as in CPython.
#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "core/kernel/host.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/text_stream.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

constexpr std::int64_t kBlock = 8192;

std::string& read_ahead(const StreamSide& side) {
  return side.is_bytes ? side.stream->bytes : side.stream->buffer;
}

Value taken(const StreamSide& side, std::size_t size) {
  std::string& ahead = read_ahead(side);
  Value part = side.is_bytes ? make_bytes(ahead.substr(0, size)) : make_string(ahead.substr(0, size));
  ahead.erase(0, size);
  return part;
}

// Where the first `count` characters end, or bytes; nullopt: so many are not there, not whole at least.
std::optional<std::size_t> end_of(const StreamSide& side, std::int64_t count) {
  const std::string& ahead = read_ahead(side);
  if (side.is_bytes) {
    const auto size = static_cast<std::size_t>(count);
    return size <= ahead.size() ? std::optional(size) : std::nullopt;
  }
  std::size_t at = 0;
  for (; count > 0 && at < ahead.size(); --count) {
    const auto first = static_cast<unsigned char>(ahead[at]);
    at += first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  }
  return count == 0 && at <= ahead.size() ? std::optional(at) : std::nullopt;
}

// How much a call gets of what was read ahead; nullopt: more has to be read, if there is any. `size` is below
// 0 where it has no limit.
using Measure = std::optional<std::size_t> (*)(const StreamSide& side, std::int64_t size);

std::optional<std::size_t> measure_line(const StreamSide& side, std::int64_t size) {
  const std::size_t end = read_ahead(side).find('\n');
  const auto limit = size < 0 ? std::nullopt : end_of(side, size);
  if (end == std::string::npos) return limit;
  return limit ? std::min(*limit, end + 1) : end + 1;
}

std::optional<std::size_t> measure_part(const StreamSide& side, std::int64_t size) {
  return size < 0 ? std::nullopt : end_of(side, size);
}

// What is there without reading twice.
std::optional<std::size_t> measure_some(const StreamSide& side, std::int64_t size) {
  const std::size_t there = read_ahead(side).size();
  if (size == 0) return 0;
  if (there == 0) return std::nullopt;
  return size < 0 ? there : std::min(there, static_cast<std::size_t>(size));
}

// False: an exception is set.
bool read_size(NativeCall& call, std::int64_t& size) {
  size = -1;
  if (call.positional.size() < 2 || call.positional[1].is_none()) return true;
  if (call.positional[1].is_small_int() || call.positional[1].is(Kind::big_int))
    return read_index(call, call.positional[1], size);
  raise(call, "TypeError", "argument should be integer or None, not '" + type_name(call.positional[1]) + "'");
  return false;
}

// Empty: more has to be read.
Value take(const StreamSide& side, Measure measure, std::int64_t size) {
  TextStream& stream = *side.stream;
  auto end = measure(side, size);
  if (!end && !side.is_bytes && !stream.bytes.empty()) {
    stream.buffer += std::exchange(stream.bytes, {});
    end = measure(side, size);
  }
  if (!end && !stream.ended) return {};
  // The end of what a terminal gives is not the last.
  if (!end) stream.ended = !kernel::is_terminal(stream.descriptor);
  return taken(side, end ? *end : read_ahead(side).size());
}

template <Measure measure>
NativeResult finish(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  if (answer.error != 0) return raise_os_error(call, answer.error);
  const StreamSide side = side_of(call);
  read_ahead(side) += answer.bytes;
  side.stream->ended = answer.bytes.empty();
  std::int64_t size = -1;
  if (!read_size(call, size)) return NativeResult::raised;
  Value part = take(side, measure, size);
  return part.empty() ? NativeResult::ask : call.returns(std::move(part));
}

NativeResult ask_for_input(NativeCall& call, NativeResult (*finish)(NativeCall&, kernel::Answer&)) {
  kernel::Request request;
  request.kind = EventKind::stream_read;
  request.a = kBlock;
  return ask(call, request, finish);
}

template <Measure measure>
NativeResult read(NativeCall& call) {
  const StreamSide side = side_of(call);
  if (!side) return NativeResult::raised;
  if (side.stream->descriptor != 0)
    return in_prelude(call, "refuse_operation",
                      {make_string(side.is_bytes ? "File not open for reading" : "not readable")});
  std::int64_t size = -1;
  if (!read_size(call, size)) return NativeResult::raised;
  if (size < -1 && side.is_bytes && measure == measure_part)
    return raise(call, "ValueError", "read length must be non-negative or -1");
  Value part = take(side, measure, size);
  return part.empty() ? ask_for_input(call, finish<measure>) : call.returns(std::move(part));
}

NativeResult read_lines(NativeCall& call) {
  return in_prelude(call, "read_lines",
                    {call.positional[0], call.positional.size() > 1 ? call.positional[1] : Value::none()});
}

NativeResult iterate(NativeCall& call) {
  return call.returns(call.positional.front());
}

NativeResult stop_at_end(NativeCall& call) {
  const auto* text = call.result.try_as<String>();
  const auto* bytes = call.result.try_as<Bytes>();
  const bool is_end = text != nullptr ? text->length == 0 : bytes != nullptr && bytes->data.empty();
  return is_end ? raise(call, "StopIteration", "") : NativeResult::value;
}

NativeResult finish_next(NativeCall& call, kernel::Answer& answer) {
  const NativeResult line = finish<measure_line>(call, answer);
  return line == NativeResult::value ? stop_at_end(call) : line;
}

NativeResult next(NativeCall& call) {
  const StreamSide side = side_of(call);
  if (!side) return NativeResult::raised;
  call.result = take(side, measure_line, -1);
  return call.result.empty() ? ask_for_input(call, finish_next) : stop_at_end(call);
}

constexpr std::array kMethods = {
    NativeDefinition{"read", read<measure_part>}, NativeDefinition{"readline", read<measure_line>},
    NativeDefinition{"readlines", read_lines},    NativeDefinition{"__iter__", iterate},
    NativeDefinition{"__next__", next},
};
constexpr std::array kByteMethods = {NativeDefinition{"read1", read<measure_some>}};

}  // namespace

void define_input_methods(Class& type, bool of_bytes) {
  define_methods(type, kMethods);
  if (of_bytes) define_methods(type, kByteMethods);
}

}  // namespace forkscope::vm::modules
