#include <bit>
#include <cstring>

#include "core/vm/attributes.h"
#include "core/vm/exceptions.h"
#include "core/vm/operations.h"
#include "core/vm/pickle.h"
#include "core/vm/pickle_opcodes.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {
namespace {

using namespace pickle;

constexpr std::size_t kBatch = 1000;
constexpr std::size_t kFrameTarget = 64 * 1024;
constexpr std::size_t kSmallestFrame = 4;
constexpr std::size_t kFrameHeader = 9;

void append_little_endian(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(number >> (8 * i)));
}

// Two's complement, little endian, the fewest bytes.
std::string bytes_of(const BigInt& number) {
  std::vector<unsigned char> bytes;
  const bool negative = number < 0;
  const BigInt magnitude = negative ? BigInt(-number - 1) : number;
  boost::multiprecision::export_bits(magnitude, std::back_inserter(bytes), 8, false);
  if (negative) {
    for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(~byte);
  }
  const bool sign_bit = (bytes.back() & 0x80) != 0;
  if (sign_bit != negative) bytes.push_back(negative ? 0xff : 0x00);
  return {bytes.begin(), bytes.end()};
}

std::string repr_text(PythonThread& thread, const Value& value) {
  std::string text;
  if (repr(thread, value, text) == Outcome::ok) return text;
  thread.raised = Value();
  return "<" + type_name(value) + " object>";
}

}  // namespace

PickleWriter::PickleWriter(PythonThread& thread, int protocol) : thread_(&thread) {
  output_.push_back(kProtocol);
  output_.push_back(static_cast<char>(protocol));
  framing_ = protocol >= 4;
}

PickleState PickleWriter::write(const Value& value) {
  push(Step::save, value);
  return run();
}

PickleState PickleWriter::run() {
  while (!tasks_.empty()) {
    Task task = std::move(tasks_.back());
    tasks_.pop_back();
    const PickleState state = perform(task);
    if (state != PickleState::finished) return state;
  }
  put(kStop);
  close_frame();
  return PickleState::finished;
}

PickleState PickleWriter::perform(Task& task) {
  switch (task.step) {
    case Step::save:
      return save(task.value);
    case Step::opcode:
      put(task.opcode);
      break;
    case Step::memoize:
      memoize(task.value);
      break;
    case Step::tuple_end:
      end_tuple(task.value);
      break;
    case Step::frozen_set_end:
      end_frozen_set(task.value);
      break;
    case Step::list_items:
      continue_list(task);
      break;
    case Step::dict_items:
      continue_dict(task);
      break;
    case Step::set_items:
      continue_set(task);
      break;
    case Step::reduced:
      end_reduced(task.value);
      break;
  }
  return PickleState::finished;
}

PickleState PickleWriter::save(const Value& value) {
  if (framing_ && frame_start_ >= 0 &&
      output_.size() - static_cast<std::size_t>(frame_start_) - kFrameHeader >= kFrameTarget) {
    close_frame();
  }
  if (value.is_none()) {
    put(kNone);
  } else if (value.is_bool()) {
    put(value.is_true() ? kTrue : kFalse);
  } else if (value.is_small_int()) {
    save_int(value.small());
  } else if (value.is(Kind::big_int)) {
    save_big_int(value.known<BigIntObject>()->value);
  } else if (value.is(Kind::float_number)) {
    save_float(value.known<Float>()->value);
  } else if (!put_known(value)) {
    return save_object(value);
  }
  return PickleState::finished;
}

PickleState PickleWriter::save_object(const Value& value) {
  if (value.is_ellipsis()) return save_named(value, "builtins", "Ellipsis");
  if (value.is_not_implemented()) return save_named(value, "builtins", "NotImplemented");
  switch (value.object()->kind) {
    case Kind::string:
      save_string(value);
      break;
    case Kind::bytes:
      save_bytes(value);
      break;
    case Kind::tuple:
      if (value.known<Tuple>()->named_class != nullptr) return save_instance(value);
      save_tuple(value);
      break;
    case Kind::list:
      put(kEmptyList);
      memoize(value);
      push(Step::list_items, value);
      break;
    case Kind::dict:
      if (value.known<Dict>()->subclass != nullptr) return save_instance(value);
      put(kEmptyDict);
      memoize(value);
      push(Step::dict_items, value);
      break;
    case Kind::set:
    case Kind::frozen_set:
      save_set(value);
      break;
    case Kind::function: {
      const auto& function = *value.known<Function>();
      return save_named(value, function.module.known<Module>()->name,
                        function.qualified_name.known<String>()->text);
    }
    case Kind::native_function:
      return save_named(value, value.known<NativeFunction>()->module, value.known<NativeFunction>()->name);
    case Kind::class_object: {
      const auto& type = *value.known<Class>();
      return save_named(value, type.module.empty() ? "builtins" : type.module,
                        type.qualified_name.empty() ? type.name : type.qualified_name);
    }
    default:
      return save_instance(value);
  }
  return PickleState::finished;
}

