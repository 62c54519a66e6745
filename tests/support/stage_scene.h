// StageScene: moments of a stepped program that never ran, for looking at the stage and at what is said
// beside it: made by hand, so that rare ones (a killed owner, a deadlock) are there too.
#pragma once

#include <string>

#include "tests/support/chart_scene.h"

namespace forkscope::test {

class StageScene {
 public:
  // "lie": empty() has just said True with two items queued. "crowd": many processes and queues. "killed":
  // the owner of a reader lock was killed. "pool": a Pool at work. "values": locks and shared values.
  // "stuck": a deadlock. "begin": nothing was done yet.
  explicit StageScene(const std::string& name, int processes = 8, int queues = 3);

  // The stage and, at its right, what is happening. Between ImGui's NewFrame and Render.
  void draw(float width, float height, double seconds = 0);
  app::Settings& settings() { return scene_.settings; }
  app::CommandQueue& commands() { return scene_.commands; }
  const trace::Store& store() const { return scene_.store; }

 private:
  void lie();
  void crowd(int processes, int queues);
  void killed();
  void pool();
  void values();
  void stuck();
  void begin_step(std::string entry, base::ThreadId thread);
  app::NextMove& next(const std::string& name, ScriptThread by, trace::EventKind kind, base::ObjectId object,
                      bool can_move);

  TraceScript script_;
  ChartScene scene_;
  app::DoneStep last_;
};

}  // namespace forkscope::test
