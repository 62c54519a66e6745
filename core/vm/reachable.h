// Reachable: which objects lead where, over all fields of all kinds (state_fields.h). Needs the GIL; blocks
// nowhere.
#pragma once

#include <vector>

#include "core/base/ids.h"
#include "core/vm/object_numbers.h"

namespace forkscope::vm {

class ImportedPart;
class Vm;

// Everything that `roots` lead to, without texts, numbers, codes and what is behind `spared`.
std::vector<Value> reachable_from(std::vector<Value>& roots, const std::vector<Value>& spared);
// The same from `roots` and from the fields of `inner`, which are among `spared`; that is left as it was.
std::vector<Value> reachable_beyond(ObjectNumbers& spared, const std::vector<Object*>& inner,
                                    std::vector<Value>& roots);

// The objects that other threads than `self` can reach: through modules, or from their own frames, with what
// every Vm begins with. Valid until somebody changes one of them.
class ReachableByOthers {
 public:
  // Where `imported` is not null, what is imported is as it remembers: that needs no walk.
  ReachableByOthers(const Vm& vm, base::ThreadId self, const ImportedPart* imported);
  // Of texts, numbers and codes the answer means nothing.
  bool contains(const Object* object) const {
    return object->base_number != 0 || walked_.contains(object) ||
           (imported_ != nullptr && imported_->contains(object));
  }

 private:
  const ObjectNumbers* imported_;
  ObjectNumbers walked_;
};

}  // namespace forkscope::vm