PickleState PickleWriter::save_named(const Value& value, std::string_view module, std::string_view name) {
  if (name.find("<locals>") != std::string_view::npos) {
    raise_in(*thread_, "AttributeError", "Can't pickle local object '" + std::string(name) + "'");
    return PickleState::raised;
  }
  const Value found = find_named(thread_->vm, module, name);
  if (!found.same(value)) {
    const std::string place = std::string(module) + "." + std::string(name);
    raise_pickle_error(*thread_, "PicklingError",
                       "Can't pickle " + repr_text(*thread_, value) +
                           (found.empty() ? ": attribute lookup " + std::string(name) + " on " +
                                                std::string(module) + " failed"
                                          : ": it's not the same object as " + place));
    return PickleState::raised;
  }
  push(Step::memoize, value);
  push(Step::opcode, {}, kStackGlobal);
  push(Step::save, intern(name));
  push(Step::save, intern(module));
  return PickleState::finished;
}

PickleState PickleWriter::save_instance(const Value& value) {
  Vm& vm = thread_->vm;
  const Value none = Value::none();
  if (value.is(Kind::range)) {
    const auto& range = *value.known<Range>();
    save_reduced(value, Value::share(vm.class_of(value)), make_tuple({range.start, range.stop, range.step}),
                 none, none, none);
    return PickleState::finished;
  }
  if (value.is(Kind::slice)) {
    const auto& slice = *value.known<Slice>();
    save_reduced(value, Value::share(vm.class_of(value)), make_tuple({slice.start, slice.stop, slice.step}),
                 none, none, none);
    return PickleState::finished;
  }
  static constexpr const char* kHooks[] = {"__reduce_ex__", "__reduce__", "__getstate__", "__getnewargs__",
                                           "__getnewargs_ex__"};
  const Class& type = *vm.class_of(value);
  bool hooked = value.is(Kind::dict) || value.is(Kind::tuple) || value.is(Kind::bound_method);
  for (const char* hook : kHooks) hooked = hooked || class_defines(type, hook);
  if (hooked) {
    pending_ = value;
    return PickleState::needs_python;
  }
  if (value.is(Kind::instance)) {
    const auto& instance = *value.known<Instance>();
    save_reduced(value, none, make_tuple({}),
                 instance.attributes.size() == 0 ? none : dict_of_attributes(instance.attributes), none,
                 none);
    return PickleState::finished;
  }
  if (value.is(Kind::exception)) {
    const auto& exception = *value.known<Exception>();
    save_reduced(value, exception.class_value, exception.arguments,
                 exception.attributes.size() == 0 ? none : dict_of_attributes(exception.attributes), none,
                 none);
    return PickleState::finished;
  }
  const std::string module = type.module.empty() || type.module == "builtins" ? "" : type.module + ".";
  raise_in(*thread_, "TypeError", "cannot pickle '" + module + type.name + "' object");
  return PickleState::raised;
}

PickleState PickleWriter::resume(PythonThread& thread, const Value& reduced) {
  thread_ = &thread;
  const Value object = std::exchange(pending_, Value());
  if (reduced.is(Kind::string)) {
    const Value* module = nullptr;
    if (object.is(Kind::instance)) module = object.known<Instance>()->attributes.find("__module__");
    const std::string& place = module != nullptr && module->is(Kind::string)
                                   ? module->known<String>()->text
                                   : thread.vm.class_of(object)->module;
    if (save_named(object, place, reduced.known<String>()->text) == PickleState::raised)
      return PickleState::raised;
    return run();
  }
  const auto* parts = reduced.try_as<Tuple>();
  if (parts == nullptr || parts->items.size() != 5 || !parts->items[1].is(Kind::tuple)) {
    raise_pickle_error(thread, "PicklingError", "__reduce__ must return a string or tuple");
    return PickleState::raised;
  }
  save_reduced(object, parts->items[0], parts->items[1], parts->items[2], parts->items[3], parts->items[4]);
  return run();
}

