#include "core/vm/repr_cost.h"

#include <gtest/gtest.h>

#include "core/vm/objects.h"

namespace forkscope::vm {
namespace {

TEST(ReprCost, WhatIsShortIsNotLong) {
  EXPECT_FALSE(has_long_repr(Value::small_int(7)));
  EXPECT_FALSE(has_long_repr(make_string("red")));
  EXPECT_FALSE(has_long_repr(make_tuple({Value::none(), make_bytes("abc"), make_list({})})));
}

TEST(ReprCost, OneLongPartMakesTheWholeLong) {
  const Value big = make_bytes(std::string(1'000'000, 'x'));
  EXPECT_TRUE(has_long_repr(big));
  EXPECT_TRUE(has_long_repr(make_tuple({Value::small_int(1), big, Value::small_int(2)})));
  EXPECT_TRUE(has_long_repr(make_list({make_tuple({make_string(std::string(600, 'y'))})})));
}

TEST(ReprCost, ManyShortPartsAreLong) {
  EXPECT_TRUE(has_long_repr(make_list(std::vector<Value>(1000, Value::small_int(1)))));
}

TEST(ReprCost, AListInItselfComesToAnEnd) {
  const Value list = make_list({Value::none()});
  list.known<List>()->items.push_back(list);
  EXPECT_TRUE(has_long_repr(list));
  list.known<List>()->items.clear();
}

}  // namespace
}  // namespace forkscope::vm
