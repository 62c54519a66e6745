// Pickle: objects as bytes, in CPython's format: protocol 4 is written, byte for byte as CPython's C pickler
// does for the kinds of value there are here; protocols 2 to 5 are read. Both walk the object graph with a
// stack of their own and stop where Python code has to run (a __reduce__, a class's constructor): the caller
// runs it and resumes. Plain data; needs the GIL.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/vm/objects.h"

namespace forkscope::vm {

class Vm;
struct PythonThread;

enum class PickleState : std::uint8_t {
  finished,
  raised,        // the exception is in the thread
  needs_python,  // see pending_...
};

class PickleWriter {
 public:
  PickleWriter() = default;  // to be filled by visit()
  PickleWriter(PythonThread& thread, int protocol);
  PickleState write(const Value& value);
  // The object whose __reduce_ex__ ... must be asked.
  const Value& pending_object() const { return pending_; }
  // What it answered: (callable, arguments, state, list items, dict pairs), each part None where there is
  // none; callable None: the object's class is made anew with `arguments`, without calling it. Or a string: a
  // name in its module.
  PickleState resume(PythonThread& thread, const Value& reduced);
  std::string take_bytes() { return std::move(output_); }
  // Its fields; the thread is set again by resume().
  void visit(StateVisitor& state);

 private:
  enum class Step : std::uint8_t {
    save,
    opcode,
    memoize,
    tuple_end,
    frozen_set_end,
    list_items,
    dict_items,
    set_items,
    reduced
  };
  struct Task {
    Step step;
    char opcode = 0;
    std::size_t position = 0;
    Value value;
  };
  PickleState run();
  PickleState perform(Task& task);
  PickleState save(const Value& value);
  PickleState save_object(const Value& value);
  PickleState save_named(const Value& value, std::string_view module, std::string_view name);
  PickleState save_instance(const Value& value);
  void save_reduced(const Value& object, const Value& callable, const Value& arguments, const Value& state,
                    const Value& list_items, const Value& dict_pairs);
  void save_int(std::int64_t number);
  void save_big_int(const BigInt& number);
  void save_float(double number);
  void save_string(const Value& value);
  void save_bytes(const Value& value);
  void save_tuple(const Value& value);
  void save_set(const Value& value);
  void continue_list(Task& task);
  void continue_dict(Task& task);
  void continue_set(Task& task);
  void end_tuple(const Value& value);
  void end_frozen_set(const Value& value);
  void end_reduced(const Value& value);
  void push(Step step, Value value = {}, char opcode = 0, std::size_t position = 0);
  void put(char byte) { put(std::string_view(&byte, 1)); }
  void put(std::string_view bytes);
  void put_number(std::uint64_t number, int bytes);
  void put_payload(std::string_view header, std::string_view payload);
  bool put_known(const Value& value);  // refers to a value that is in the memo
  void memoize(const Value& value);
  void close_frame();
  bool knows(const Value& value) const { return memo_.contains(value.bits()); }

  PythonThread* thread_ = nullptr;
  std::string output_;
  std::int64_t frame_start_ = -1;
  bool framing_ = false;
  std::unordered_map<std::uintptr_t, std::uint32_t> memo_;
  std::vector<Value> kept_;  // made on the way; their addresses must not be used again
  std::vector<Task> tasks_;
  Value pending_;
};

class PickleReader {
 public:
  PickleReader() = default;  // to be filled by visit()
  // `data` is a Bytes value.
  PickleReader(PythonThread& thread, Value data);
  PickleState read();
  const Value& pending_callable() const { return pending_callable_; }
  const std::vector<Value>& pending_arguments() const { return pending_arguments_; }
  PickleState resume(PythonThread& thread, Value result);
  Value take_value() { return std::move(result_); }
  // Its fields; the thread is set again by resume().
  void visit(StateVisitor& state);

 private:
  PickleState step(unsigned char opcode);
  PickleState step_collection(unsigned char opcode);
  PickleState step_object(unsigned char opcode);
  PickleState step_memo(unsigned char opcode);
  PickleState fail(std::string message);
  PickleState call(Value callable, std::vector<Value> arguments, bool keep_result);
  PickleState call_helper(std::string_view name, std::vector<Value> arguments, bool keep_result);
  bool take(std::uint64_t count, std::string_view& bytes);  // false: cut short, raised
  bool number(int bytes, std::uint64_t& value);
  bool line(std::string_view& text);
  PickleState push_int_of(int bytes, bool is_signed);
  PickleState push_long(int length_bytes);
  PickleState push_float();
  PickleState push_string(int length_bytes);
  PickleState push_bytes(int length_bytes);
  PickleState push_tuple(std::size_t count);
  PickleState items_since_mark(std::vector<Value>& items);
  PickleState append(std::vector<Value> items);
  PickleState set_pairs(std::vector<Value> items);
  PickleState add_items(std::vector<Value> items);
  PickleState push_global(std::string_view module, std::string_view name);
  PickleState stack_global();
  PickleState reduce();
  PickleState new_object(bool with_keywords);
  PickleState build();
  PickleState remember(std::uint64_t index);
  PickleState recall(std::uint64_t index);
  bool has(std::size_t count);
  Value pop();

  PythonThread* thread_ = nullptr;
  Value data_;
  std::string_view text_;
  std::size_t position_ = 0;
  int protocol_ = 0;
  std::vector<Value> stack_;
  std::vector<std::size_t> marks_;
  std::vector<Value> memo_;
  bool stopped_ = false;
  bool keep_result_ = true;
  Value pending_callable_;
  std::vector<Value> pending_arguments_;
  Value result_;
};

// The value that `module`.`name` (dotted) is now; empty if the module is not loaded or has no such name.
Value find_named(Vm& vm, std::string_view module, std::string_view name);
// Raises an exception of class `name` of module _pickle.
void raise_pickle_error(PythonThread& thread, std::string_view name, std::string message);
// A dict with what an instance's attributes are now.
Value dict_of_attributes(const Table& attributes);
// Whether instances of `type` have a special method of their own making (not of a built-in class).
bool class_defines(const Class& type, std::string_view name);

}  // namespace forkscope::vm
