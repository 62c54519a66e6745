#include <bit>

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

constexpr int kNewestProtocol = 5;
// Of the stack and the memo of a small object.
constexpr std::size_t kUsualDepth = 16;

Value int_from(std::string_view bytes) {
  if (bytes.empty()) return make_int(0);
  const bool negative = (static_cast<unsigned char>(bytes.back()) & 0x80) != 0;
  std::string digits(bytes);
  if (negative) {
    for (char& byte : digits) byte = static_cast<char>(~byte);
  }
  BigInt number;
  boost::multiprecision::import_bits(number, reinterpret_cast<const unsigned char*>(digits.data()),
                                     reinterpret_cast<const unsigned char*>(digits.data() + digits.size()), 8,
                                     false);
  return make_int(negative ? BigInt(-number - 1) : number);
}

// UTF-8, lone surrogates in their 3-byte form included.
bool is_valid_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xc2 ? 0
                               : first < 0xe0 ? 2
                               : first < 0xf0 ? 3
                               : first < 0xf5 ? 4
                                              : 0;
    if (length == 0 || length > text.size() - i) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return false;
    }
    const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    if ((first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90) ||
        (first == 0xf4 && second > 0x8f))
      return false;
    i += length;
  }
  return true;
}

}  // namespace

PickleReader::PickleReader(PythonThread& thread, Value data, std::string encoding)
    : thread_(&thread), data_(std::move(data)), encoding_(std::move(encoding)) {
  text_ = data_.known<Bytes>()->data;
  stack_.reserve(kUsualDepth);
  memo_.reserve(kUsualDepth);
}

void PickleReader::ask(Value find_class, Value persistent_load) {
  find_class_ = std::move(find_class);
  persistent_load_ = std::move(persistent_load);
}

PickleState PickleReader::read() {
  while (!stopped_) {
    if (position_ >= text_.size()) {
      raise_in(*thread_, "EOFError", "Ran out of input");
      return PickleState::raised;
    }
    const PickleState state = step(static_cast<unsigned char>(text_[position_++]));
    if (state != PickleState::finished) return state;
  }
  return PickleState::finished;
}

PickleState PickleReader::resume(PythonThread& thread, Value result) {
  thread_ = &thread;
  if (keep_result_) stack_.push_back(std::move(result));
  return read();
}

PickleState PickleReader::fail(std::string message) {
  raise_pickle_error(*thread_, "UnpicklingError", std::move(message));
  return PickleState::raised;
}

PickleState PickleReader::call(Value callable, std::vector<Value> arguments, bool keep_result) {
  pending_callable_ = std::move(callable);
  pending_arguments_ = std::move(arguments);
  keep_result_ = keep_result;
  return PickleState::needs_python;
}

PickleState PickleReader::call_helper(std::string_view name, std::vector<Value> arguments, bool keep_result) {
  Value helper = find_named(thread_->vm, "pickle", name);
  if (helper.empty()) return fail("module pickle is not loaded");
  return call(std::move(helper), std::move(arguments), keep_result);
}

bool PickleReader::take(std::uint64_t count, std::string_view& bytes) {
  if (count > text_.size() - position_) {
    constexpr std::uint64_t kMost = INT64_MAX;
    fail(count > kMost - position_ ? "read would overflow (invalid bytecode)" : "pickle data was truncated");
    return false;
  }
  bytes = text_.substr(position_, count);
  position_ += count;
  return true;
}

bool PickleReader::number(int bytes, std::uint64_t& value) {
  std::string_view taken;
  if (!take(static_cast<std::uint64_t>(bytes), taken)) return false;
  value = 0;
  for (std::size_t i = taken.size(); i > 0; --i)
    value = value << 8 | static_cast<unsigned char>(taken[i - 1]);
  return true;
}

bool PickleReader::line(std::string_view& text) {
  const std::size_t end = text_.find('\n', position_);
  if (end == std::string_view::npos) {
    fail("pickle data was truncated");
    return false;
  }
  text = text_.substr(position_, end - position_);
  position_ = end + 1;
  return true;
}

bool PickleReader::has(std::size_t count) {
  const std::size_t fence = marks_.empty() ? 0 : marks_.back();
  if (stack_.size() >= fence + count) return true;
  fail(marks_.empty() ? "unpickling stack underflow" : "unexpected MARK found");
  return false;
}

Value PickleReader::pop() {
  Value value = std::move(stack_.back());
  stack_.pop_back();
  return value;
}