void PickleWriter::save_reduced(const Value& object, const Value& callable, const Value& arguments,
                                const Value& state, const Value& list_items, const Value& dict_pairs) {
  kept_.push_back(callable);
  kept_.push_back(arguments);
  kept_.push_back(state);
  kept_.push_back(list_items);
  kept_.push_back(dict_pairs);
  if (!state.is_none()) {
    push(Step::opcode, {}, kBuild);
    push(Step::save, state);
  }
  if (dict_pairs.is(Kind::dict)) push(Step::dict_items, dict_pairs);
  if (list_items.is(Kind::list)) push(Step::list_items, list_items);
  push(Step::reduced, object);
  push(Step::opcode, {}, callable.is_none() ? kNewObject : kReduce);
  push(Step::save, arguments);
  push(Step::save, callable.is_none() ? Value::share(thread_->vm.class_of(object)) : callable);
}

void PickleWriter::end_reduced(const Value& value) {
  if (!knows(value)) {
    memoize(value);
    return;
  }
  // the arguments referred to the object itself: it is there already
  put(kPop);
  put_known(value);
}

void PickleWriter::save_int(std::int64_t number) {
  if (number < INT32_MIN || number > INT32_MAX) {
    save_big_int(BigInt(number));
    return;
  }
  std::string bytes;
  if (number >= 0 && number <= 0xff) {
    bytes.push_back(kInt1);
    append_little_endian(bytes, static_cast<std::uint64_t>(number), 1);
  } else if (number >= 0 && number <= 0xffff) {
    bytes.push_back(kInt2);
    append_little_endian(bytes, static_cast<std::uint64_t>(number), 2);
  } else {
    bytes.push_back(kInt4);
    append_little_endian(bytes, static_cast<std::uint64_t>(number), 4);
  }
  put(bytes);
}

void PickleWriter::save_big_int(const BigInt& number) {
  const std::string digits = bytes_of(number);
  std::string header;
  header.push_back(digits.size() < 256 ? kLong1 : kLong4);
  append_little_endian(header, digits.size(), digits.size() < 256 ? 1 : 4);
  put(header);
  put(digits);
}

void PickleWriter::save_float(double number) {
  std::string bytes(1, kFloat);
  const auto bits = std::bit_cast<std::uint64_t>(number);
  for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(bits >> shift));
  put(bytes);
}

void PickleWriter::save_string(const Value& value) {
  const std::string& text = value.known<String>()->text;
  std::string header;
  const bool is_short = text.size() <= 0xff;
  const bool fits_four = text.size() <= 0xffffffff;
  header.push_back(is_short ? kShortString : fits_four ? kString : kString8);
  append_little_endian(header, text.size(), is_short ? 1 : fits_four ? 4 : 8);
  put_payload(header, text);
  memoize(value);
}

void PickleWriter::save_bytes(const Value& value) {
  const std::string& data = value.known<Bytes>()->data;
  std::string header;
  const bool is_short = data.size() <= 0xff;
  const bool fits_four = data.size() <= 0xffffffff;
  header.push_back(is_short ? kShortBytes : fits_four ? kBytes : kBytes8);
  append_little_endian(header, data.size(), is_short ? 1 : fits_four ? 4 : 8);
  put_payload(header, data);
  memoize(value);
}

void PickleWriter::save_tuple(const Value& value) {
  const std::vector<Value>& items = value.known<Tuple>()->items;
  if (items.empty()) {
    put(kEmptyTuple);
    return;
  }
  if (items.size() > 3) put(kMark);
  push(Step::tuple_end, value);
  for (auto item = items.rbegin(); item != items.rend(); ++item) push(Step::save, *item);
}

void PickleWriter::end_tuple(const Value& value) {
  const std::size_t size = value.known<Tuple>()->items.size();
  if (knows(value)) {
    // an item contains the tuple: it was made there
    if (size > 3) put(kPopMark);
    if (size <= 3) put(std::string(size, kPop));
    put_known(value);
    return;
  }
  static constexpr char kEnds[] = {kEmptyTuple, kTuple1, kTuple2, kTuple3};
  put(size > 3 ? kTuple : kEnds[size]);
  memoize(value);
}

void PickleWriter::save_set(const Value& value) {
  if (value.is(Kind::set)) {
    put(kEmptySet);
    memoize(value);
    push(Step::set_items, value);
    return;
  }
  put(kMark);
  push(Step::frozen_set_end, value);
  const auto& entries = value.known<Set>()->table.entries();
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (!entry->key.empty()) push(Step::save, entry->key);
  }
}

