// The parts of making a StageModel, one file each; see stage_model.h. Internal to app/model.
#pragma once

#include <string>

#include "app/model/stage_model.h"

namespace forkscope::app {

// What all parts look at.
struct StageSource {
  const trace::Store& store;
  const trace::World& world;
  const StepView& step;
  StageChanges changes;
};

StageItem stage_item(const StageSource& source, base::ObjectId queue, const trace::ItemState& item);
StageLock stage_lock(const StageSource& source, base::ObjectId object);

// stage_processes.cc
void add_processes(const StageSource& source, StageModel& model);
// stage_objects.cc
void add_queues(const StageSource& source, StageModel& model);
void add_pools(const StageSource& source, StageModel& model);
void add_objects(const StageSource& source, StageModel& model);

}  // namespace forkscope::app
