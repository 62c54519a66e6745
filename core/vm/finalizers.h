// What is to be done when objects die: their __del__, and the weak references to them with their callbacks.
// Nothing runs while an object is being destroyed: it is kept, and before the next call of the thread the
// interpreter runs what waits here. The GIL guards everything; one a process.
#pragma once

#include <vector>

#include "core/vm/objects.h"

namespace forkscope::vm {

// Whether take_finalizers() has something to give; read before every call.
inline constinit bool finalizers_wait = false;

// A callable and what it is to be called with; None: a generator that is to be closed.
struct Finalizer {
  Value callable, argument;
};
std::vector<Finalizer> take_finalizers();
// The callable is called with the argument before the next call of a thread.
void call_soon(Value callable, Value argument);

// Whether a class of this process has had a __del__, or a weak reference a callback: then the end of the
// process lets go of what the program holds.
inline constinit bool finalizers_exist = false;

// An object of a class of the program or the library, without its __init__.
Value make_instance(const Value& its_class);

// The object's count reached 0. False: it lives on until its __del__ has run. kHasFinalizer is set for
// objects with a __del__ that was not called yet, and for generators with try or with statements.
bool may_end(Object* object);
// From now on it has a __del__ that was not called yet. Generators only have the flag.
void note_finalizer(Object& object);
// So many that it is time to see whether some of them are garbage (collector.h); it was done.
bool finalizers_are_many();
void finalizers_were_looked_through();
// All objects that have one, but generators, come to their end without it: their state was replaced.
void forget_finalizers();
// Those that have one, in the order in which they were noted.
std::vector<Object*> with_finalizer();

// Whether an object that goes would have something called: a __del__, a callback of a weak reference to it.
bool has_ends();

// Clears the weak references to what is found to be garbage. What is to be called before it may go: the
// callbacks of those that are not garbage themselves, then what its objects end with, in the order in which
// they were made.
std::vector<Finalizer> end_garbage(const std::vector<Value>& garbage);

// A reference that does not keep its target.
struct WeakReference final : Native<WeakReference> {
  using Native::Native;
  ~WeakReference() override;
  void visit(StateVisitor& state) override;
  // Null once the target is gone.
  Object* target = nullptr;
  Value callback;  // empty = none
};
void observe(WeakReference& reference, Object* target);
std::vector<WeakReference*> observers_of(const Object& target);

}  // namespace forkscope::vm
