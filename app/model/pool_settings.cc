#include "app/model/pool_settings.h"

#include <algorithm>
#include <cmath>

#include "app/model/pool_history.h"

namespace forkscope::app {

int knob_named(const std::vector<KnobView>& knobs, const std::string& name) {
  const auto found =
      std::find_if(knobs.begin(), knobs.end(), [&](const KnobView& knob) { return knob.name == name; });
  return found == knobs.end() ? -1 : static_cast<int>(found - knobs.begin());
}

PoolSettings pool_settings(const std::vector<KnobView>& knobs) {
  const auto value_of = [&](const char* name) -> std::int64_t {
    const int index = knob_named(knobs, name);
    return index < 0 ? 0 : std::llround(knobs[static_cast<std::size_t>(index)].value);
  };
  PoolSettings settings;
  settings.tasks = value_of("TASKS");
  settings.workers = value_of("WORKERS");
  settings.chunk = value_of("CHUNK");
  settings.chunks_per_worker = value_of("CHUNKS_PER_WORKER");
  settings.call = static_cast<PoolCall>(std::clamp<std::int64_t>(value_of("CALL"), 0, 4));
  settings.is_executor = value_of("EXECUTOR") != 0;
  settings.is_uneven = value_of("UNEVEN") != 0;
  settings.has_initializer = value_of("INITIALIZER") != 0;
  return settings;
}

std::int64_t PoolSettings::real_chunk() const {
  if (is_executor) return std::max<std::int64_t>(1, chunk);
  if (call == PoolCall::apply_async) return 1;
  if (chunk > 0) return chunk;
  return call == PoolCall::map || call == PoolCall::starmap ? automatic_chunk(tasks, workers) : 1;
}

}  // namespace forkscope::app
