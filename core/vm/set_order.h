// The order in which CPython 3.11's set yields numbers and tuples of them, whose hashes it computes from
// their values. Our tables keep insertion order; programs that print a set of numbers expect CPython's. Other
// items come in any order in CPython, and in that of insertion here.
//
// Where nothing was ever taken away or merged, the order follows from the insertions and is found out when it
// is asked for. Otherwise the set has slots (set_slots.h). What is added need not tell them; what takes away,
// merges or copies has to go by the functions here. All need the GIL and block nowhere.
#pragma once

#include <vector>

#include "core/vm/objects.h"

namespace forkscope::vm {

std::vector<Value> set_items(Set& set);
// The same with empty ones where nothing lies: their positions stay while only items change.
std::vector<Value> set_places(Set& set);
// The slots, if it has any, know all its items from now on, as they do once the set was looked at.
void tell_slots(Set& set);

// False: it was not there.
bool erase_item(Set& set, const Value& key, std::uint64_t hash);
// Only where there is an item.
Value pop_item(Set& set);
void clear_items(Set& set);
// Another set's items, or as many as are about to be added one by one out of a dict.
void add_items(Set& set, Set& other);
void expect_items(Set& set, std::size_t count);
void subtract_items(Set& set, Set& other);
void toggle_items(Set& set, Set& other);  // symmetric difference
void keep_items(Set& set, Set& other);    // intersection

// Into a set without items.
void fill_with_difference(Set& made, Set& left, Set& right);
void fill_with_intersection(Set& made, Set& left, Set& right);
// What `made` has becomes all that `set` has.
void replace_items(Set& set, Set& made);

}  // namespace forkscope::vm
