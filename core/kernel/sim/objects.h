// SimObjects: the objects of one kind in a simulated world, by id. It notes which of them were looked for or
// changed, so that whoever does a move knows on which ones that depends. Owned by the world; any thread, one
// at a time.
#pragma once

#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>

#include "core/base/ids.h"

namespace forkscope::kernel {

// Of a few elements each, which are written out and read back at many steps of a search: in one piece of
// memory. What is added or taken out moves the others.
template <typename Key, typename Element>
using SimMap = boost::container::flat_map<Key, Element>;
template <typename Key>
using SimSet = boost::container::flat_set<Key>;

// Takes out what `is_used(id, element)` says no of.
template <typename Element, typename IsUsed>
void keep_used(SimMap<base::ObjectId, Element>& all, const IsUsed& is_used) {
  for (auto at = all.begin(); at != all.end();) at = is_used(at->first, at->second) ? at + 1 : all.erase(at);
}

template <typename Element>
class SimObjects {
 public:
  using Map = SimMap<base::ObjectId, Element>;

  auto find(base::ObjectId id) {
    touched_.insert(id);
    return all_.find(id);
  }
  auto find(base::ObjectId id) const {
    touched_.insert(id);
    return all_.find(id);
  }
  auto end() { return all_.end(); }
  auto end() const { return all_.end(); }
  Element& operator[](base::ObjectId id) {
    touched_.insert(id);
    return all_[id];
  }
  // Not noted: for what the world says of all of them.
  const Map& all() const { return all_; }
  // Not noted either: to put in others.
  Map& all() { return all_; }

  const SimSet<base::ObjectId>& touched() const { return touched_; }
  void touch(const SimSet<base::ObjectId>& ids) { touched_.insert(ids.begin(), ids.end()); }
  void forget_touched() { touched_.clear(); }

 private:
  Map all_;
  mutable SimSet<base::ObjectId> touched_;
};

}  // namespace forkscope::kernel
