#include <gtest/gtest.h>

#include "core/vm/objects.h"

namespace forkscope::vm {
namespace {

Value make_class(const char* name, std::vector<Value> bases) {
  auto* type = new Class(name);
  Value made = Value::adopt(type);
  type->bases = std::move(bases);
  EXPECT_TRUE(finish_class(*type));
  return made;
}

std::string order_of(const Value& type) {
  std::string names;
  for (const Class* place : type.as<Class>()->resolution_order) names += place->name;
  return names;
}

TEST(FinishClass, OrdersADiamondAsC3Does) {
  const Value object = make_class("O", {});
  const Value a = make_class("A", {object}), b = make_class("B", {a}), c = make_class("C", {a});
  EXPECT_EQ(order_of(make_class("D", {b, c})), "DBCAO");
}

TEST(FinishClass, RefusesAnOrderThatContradictsItself) {
  const Value object = make_class("O", {});
  const Value a = make_class("A", {object}), b = make_class("B", {object});
  const Value ab = make_class("X", {a, b}), ba = make_class("Y", {b, a});
  auto* impossible = new Class("Z");
  const Value made = Value::adopt(impossible);
  impossible->bases = {ab, ba};
  EXPECT_FALSE(finish_class(*impossible));
}

TEST(FindInClass, TakesTheFirstInTheOrder) {
  const Value object = make_class("O", {});
  const Value a = make_class("A", {object}), b = make_class("B", {a});
  a.as<Class>()->attributes.set("x", Value::small_int(1));
  ASSERT_NE(find_in_class(*b.as<Class>(), intern("x")), nullptr);
  b.as<Class>()->attributes.set("x", Value::small_int(2));
  EXPECT_EQ(find_in_class(*b.as<Class>(), intern("x"))->small(), 2);
  EXPECT_EQ(find_in_class(*b.as<Class>(), intern("y")), nullptr);
}

TEST(ClassChanged, GivesSubclassesNewVersionsToo) {
  const Value object = make_class("O", {});
  const Value a = make_class("A", {object}), b = make_class("B", {a}), other = make_class("C", {object});
  const std::uint32_t of_b = b.as<Class>()->version, of_other = other.as<Class>()->version;
  class_changed(*a.as<Class>());
  EXPECT_NE(b.as<Class>()->version, of_b);
  EXPECT_EQ(other.as<Class>()->version, of_other);
}

}  // namespace
}  // namespace forkscope::vm
