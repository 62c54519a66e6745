// What the fold's tests share: a script with one process that has a queue and its feeder, and its fold.
#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "core/trace/fold.h"
#include "tests/support/trace_script.h"

namespace forkscope::test {

inline trace::World fold_all(const std::vector<trace::Event>& events,
                             const trace::FoldListener* listener = nullptr) {
  trace::World world;
  for (const trace::Event& event : events) trace::fold(world, event, listener);
  return world;
}

class FoldTest : public ::testing::Test {
 protected:
  trace::World world() const { return fold_all(script_.events()); }
  trace::QueueState queue() const { return world().queues.at(queue_.queue); }
  // The answers given so far.
  std::vector<trace::Answer> answers() const {
    std::vector<trace::Answer> found;
    trace::FoldListener listener;
    listener.on_answer = [&found](const trace::Answer& answer) { found.push_back(answer); };
    fold_all(script_.events(), &listener);
    return found;
  }

  TraceScript script_;
  ScriptThread main_ = script_.process("MainProcess");
  ScriptQueue queue_ = script_.queue(main_, "q");
  ScriptThread feeder_ = script_.thread(main_, "QueueFeederThread");
};

}  // namespace forkscope::test
