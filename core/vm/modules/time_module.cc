#include "core/vm/modules/time_module.h"

#include <array>
#include <cerrno>
#include <cmath>
#include <ctime>
#include <limits>
#include <string>
#include <utility>

#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
constexpr int kFirstYear = 1900;  // of the C library

// The kernel's numbers for its clocks, see requests.inc.
enum Clock : std::int64_t { kWall = 0, kMonotonic = 1, kProcess = 2, kThread = 3 };

NativeResult finish_seconds(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_float(static_cast<double>(answer.value) * 1e-9));
}

template <Clock clock, bool in_nanoseconds>
NativeResult read_clock(NativeCall& call) {
  if (!call.positional.empty()) return raise(call, "TypeError", "this clock takes no arguments");
  kernel::Request request;
  request.kind = EventKind::clock_read;
  request.a = clock;
  return ask(call, request, in_nanoseconds ? finish_value : finish_seconds);
}

NativeResult finish_sleep(NativeCall& call, kernel::Answer& answer) {
  if (answer.error == EINTR) return ask_again(call);
  return finish_none(call, answer);
}

NativeResult sleep(NativeCall& call) {
  if (call.positional.size() != 1)
    return raise(
        call, "TypeError",
        "time.sleep() takes exactly one argument (" + std::to_string(call.positional.size()) + " given)");
  const Value& seconds = call.positional[0];
  double number = 0;
  if (seconds.is_small_int())
    number = static_cast<double>(seconds.small());
  else if (seconds.is_bool())
    number = seconds.is_true() ? 1 : 0;
  else if (const auto* real = seconds.try_as<Float>(); real != nullptr)
    number = real->value;
  else if (seconds.is(Kind::big_int))
    return raise(call, "OverflowError", "timestamp too large to convert to C _PyTime_t");
  else
    return raise(call, "TypeError",
                 "'" + type_name(seconds) + "' object cannot be interpreted as an integer");
  if (std::isnan(number)) return raise(call, "ValueError", "Invalid value NaN (not a number)");
  if (number < 0) return raise(call, "ValueError", "sleep length must be non-negative");
  if (number > 9.0e9) return raise(call, "OverflowError", "timestamp too large to convert to C _PyTime_t");
  kernel::Request request;
  request.kind = EventKind::sleep;
  request.a = static_cast<std::int64_t>(std::ceil(number * 1e9));
  return ask(call, request, finish_sleep);
}

Value fields_of(const std::tm& moment) {
  const auto number = [](int value) { return Value::small_int(value); };
  return make_tuple({make_int(moment.tm_year + std::int64_t{kFirstYear}), number(moment.tm_mon + 1),
                     number(moment.tm_mday), number(moment.tm_hour), number(moment.tm_min),
                     number(moment.tm_sec), number((moment.tm_wday + 6) % 7), number(moment.tm_yday + 1),
                     number(moment.tm_isdst)});
}

