// PoolSettings: how the knobs of the pool lab's program stand. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/model/frame.h"

namespace forkscope::app {

enum class PoolCall : std::uint8_t { map, imap, imap_unordered, starmap, apply_async };

struct PoolSettings {
  std::int64_t tasks = 0, workers = 0;
  std::int64_t chunk = 0;  // 0 = what the call chooses
  std::int64_t chunks_per_worker = 0;
  PoolCall call = PoolCall::map;
  bool is_executor = false, is_uneven = false, has_initializer = false;

  // Tasks in a chunk, as the call really makes them.
  std::int64_t real_chunk() const;
};

// By the names of the knobs; what is not there stays as it is above.
PoolSettings pool_settings(const std::vector<KnobView>& knobs);
// The index of the knob, or -1.
int knob_named(const std::vector<KnobView>& knobs, const std::string& name);

}  // namespace forkscope::app
