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

// Whether a class of this process has had a __del__, or a weak reference a callback: then the end of the
// process lets go of what the program holds.
inline constinit bool finalizers_exist = false;

// An object of a class of the program or the library, without its __init__.
Value make_instance(const Value& its_class);

// The object's count reached 0. False: it lives on until its __del__ has run. kHasFinalizer is set for objects
// with a __del__ that was not called yet, and for generators with try or with statements.
bool may_end(Object* object);

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

}  // namespace forkscope::vm