PickleState PickleReader::step(unsigned char opcode) {
  std::uint64_t value = 0;
  std::string_view frame;
  switch (static_cast<char>(opcode)) {
    case kProtocol:
      if (!number(1, value)) return PickleState::raised;
      if (value > kNewestProtocol) {
        raise_in(*thread_, "ValueError", "unsupported pickle protocol: " + std::to_string(value));
        return PickleState::raised;
      }
      protocol_ = static_cast<int>(value);
      return PickleState::finished;
    case kFrame:
      if (!number(8, value)) return PickleState::raised;
      if (!take(value, frame)) return PickleState::raised;
      position_ -= value;
      return PickleState::finished;
    case kStop:
      if (!has(1)) return PickleState::raised;
      result_ = pop();
      stopped_ = true;
      return PickleState::finished;
    case kNone:
      stack_.push_back(Value::none());
      return PickleState::finished;
    case kTrue:
      stack_.push_back(Value::boolean(true));
      return PickleState::finished;
    case kFalse:
      stack_.push_back(Value::boolean(false));
      return PickleState::finished;
    case kInt1:
      return push_int_of(1, false);
    case kInt2:
      return push_int_of(2, false);
    case kInt4:
      return push_int_of(4, true);
    case kLong1:
      return push_long(1);
    case kLong4:
      return push_long(4);
    case kFloat:
      return push_float();
    case kShortString:
      return push_string(1);
    case kString:
      return push_string(4);
    case kString8:
      return push_string(8);
    case kShortBytes:
      return push_bytes(1);
    case kBytes:
      return push_bytes(4);
    case kBytes8:
      return push_bytes(8);
    default:
      return step_collection(opcode);
  }
}

PickleState PickleReader::push_int_of(int bytes, bool is_signed) {
  std::uint64_t value = 0;
  if (!number(bytes, value)) return PickleState::raised;
  stack_.push_back(is_signed ? make_int(static_cast<std::int32_t>(value))
                             : make_int(static_cast<std::int64_t>(value)));
  return PickleState::finished;
}

PickleState PickleReader::push_long(int length_bytes) {
  std::uint64_t length = 0;
  std::string_view bytes;
  if (!number(length_bytes, length)) return PickleState::raised;
  if (length > INT32_MAX) return fail("LONG pickle has negative byte count");
  if (!take(length, bytes)) return PickleState::raised;
  stack_.push_back(int_from(bytes));
  return PickleState::finished;
}

PickleState PickleReader::push_float() {
  std::string_view bytes;
  if (!take(8, bytes)) return PickleState::raised;
  std::uint64_t bits = 0;
  for (const char byte : bytes) bits = bits << 8 | static_cast<unsigned char>(byte);
  stack_.push_back(make_float(std::bit_cast<double>(bits)));
  return PickleState::finished;
}

PickleState PickleReader::push_string(int length_bytes) {
  std::uint64_t length = 0;
  std::string_view bytes;
  if (!number(length_bytes, length) || !take(length, bytes)) return PickleState::raised;
  if (!is_valid_text(bytes)) {
    return call_helper("_decode", {make_bytes(std::string(bytes)), make_string("utf-8")}, true);
  }
  stack_.push_back(make_string(bytes));
  return PickleState::finished;
}

PickleState PickleReader::push_bytes(int length_bytes) {
  std::uint64_t length = 0;
  std::string_view bytes;
  if (!number(length_bytes, length) || !take(length, bytes)) return PickleState::raised;
  stack_.push_back(make_bytes(std::string(bytes)));
  return PickleState::finished;
}

PickleState PickleReader::push_tuple(std::size_t count) {
  if (!has(count)) return PickleState::raised;
  std::vector<Value> items(std::make_move_iterator(stack_.end() - static_cast<std::ptrdiff_t>(count)),
                           std::make_move_iterator(stack_.end()));
  stack_.erase(stack_.end() - static_cast<std::ptrdiff_t>(count), stack_.end());
  stack_.push_back(make_tuple(std::move(items)));
  return PickleState::finished;
}

PickleState PickleReader::items_since_mark(std::vector<Value>& items) {
  if (marks_.empty()) return fail("could not find MARK");
  const std::size_t mark = marks_.back();
  marks_.pop_back();
  if (stack_.size() < mark) return fail("unpickling stack underflow");
  items.assign(std::make_move_iterator(stack_.begin() + static_cast<std::ptrdiff_t>(mark)),
               std::make_move_iterator(stack_.end()));
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(mark), stack_.end());
  return PickleState::finished;
}

