#include "core/explore/shared_parts.h"

#include <gtest/gtest.h>

#include "core/explore/state_bytes.h"

namespace forkscope::explore {
namespace {

constexpr base::ObjectId kPipe = 1, kLock = 2, kOther = 3;

kernel::SimWorld small_world() {
  kernel::SimWorld world;
  world.streams[kPipe].write("abc");
  world.semaphores[kLock] = {1, "", 0};
  world.semaphores[kOther] = {5, "/name", 0};
  world.forget_touched();
  return world;
}

std::string text_of(const kernel::SimWorld& world) {
  std::string text = bytes_of_rest(world);
  for (std::size_t place = 0; place < objects_of(world).size(); ++place)
    text += "|" + bytes_of_object(world, place);
  return text;
}

TEST(SharedParts, AreLoadedAsTheyWere) {
  SharedParts parts;
  kernel::SimWorld world = small_world();
  const auto first = parts.add(world, {});
  const std::string before = text_of(world);
  world.streams.find(kPipe)->second.read(1);
  world.semaphores.find(kLock)->second.value = 0;
  const auto second = parts.add(world, first);
  EXPECT_NE(first, second);
  const std::string after = text_of(world);
  kernel::SimWorld loaded;
  parts.load(first, loaded, {});
  EXPECT_EQ(text_of(loaded), before);
  parts.load(second, loaded, first);
  EXPECT_EQ(text_of(loaded), after);
}

TEST(SharedParts, SayWhatWasLookedFor) {
  SharedParts parts;
  const kernel::SimWorld world = small_world();
  const auto number = parts.add(world, {});
  EXPECT_TRUE(parts.touched(world, number).empty());
  static_cast<void>(world.semaphores.find(kOther));
  const SharedParts::Objects touched = parts.touched(world, number);
  ASSERT_EQ(touched.size(), 1U);
  EXPECT_EQ(objects_of(world)[touched.front().place], kOther);
  EXPECT_TRUE(parts.has(number, touched));
}

// What was done to one lock is done wherever that is as it was, whatever the others are.
TEST(SharedParts, AreChangedElsewhereInTheSameWay) {
  SharedParts parts;
  kernel::SimWorld world = small_world();
  const auto first = parts.add(world, {});
  kernel::SimWorld taken = world;
  taken.semaphores.find(kLock)->second.value = 0;
  const SharedParts::Change change = parts.change(first, parts.add(taken, first));
  EXPECT_TRUE(change.has_same);
  EXPECT_EQ(change.others.size(), 1U);

  world.streams.find(kPipe)->second.write("more");
  const auto elsewhere = parts.add(world, first);
  EXPECT_TRUE(parts.has(elsewhere, parts.touched(taken, first)));
  world.semaphores.find(kLock)->second.value = 0;
  EXPECT_EQ(parts.changed(elsewhere, change), parts.add(world, elsewhere));
}

TEST(SharedParts, MayComeAndGo) {
  SharedParts parts;
  const kernel::SimWorld world = small_world();
  const auto first = parts.add(world, {});
  kernel::SimWorld fewer = world;
  fewer.streams.all().clear();
  fewer.semaphores[kOther + 1] = {7, "", 0};
  const auto second = parts.add(fewer, first);
  const SharedParts::Change change = parts.change(first, second);
  EXPECT_FALSE(change.has_same);
  EXPECT_EQ(parts.changed(first, change), second);

  kernel::SimWorld none;
  const auto empty = parts.add(none, {});
  EXPECT_EQ(parts.changed(first, parts.change(first, empty)), empty);
  parts.load(empty, fewer, second);
  EXPECT_TRUE(objects_of(fewer).empty());
}

// A name, and a descriptor that is on its way, may matter to who never looked for the object.
TEST(SharedParts, NamesAndPassedDescriptorsBelongToTheRest) {
  SharedParts parts;
  kernel::SimWorld world = small_world();
  const auto first = parts.add(world, {});
  world.semaphores.find(kLock)->second.value = 0;
  const auto taken = parts.add(world, first);
  EXPECT_EQ(parts.rest_of(taken), parts.rest_of(first));
  world.semaphores.find(kOther)->second.name.clear();
  const auto unlinked = parts.add(world, taken);
  EXPECT_NE(parts.rest_of(unlinked), parts.rest_of(taken));
  world.streams.find(kPipe)->second.is_socket = true;
  world.streams.find(kPipe)->second.write("x", {{.kind = kernel::SimDescriptor::Kind::pipe, .read = kPipe}});
  EXPECT_NE(parts.rest_of(parts.add(world, unlinked)), parts.rest_of(unlinked));
}

}  // namespace
}  // namespace forkscope::explore
