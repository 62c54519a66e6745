#include "app/model/keys.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace forkscope::app {
namespace {

TEST(Keys, EveryActionHasAKeyAndASentence) {
  for (int action = 1; action <= static_cast<int>(Action::quit); ++action) {
    int sentences = 0;
    for (const KeyBinding& binding : key_bindings())
      if (binding.action == static_cast<Action>(action) && binding.sentence != nullptr) ++sentences;
    EXPECT_EQ(sentences, 1) << "action " << action;
  }
}

TEST(Keys, NoKeyHasTwoMeanings) {
  std::set<std::tuple<Key, bool, bool>> seen;
  for (const KeyBinding& binding : key_bindings())
    EXPECT_TRUE(seen.insert({binding.key, binding.control, binding.shift}).second) << binding.shown;
}

TEST(Keys, EveryBindingIsFound) {
  for (const KeyBinding& binding : key_bindings())
    EXPECT_EQ(action_of({binding.key, binding.control, binding.shift}), binding.action) << binding.shown;
}

TEST(Keys, AModeHasKeysOfItsOwn) {
  EXPECT_EQ(action_of({Key::space, false, false}), Action::pause_or_go_on);
  EXPECT_EQ(action_of({Key::space, false, false}, Mode::starts), Action::starts_next);
  EXPECT_EQ(action_of({letter('T'), false, false}, Mode::starts), Action::theme);
  std::set<std::tuple<Key, bool, bool>> seen;
  for (const KeyBinding& binding : key_bindings(Mode::starts))
    EXPECT_TRUE(seen.insert({binding.key, binding.control, binding.shift}).second) << binding.shown;
  EXPECT_STREQ(key_shown(Action::starts_measure), "R");
}

TEST(Keys, AllDigitsOpenLessons) {
  for (char digit = '1'; digit <= '9'; ++digit)
    EXPECT_EQ(action_of({letter(digit), false, false}), Action::open_lesson);
  EXPECT_EQ(action_of({letter('0'), false, false}), Action::none);
  EXPECT_EQ(action_of({letter('R'), true, false}), Action::none);
}

}  // namespace
}  // namespace forkscope::app
