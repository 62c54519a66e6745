// SetSlots: where CPython 3.11 would hold a set's items, which is the order it yields them in: slots with
// open addressing, dummies where items were, and the place the next pop() begins at. It searches nothing; the
// set's table does. Owned by its Set; needs the GIL; blocks nowhere.
#pragma once

#include <vector>

#include "core/vm/heap.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

class SetSlots {
 public:
  SetSlots() : slots_(kSmallest) {}
  std::size_t used() const { return used_; }
  std::size_t next_pop() const { return next_pop_; }
  void set_next_pop(std::size_t slot) { next_pop_ = slot; }

  // A key that is not there yet.
  void add(const Value& key, std::uint64_t hash);
  // A key that is there, or one equal to it.
  void remove(const Value& key, std::uint64_t hash);
  // Takes away what the set's pop() does; it is as an entry of the table. Only where there is one.
  Table::Entry pop();
  // Makes room before `count` items of another container are added.
  void make_room(std::size_t count);
  // What is done after a difference in place.
  void drop_many_dummies();
  // All items of `other` into slots that never held any; see make_room().
  void fill_from(const SetSlots& other);
  // In the order of iteration: each(key, hash).
  template <class Each>
  void each(Each&& each) const {
    for (const Slot& slot : slots_)
      if (!slot.key.empty()) each(slot.key, slot.hash);
  }
  std::vector<Value> places() const {
    std::vector<Value> keys;
    keys.reserve(slots_.size());
    for (const Slot& slot : slots_) keys.push_back(slot.key);
    return keys;
  }
  bool is_untouched() const { return fill_ == 0; }
  // Keys are written as their positions in the set's table, whose entries come first.
  void visit(StateVisitor& state, const Table& table);

 private:
  static constexpr std::size_t kSmallest = 8;
  static constexpr std::uint64_t kDummy = ~std::uint64_t{0};  // no key has this hash
  struct Slot {
    Value key;  // empty: free or a dummy
    std::uint64_t hash = 0;
    bool is_free() const { return key.empty() && hash != kDummy; }
  };
  using Slots = std::vector<Slot, HeapAllocator<Slot>>;

  // Where a new key goes: the last dummy in its way, if there is one, or the free slot behind.
  std::size_t place_of_new(std::uint64_t hash) const;
  bool is_full(std::size_t fill) const { return fill * 5 >= (slots_.size() - 1) * 3; }
  static void place(Slots& slots, const Value& key, std::uint64_t hash);
  void resize(std::size_t more_than);
  std::size_t size_after_growth() const { return used_ > 50000 ? used_ * 2 : used_ * 4; }

  Slots slots_;
  std::size_t used_ = 0;
  std::size_t fill_ = 0;  // with the dummies
  std::size_t next_pop_ = 0;
};

}  // namespace forkscope::vm