// As CPython: a field is a C int.
bool read_field(NativeCall& call, const Value& value, std::int64_t& number) {
  if (read_int(call, value, number)) return false;
  if (std::in_range<int>(number)) return true;
  raise(call, "OverflowError",
        number > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
  return false;
}

bool read_fields(NativeCall& call, const Value& value, std::tm& moment) {
  const auto* fields = value.try_as<Tuple>();
  if (fields == nullptr || fields->items.size() < 9) {
    raise(call, "TypeError", "Tuple or struct_time argument required");
    return false;
  }
  std::array<std::int64_t, 9> numbers{};
  for (std::size_t at = 0; at < numbers.size(); ++at)
    if (!read_field(call, fields->items[at], numbers[at])) return false;
  if (numbers[0] < std::numeric_limits<int>::min() + kFirstYear) {
    raise(call, "OverflowError", "year out of range");
    return false;
  }
  moment = {};
  const std::array places = {&moment.tm_year, &moment.tm_mon,  &moment.tm_mday,
                             &moment.tm_hour, &moment.tm_min,  &moment.tm_sec,
                             &moment.tm_wday, &moment.tm_yday, &moment.tm_isdst};
  numbers[0] -= kFirstYear;
  numbers[1] -= 1;
  numbers[6] = (numbers[6] + 1) % 7;
  numbers[7] -= 1;
  for (std::size_t at = 0; at < numbers.size(); ++at) *places[at] = static_cast<int>(numbers[at]);
  return true;
}

// What may be written as text: the C library looks names of days and months up with these numbers.
bool check_fields(NativeCall& call, std::tm& moment) {
  if (moment.tm_mon == -1) moment.tm_mon = 0;
  if (moment.tm_mday == 0) moment.tm_mday = 1;
  if (moment.tm_yday == -1) moment.tm_yday = 0;
  struct Bounds {
    int number, first, last;
    const char* name;
  };
  const std::array checks = {
      Bounds{moment.tm_mon, 0, 11, "month"},        Bounds{moment.tm_mday, 1, 31, "day of month"},
      Bounds{moment.tm_hour, 0, 23, "hour"},        Bounds{moment.tm_min, 0, 59, "minute"},
      Bounds{moment.tm_sec, 0, 61, "seconds"},      Bounds{moment.tm_wday, 0, 6, "day of week"},
      Bounds{moment.tm_yday, 0, 365, "day of year"}};
  for (const Bounds& check : checks) {
    if (check.number >= check.first && check.number <= check.last) continue;
    raise(call, "ValueError", std::string(check.name) + " out of range");
    return false;
  }
  return true;
}

Value make_struct(NativeCall& call, Value fields) {
  fields.known<Tuple>()->named_class = class_in(loaded_module(call.vm, "time"), "struct_time").known<Class>();
  return fields;
}

// struct_from(fields): a struct_time of nine values
NativeResult struct_from(NativeCall& call) {
  if (call.positional.size() != 1 || !call.positional[0].is(Kind::tuple))
    return raise(call, "TypeError", "struct_from() takes a tuple");
  return call.returns(make_struct(call, make_tuple(call.positional[0].known<Tuple>()->items)));
}

NativeResult calendar(NativeCall& call, std::int64_t seconds, bool is_local) {
  const auto moment = static_cast<std::time_t>(seconds);
  std::tm fields{};
  const bool known =
      is_local ? localtime_r(&moment, &fields) != nullptr : gmtime_r(&moment, &fields) != nullptr;
  if (!known) return raise_os_error(call, EOVERFLOW);
  return call.returns(make_struct(call, fields_of(fields)));
}

template <bool is_local>
NativeResult finish_calendar(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return calendar(call, answer.value / kNanosecondsPerSecond, is_local);
}

// localtime(seconds=None), gmtime(seconds=None)
template <bool is_local>
NativeResult calendar_of(NativeCall& call) {
  const Value given = call.positional.empty() ? Value::none() : call.positional[0];
  if (given.is_none()) {
    kernel::Request request;
    request.kind = EventKind::clock_read;
    request.a = kWall;
    return ask(call, request, finish_calendar<is_local>);
  }
  std::int64_t seconds = 0;
  if (const auto* real = given.try_as<Float>(); real != nullptr) {
    if (std::isnan(real->value)) return raise(call, "ValueError", "Invalid value NaN (not a number)");
    if (std::abs(real->value) > 9.0e17)
      return raise(call, "OverflowError", "timestamp out of range for platform time_t");
    seconds = static_cast<std::int64_t>(std::floor(real->value));
  } else if (read_int(call, given, seconds)) {
    return NativeResult::raised;
  }
  return calendar(call, seconds, is_local);
}

// strftime(format, fields)
NativeResult format_time(NativeCall& call) {
  std::tm fields{};
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::string))
    return raise(call, "TypeError", "strftime() argument 1 must be str");
  if (!read_fields(call, call.positional[1], fields) || !check_fields(call, fields))
    return NativeResult::raised;
  const std::string& format = call.positional[0].known<String>()->text;
  if (format.empty()) return call.returns(make_string(""));
  // A space behind, because an empty result cannot be told from too little room.
  const std::string padded = format + " ";
  for (std::size_t room = 256; room <= 256 * padded.size() * 4; room *= 2) {
    std::string text(room, '\0');
    const std::size_t used = std::strftime(text.data(), text.size(), padded.c_str(), &fields);
    if (used == 0) continue;
    text.resize(used - 1);
    return call.returns(make_string(text));
  }
  return call.returns(make_string(""));
}

// mktime(fields) -> seconds
NativeResult make_time(NativeCall& call) {
  std::tm fields{};
  if (call.positional.size() != 1)
    return raise(call, "TypeError", "time.mktime() takes exactly one argument");
  if (!read_fields(call, call.positional[0], fields)) return NativeResult::raised;
  // Set by the C library where it knows the moment; -1 seconds is one, too.
  fields.tm_wday = -1;
  const std::time_t seconds = std::mktime(&fields);
  if (seconds == -1 && fields.tm_wday == -1)
    return raise(call, "OverflowError", "mktime argument out of range");
  return call.returns(make_float(static_cast<double>(seconds)));
}

constexpr std::array kFunctions = {NativeDefinition{"time", read_clock<kWall, false>},
                                   NativeDefinition{"time_ns", read_clock<kWall, true>},
                                   NativeDefinition{"monotonic", read_clock<kMonotonic, false>},
                                   NativeDefinition{"monotonic_ns", read_clock<kMonotonic, true>},
                                   NativeDefinition{"perf_counter", read_clock<kMonotonic, false>},
                                   NativeDefinition{"perf_counter_ns", read_clock<kMonotonic, true>},
                                   NativeDefinition{"process_time", read_clock<kProcess, false>},
                                   NativeDefinition{"process_time_ns", read_clock<kProcess, true>},
                                   NativeDefinition{"thread_time", read_clock<kThread, false>},
                                   NativeDefinition{"thread_time_ns", read_clock<kThread, true>},
                                   NativeDefinition{"sleep", sleep},
                                   NativeDefinition{"localtime", calendar_of<true>},
                                   NativeDefinition{"gmtime", calendar_of<false>},
                                   NativeDefinition{"struct_from", struct_from},
                                   NativeDefinition{"format_time", format_time},
                                   NativeDefinition{"make_time", make_time}};

void build(Vm&, Module& module) {
  define_functions(module, kFunctions);
}

}  // namespace

void register_time_module() {
  register_native_module("_time", build);
}

}  // namespace forkscope::vm::modules