PickleState PickleReader::step_collection(unsigned char opcode) {
  std::vector<Value> items;
  const char code = static_cast<char>(opcode);
  switch (code) {
    case kMark:
      marks_.push_back(stack_.size());
      return PickleState::finished;
    case kPop:
      if (!marks_.empty() && marks_.back() == stack_.size()) {
        marks_.pop_back();
        return PickleState::finished;
      }
      if (!has(1)) return PickleState::raised;
      stack_.pop_back();
      return PickleState::finished;
    case kPopMark:
      return items_since_mark(items);
    case kDuplicate:
      if (!has(1)) return PickleState::raised;
      stack_.push_back(Value(stack_.back()));
      return PickleState::finished;
    case kEmptyList:
      stack_.push_back(make_list({}));
      return PickleState::finished;
    case kEmptyDict:
      stack_.push_back(make_dict());
      return PickleState::finished;
    case kEmptySet:
      stack_.push_back(Value::adopt(new Set()));
      return PickleState::finished;
    case kEmptyTuple:
      return push_tuple(0);
    case kTuple1:
      return push_tuple(1);
    case kTuple2:
      return push_tuple(2);
    case kTuple3:
      return push_tuple(3);
    case kAppend:
      if (!has(2)) return PickleState::raised;
      items.push_back(pop());
      return append(std::move(items));
    case kSetItem:
      if (!has(3)) return PickleState::raised;
      items.resize(2);
      items[1] = pop();
      items[0] = pop();
      return set_pairs(std::move(items));
    case kAppends:
    case kSetItems:
    case kAddItems:
    case kTuple:
    case kList:
    case kDict:
    case kFrozenSet:
      break;
    default:
      return step_memo(opcode);
  }
  if (items_since_mark(items) == PickleState::raised) return PickleState::raised;
  if (code == kTuple) {
    stack_.push_back(make_tuple(std::move(items)));
    return PickleState::finished;
  }
  if (code == kList) stack_.push_back(make_list({}));
  if (code == kDict) stack_.push_back(make_dict());
  if (code == kFrozenSet) return call_helper("_frozen_set", {make_list(std::move(items))}, true);
  if (!has(1)) return PickleState::raised;
  if (code == kAppends || code == kList) return append(std::move(items));
  if (code == kSetItems || code == kDict) return set_pairs(std::move(items));
  return add_items(std::move(items));
}

PickleState PickleReader::append(std::vector<Value> items) {
  const Value target = stack_.back();
  if (!target.is(Kind::list)) return call_helper("_extend", {target, make_list(std::move(items))}, false);
  auto& list = target.known<List>()->items;
  list.insert(list.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
  return PickleState::finished;
}

PickleState PickleReader::set_pairs(std::vector<Value> items) {
  const Value target = stack_.back();
  if (items.size() % 2 != 0) return fail("odd number of items for SETITEMS");
  if (!target.is(Kind::dict)) return call_helper("_set_pairs", {target, make_list(std::move(items))}, false);
  Table& table = target.known<Dict>()->table;
  for (std::size_t i = 0; i < items.size(); i += 2) {
    std::uint64_t hash = 0;
    if (hash_for(*thread_, table, items[i], hash) != Outcome::ok) {
      if (!thread_->raised.empty()) return PickleState::raised;
      return call_helper("_set_pairs", {target, make_list(std::move(items))}, false);
    }
    table.set(items[i], hash, items[i + 1]);
  }
  return PickleState::finished;
}

PickleState PickleReader::add_items(std::vector<Value> items) {
  const Value target = stack_.back();
  if (!target.is(Kind::set)) return call_helper("_add_items", {target, make_list(std::move(items))}, false);
  Table& table = target.known<Set>()->table;
  for (const Value& item : items) {
    std::uint64_t hash = 0;
    if (hash_for(*thread_, table, item, hash) != Outcome::ok) {
      if (!thread_->raised.empty()) return PickleState::raised;
      return call_helper("_add_items", {target, make_list(std::move(items))}, false);
    }
    table.set(item, hash, Value());
  }
  return PickleState::finished;
}

PickleState PickleReader::step_memo(unsigned char opcode) {
  std::uint64_t index = 0;
  switch (static_cast<char>(opcode)) {
    case kMemoize:
      return remember(memo_.size());
    case kPut1:
      return number(1, index) ? remember(index) : PickleState::raised;
    case kPut4:
      return number(4, index) ? remember(index) : PickleState::raised;
    case kGet1:
      return number(1, index) ? recall(index) : PickleState::raised;
    case kGet4:
      return number(4, index) ? recall(index) : PickleState::raised;
    default:
      return step_text(opcode);
  }
}

PickleState PickleReader::remember(std::uint64_t index) {
  if (!has(1)) return PickleState::raised;
  if (index > text_.size()) return fail("memo key of a value that cannot be there");
  while (index >= memo_.size()) memo_.emplace_back();
  memo_[index] = stack_.back();
  return PickleState::finished;
}

PickleState PickleReader::recall(std::uint64_t index) {
  if (index >= memo_.size() || memo_[index].empty()) {
    return fail("Memo value not found at index " + std::to_string(index));
  }
  stack_.push_back(memo_[index]);
  return PickleState::finished;
}

}  // namespace forkscope::vm
