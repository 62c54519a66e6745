// StageLayout: where everything of a StageModel stands: rectangles in unscaled units, for a stage of a given
// width. Boxes keep their places while texts in them
// change: nothing here measures fonts. Nothing overlaps
// and nothing is wider than the stage; what is too tall is for the panel to scroll. Pure.
#pragma once

#include <string>
#include <vector>

#include "app/model/stage_model.h"

namespace forkscope::app {

struct StageRect {
  float x = 0, y = 0, width = 0, height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  bool overlaps(const StageRect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  bool contains(const StageRect& other) const;  // to a thousandth
};

struct StagePoint {
  float x = 0, y = 0;
};

// A way that an item takes from box to box; an arrow ends at the last point.
struct StageWay {
  std::vector<StagePoint> points;
};

struct ThreadPlace {
  StageRect box;
  StageRect name, doing;         // name: width 0 = not said
  StageRect hand;                // of the item in a feeder's hand; width 0 = none
  std::vector<StageRect> items;  // of `reading`
};

struct BufferPlace {
  StageRect label;  // width 0 = not said
  StageRect cells;  // where the cells are; also where they could be
  std::vector<StageRect>
      items;           // the oldest first, from the right; fewer than there are where they do not fit
  StageRect more;      // "+5", width 0 = all are shown
  StageRect feeder;    // for a feeder that is not there yet; width 0 = there is one
  StageWay put, take;  // where the process has the room
};

struct ProcessPlace {
  StageRect box, header;
  std::vector<ThreadPlace> threads;
  std::vector<BufferPlace> buffers;
};

struct PipePlace {
  StageRect tube;
  std::vector<StageRect> items;  // the oldest first, from the left
  StageRect more;                // "+5", width 0 = all are shown
  StageRect text;                // what is inside, in numbers
};

struct QueuePlace {
  StageRect box, label;
  PipePlace pipe;
  StageRect slots, reader_lock, writer_lock;  // pills
  bool is_framed = false;                     // several stand beside each other
};

struct PoolPlace {
  StageRect box, label;
  std::vector<StageRect> facts;  // kPoolFacts pills
};
inline constexpr std::size_t kPoolFacts = 4;  // tasks waiting, running, done; bytes in the pipes

struct StageLayout {
  float width = 0, height = 0;  // of all
  std::vector<ProcessPlace> processes;
  std::vector<QueuePlace> queues;
  std::vector<PoolPlace> pools;
  std::vector<StageRect> objects;  // pills
  StageRect more_processes, more_objects;
  std::vector<StageWay> ways;  // from feeders to a pipe; only where nothing is between
};

// As roomy as fits `height`; if nothing does, what comes nearest to it. `width` at least 200.
StageLayout stage_layout(const StageModel& model, float width, float height);

}  // namespace forkscope::app
