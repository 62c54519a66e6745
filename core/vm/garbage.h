// Garbage: objects that only they themselves still lead to, found as CPython's collector finds them. Of all
// objects that hold others (heap.h knows where they lie) the references that come from such objects are
// subtracted from their counts; what has some left is held from outside (a frame, a Vm, a value in C++), and
// all that it leads to is in use. The rest is garbage. A reference that is not visited keeps its object in
// use; so natives need only name what they hold, and nothing that they do not (StateVisitor::counts()).
//
// Needs the GIL, and that no object is being freed; blocks nowhere and runs no Python code.
#pragma once

#include <cstdint>
#include <vector>

#include "core/vm/value.h"

namespace forkscope::vm {

class Vm;
struct Class;

// The garbage of this Vm: where several live in one process of the system, none whose end another one could
// notice.
std::vector<Value> find_garbage(const Vm& vm);
// Takes out of it what `from` leads to, in the order in which it does.
std::vector<Value> take_reached(std::vector<Value>& garbage, const std::vector<Value>& from);
// Leaves only those that still nobody else leads to. `garbage` holds each of them, once.
void keep_unreachable(std::vector<Value>& garbage);
// Takes it apart.
void free_garbage(std::vector<Value> garbage);

// Frees what nobody can notice, of a simulated process without letting go of anything in the kernel. What
// has an end of its own or is observed stays, with what it leads to; where nothing else holds it any more,
// Vm::unreachable does. How many objects went, as CPython counts.
std::int64_t free_silent_garbage(Vm& vm);

// Of how many objects CPython's collector would speak: a class has a dict, a tuple of its bases ...
std::int64_t collector_count(const std::vector<Value>& garbage);
// The same of a class whose last reference has gone, with what goes with it: CPython's hold themselves.
std::int64_t count_going(Class& type);
// Whether CPython's collector knows such an object at all.
bool is_collected(const Value& value);

}  // namespace forkscope::vm