void PickleWriter::end_frozen_set(const Value& value) {
  if (knows(value)) {
    put(kPopMark);
    put_known(value);
    return;
  }
  put(kFrozenSet);
  memoize(value);
}

// A list of one item has no mark; longer ones go in batches of 1000.
void PickleWriter::continue_list(Task& task) {
  const std::vector<Value>& items = task.value.known<List>()->items;
  if (task.position >= items.size()) return;
  if (items.size() == 1) {
    push(Step::opcode, {}, kAppend);
    push(Step::save, items.front());
    return;
  }
  const std::size_t end = std::min(items.size(), task.position + kBatch);
  put(kMark);
  push(Step::list_items, task.value, 0, end);
  push(Step::opcode, {}, kAppends);
  for (std::size_t i = end; i > task.position; --i) push(Step::save, items[i - 1]);
}

void PickleWriter::continue_dict(Task& task) {
  const Table& table = task.value.known<Dict>()->table;
  const auto& entries = table.entries();
  if (table.size() == 1) {
    for (const Table::Entry& entry : entries) {
      if (entry.key.empty() || task.position != 0) continue;
      push(Step::opcode, {}, kSetItem);
      push(Step::save, entry.value);
      push(Step::save, entry.key);
    }
    return;
  }
  std::vector<const Table::Entry*> batch;
  std::size_t at = task.position;
  for (; at < entries.size() && batch.size() < kBatch; ++at) {
    if (!entries[at].key.empty()) batch.push_back(&entries[at]);
  }
  if (batch.empty()) return;
  put(kMark);
  push(Step::dict_items, task.value, 0, at);
  push(Step::opcode, {}, kSetItems);
  for (auto entry = batch.rbegin(); entry != batch.rend(); ++entry) {
    push(Step::save, (*entry)->value);
    push(Step::save, (*entry)->key);
  }
}

void PickleWriter::continue_set(Task& task) {
  const auto& entries = task.value.known<Set>()->table.entries();
  std::vector<const Table::Entry*> batch;
  std::size_t at = task.position;
  for (; at < entries.size() && batch.size() < kBatch; ++at) {
    if (!entries[at].key.empty()) batch.push_back(&entries[at]);
  }
  if (batch.empty()) return;
  put(kMark);
  push(Step::set_items, task.value, 0, at);
  push(Step::opcode, {}, kAddItems);
  for (auto entry = batch.rbegin(); entry != batch.rend(); ++entry) push(Step::save, (*entry)->key);
}

void PickleWriter::push(Step step, Value value, char opcode, std::size_t position) {
  tasks_.push_back(Task{step, opcode, position, std::move(value)});
}

void PickleWriter::put(std::string_view bytes) {
  if (framing_ && frame_start_ < 0) {
    frame_start_ = static_cast<std::int64_t>(output_.size());
    output_.append(kFrameHeader, '\0');
  }
  output_ += bytes;
}

// A payload as long as a frame stands between frames.
void PickleWriter::put_payload(std::string_view header, std::string_view payload) {
  const bool framing = framing_;
  if (payload.size() >= kFrameTarget) {
    close_frame();
    framing_ = false;
  }
  put(header);
  put(payload);
  framing_ = framing;
}

bool PickleWriter::put_known(const Value& value) {
  const auto found = memo_.find(value.bits());
  if (found == memo_.end()) return false;
  std::string bytes;
  const bool fits_one = found->second <= 0xff;
  bytes.push_back(fits_one ? kGet1 : kGet4);
  append_little_endian(bytes, found->second, fits_one ? 1 : 4);
  put(bytes);
  return true;
}

void PickleWriter::memoize(const Value& value) {
  if (!memo_.emplace(value.bits(), static_cast<std::uint32_t>(memo_.size())).second) return;
  kept_.push_back(value);
  put(kMemoize);
}

void PickleWriter::close_frame() {
  if (frame_start_ < 0) return;
  const auto start = static_cast<std::size_t>(std::exchange(frame_start_, -1));
  const std::size_t length = output_.size() - start - kFrameHeader;
  if (length < kSmallestFrame) {
    output_.erase(start, kFrameHeader);
    return;
  }
  std::string header(1, kFrame);
  append_little_endian(header, length, 8);
  output_.replace(start, kFrameHeader, header);
}

}  // namespace forkscope::vm
