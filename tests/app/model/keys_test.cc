#include "app/model/keys.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace forkscope::app {
namespace {

constexpr Mode kModes[] = {Mode::live, Mode::step, Mode::starts, Mode::compare, Mode::outcomes};

std::vector<KeyBinding> all_bindings() {
  std::vector<KeyBinding> all = key_bindings();
  for (const Mode mode : kModes) all.insert(all.end(), key_bindings(mode).begin(), key_bindings(mode).end());
  return all;
}

TEST(Keys, EveryActionHasAKeyAndASentence) {
  for (int action = 1; action <= static_cast<int>(Action::kill_process); ++action) {
    int sentences = 0;
    for (const KeyBinding& binding : all_bindings())
      if (binding.action == static_cast<Action>(action) && binding.sentence != nullptr) ++sentences;
    EXPECT_EQ(sentences, 1) << "action " << action;
  }
}

TEST(Keys, NoKeyHasTwoMeaningsInOneTable) {
  for (const auto* table : {&key_bindings(), &key_bindings(Mode::step), &key_bindings(Mode::starts),
                            &key_bindings(Mode::compare), &key_bindings(Mode::outcomes)}) {
    std::set<std::tuple<Key, bool, bool>> seen;
    for (const KeyBinding& binding : *table)
      EXPECT_TRUE(seen.insert({binding.key, binding.control, binding.shift}).second) << binding.shown;
  }
}

TEST(Keys, EveryBindingIsFound) {
  for (const KeyBinding& binding : key_bindings())
    EXPECT_EQ(action_of({binding.key, binding.control, binding.shift}), binding.action) << binding.shown;
  for (const Mode mode : kModes)
    for (const KeyBinding& binding : key_bindings(mode))
      EXPECT_EQ(action_of({binding.key, binding.control, binding.shift}, mode), binding.action)
          << binding.shown;
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

TEST(Keys, DigitsOpenLessonsOrChooseWhoMoves) {
  for (char digit = '1'; digit <= '9'; ++digit) {
    EXPECT_EQ(action_of({letter(digit), false, false}), Action::open_lesson);
    EXPECT_EQ(action_of({letter(digit), false, false}, Mode::step), Action::step_chosen);
  }
  EXPECT_EQ(action_of({letter('0'), false, false}), Action::none);
  EXPECT_EQ(action_of({letter('R'), true, false}), Action::none);
}

}  // namespace
}  // namespace forkscope::app
