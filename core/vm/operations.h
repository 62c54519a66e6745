// What Python operators and protocols mean for the built-in kinds, without running Python code. Where a
// user's special method would have to run (an Instance operand with __add__, __eq__, __repr__, __iter__ ...),
// these return `needs_python` and the interpreter pushes the frame, or delegates to the prelude
// (library/_prelude), which does the same work in Python. All need the GIL.
#pragma once

#include <cstdint>
#include <string>

#include "core/vm/objects.h"
#include "core/vm/operators.h"
#include "core/vm/value.h"

namespace forkscope::vm {

class Vm;
struct PythonThread;

enum class Outcome : std::uint8_t { ok, raised, needs_python, exhausted };

Outcome binary_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                         Value& result);
// As binary, but may change `left` where Python does (list +=).
Outcome in_place_operation(PythonThread& thread, BinaryOperator op, Value& left, const Value& right,
                           Value& result);
Outcome compare_operation(PythonThread& thread, CompareOperator op, const Value& left, const Value& right,
                          Value& result);
Outcome unary_operation(PythonThread& thread, char op, const Value& operand, Value& result);  // '-', '+', '~'
Outcome truth(PythonThread& thread, const Value& value, bool& result);
// As hash_value(), for a key that is looked for in `table` or put there: needs_python also where a key of the
// table has the same hash and says in Python what it is equal to.
Outcome hash_for(PythonThread& thread, const Table& table, const Value& key, std::uint64_t& hash);
Outcome hash_value(PythonThread& thread, const Value& value,
                   std::uint64_t& hash);  // TypeError: unhashable type
// As hash() answers Python code, which may keep the number: where hash_value() goes by where an object lies,
// this goes by its identity, which is the same in a restored state.
Outcome hash_as_told(PythonThread& thread, const Value& value, std::uint64_t& hash);
Outcome equal(PythonThread& thread, const Value& left, const Value& right, bool& result);
Outcome length(PythonThread& thread, const Value& value, std::int64_t& result);
Outcome get_item(PythonThread& thread, const Value& object, const Value& key, Value& result);
Outcome set_item(PythonThread& thread, const Value& object, const Value& key, Value value);
Outcome delete_item(PythonThread& thread, const Value& object, const Value& key);
Outcome contains(PythonThread& thread, const Value& container, const Value& item, bool& result);
// iter() and next() over built-in kinds; a generator or an instance gives needs_python.
Outcome iterate(PythonThread& thread, const Value& iterable, Value& iterator);
// What goes over a dict or one of its views from the newest entry to the oldest.
Value iterate_reversed(const Value& dict, Iterator::Over over);
// How many items are still to come, as far as can be told.
std::int64_t items_left(PythonThread& thread, const Iterator& iterator);
// Whether it can be asked for items, and the words of the TypeError where an __iter__ gave what cannot.
bool is_iterator(const Vm& vm, const Value& value);
std::string not_an_iterator(const Value& value);
Outcome next_of(PythonThread& thread, const Value& iterator, Value& item);  // exhausted at the end

// repr(), str() and format() as CPython prints them; containers included; needs_python if an instance with a
// __repr__,
// __str__ or __format__ of its own is inside.
Outcome repr(PythonThread& thread, const Value& value, std::string& text);
Outcome str(PythonThread& thread, const Value& value, std::string& text);
Outcome format(PythonThread& thread, const Value& value, std::string_view spec, std::string& text);
std::string float_repr(double value);

// Everything `iterable` yields, appended to `items`; for natives that consume iterables. needs_python for
// generators.
Outcome collect(PythonThread& thread, const Value& iterable, std::vector<Value>& items);

// "int", "NoneType", "Queue": the name of the value's type, for messages.
// Operands that an operator knows nothing to do with; `in_place` for `+=` and the like.
Outcome raise_unsupported(PythonThread& thread, BinaryOperator op, bool in_place, const Value& left,
                          const Value& right);
// The name of a value's class, and as messages have it: with the module where CPython has the class in C.
std::string class_name(const Value& value);
// "dict_keys"; of an OrderedDict "odict_keys".
std::string view_name(const View& view);
std::string type_name(const Value& value);
std::string_view iterator_name(Iterator::Over over);

}  // namespace forkscope::vm
