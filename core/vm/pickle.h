// Pickle: objects as bytes, in CPython's format, protocols 0 to 5: written byte for byte as CPython's C
// pickler does for the kinds of value there are here. Both walk the object graph with a stack of their own
// and stop where Python code has to run (a __reduce__, a class's constructor): the caller runs it and
// resumes. Plain data; needs the GIL.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/vm/objects.h"
#include "core/vm/pickle_memo.h"
#include "core/vm/pickle_output.h"

namespace forkscope::vm {

class Vm;
struct PythonThread;

enum class PickleState : std::uint8_t {
  finished,
  raised,        // the exception is in the thread
  needs_python,  // see pending_...
};

// What __reduce__ and its kin answer. Parts that are not there are None.
struct Reduced {
  Value callable,
      arguments;  // callable None: the object's class is made anew with `arguments`, without a call
  Value state, list_items, dict_pairs, state_setter;
};

class PickleWriter {
 public:
  PickleWriter() = default;  // to be filled by visit()
  PickleWriter(PythonThread& thread, int protocol);
  // Which values a pickler of the program is asked about before they are written.
  enum class Asks : std::uint8_t { nothing, unknown, everything };
  void ask_about(Asks which) { asks_ = which; }
  PickleState write(const Value& value);
  // The object whose __reduce_ex__ ... must be asked.
  const Value& pending_object() const { return pending_; }
  int protocol() const { return output_.protocol(); }
  // Whether the pickler is asked about it: None leaves it to the writer, a tuple of one is a persistent id.
  bool is_asking() const { return is_asking_; }
  // What it answered: a tuple of the six parts of Reduced, or a string: a name in its module.
  PickleState resume(PythonThread& thread, const Value& reduced);
  std::string take_bytes() { return output_.finish(); }
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
    char opcode = 0;  // list_items, dict_items: kOneByOne
    std::size_t position = 0;
    Value value;
  };
  PickleState run();
  PickleState perform(Task& task);
  PickleState fail(std::string_view name, std::string message);

  // pickle_writer.cc
  PickleState save_asked(const Task& task);
  bool take_answer(const Value& object, const Value& answer);
  PickleState save(const Value& value);
  PickleState save_object(const Value& value);
  PickleState save_text(const Value& value);
  PickleState save_bytes(const Value& value);

  // pickle_containers.cc
  void save_list(const Value& value);
  void save_dict(const Value& value);
  void save_tuple(const Value& value);
  PickleState save_set(const Value& value);
  void continue_list(Task& task);
  void continue_dict(Task& task);
  void continue_set(Task& task);
  void save_pairs_one_by_one(const Table& table);
  void end_tuple(const Value& value);
  void end_frozen_set(const Value& value);

  // pickle_objects.cc
  PickleState save_native_method(const Value& value);
  PickleState save_named(const Value& value, std::string_view module, std::string_view name);
  PickleState save_instance(const Value& value);
  PickleState save_reduced(const Value& object, Reduced reduced);
  bool save_new_object(const Value& object, const Reduced& reduced);
  void end_reduced(const Value& value);

  void push(Step step, Value value = {}, char opcode = 0, std::size_t position = 0);
  bool put_known(const Value& value);  // refers to a value that is in the memo
  void memoize(const Value& value);
  bool knows(const Value& value) const { return memo_.find(value.bits()).has_value(); }

  PythonThread* thread_ = nullptr;
  PickleOutput output_;
  PickleMemo memo_;
  std::vector<Value> kept_;  // made on the way; their addresses must not be used again
  std::vector<Task> tasks_;
  Value pending_;
  Asks asks_ = Asks::nothing;
  bool is_asking_ = false;
};

class PickleReader {
 public:
  PickleReader() = default;  // to be filled by visit()
  // `data` is a Bytes value.
  PickleReader(PythonThread& thread, Value data, std::string encoding = "ASCII");
  // Called with the names of what is looked up, and with persistent ids; empty: done here.
  void ask(Value find_class, Value persistent_load);
  PickleState read();
  const Value& pending_callable() const { return pending_callable_; }
  const std::vector<Value>& pending_arguments() const { return pending_arguments_; }
  PickleState resume(PythonThread& thread, Value result);
  Value take_value() { return std::move(result_); }
  // How many bytes it has read.
  std::size_t position() const { return position_; }
  // Its fields; the thread is set again by resume().
  void visit(StateVisitor& state);

 private:
  PickleState step(unsigned char opcode);
  PickleState step_collection(unsigned char opcode);
  PickleState step_object(unsigned char opcode);
  PickleState step_memo(unsigned char opcode);
  PickleState step_text(unsigned char opcode);
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
  PickleState push_int_text();
  PickleState push_long_text();
  PickleState push_float_text();
  PickleState push_unicode_text();
  PickleState push_quoted_text();
  PickleState push_old_string(std::string_view bytes);
  PickleState push_tuple(std::size_t count);
  PickleState items_since_mark(std::vector<Value>& items);
  PickleState append(std::vector<Value> items);
  PickleState set_pairs(std::vector<Value> items);
  PickleState add_items(std::vector<Value> items);
  PickleState load_persistent(Value id);
  PickleState push_global(std::string_view module, std::string_view name);
  PickleState stack_global();
  PickleState reduce();
  PickleState instance(bool class_on_stack);
  PickleState unknown_extension(unsigned char opcode);
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
  std::string encoding_;  // of Python 2's strings
  std::vector<Value> stack_;
  std::vector<std::size_t> marks_;
  std::vector<Value> memo_;
  bool stopped_ = false;
  bool keep_result_ = true;
  Value pending_callable_;
  std::vector<Value> pending_arguments_;
  Value result_;
  Value find_class_, persistent_load_;
};

// The value that `module`.`name` (dotted) is now; empty if the module is not loaded or has no such name.
Value find_named(Vm& vm, std::string_view module, std::string_view name);
// Module and name as Python 2 had them, and back.
std::pair<std::string_view, std::string_view> old_global_name(Vm& vm, std::string_view module,
                                                              std::string_view name);
std::pair<std::string_view, std::string_view> new_global_name(std::string_view module, std::string_view name);
// Raises an exception of class `name` of module _pickle.
void raise_pickle_error(PythonThread& thread, std::string_view name, std::string message);
// A dict with what an instance's attributes are now.
Value dict_of_attributes(const Table& attributes);
// What makes an exception anew: its arguments, and what a program has set on it besides (None if nothing).
Value exception_arguments(const Exception& exception);
Value exception_state(const Exception& exception);
// Whether instances of `type` have a special method of their own making (not of a built-in class).
bool class_defines(const Class& type, std::string_view name);

}  // namespace forkscope::vm
