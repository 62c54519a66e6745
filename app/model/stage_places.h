// The places inside one process, queue or pool; the parts of stage_layout.h. Internal to app/model. Lengths
// in unscaled units.
#pragma once

#include <string>

#include "app/model/stage_layout.h"

namespace forkscope::app {

inline constexpr float kPad = 10, kLabel = 18, kPillHeight = 24;

StageRect inset(const StageRect& rect, float x, float y);

// Room for a repr in a cell.
float cell_width(const std::string& label);
// About how many letters a pill needs for what it says; a lock's owner is named in it.
std::size_t columns_of(const StageLock& lock);
std::size_t columns_of(const StageObject& object);

// Puts pills beside each other, and into the next row where one ends.
class PillRow {
 public:
  PillRow(float x, float y, float width) : left_(x), right_(x + width), x_(x), y_(y), bottom_(y) {}

  StageRect place(std::size_t letters);
  float bottom() const { return bottom_; }  // of all so far

 private:
  float left_, right_, x_, y_, bottom_;
};

struct QueueRoom {
  float x = 0, y = 0, width = 0;
  float tube_width = 0;  // where an arrow needs the rest; else `width`
  bool is_framed = false;
  bool label_below = false;  // of the tube: arrows come from above
};

enum class ProcessForm : std::uint8_t {
  flow,   // threads, buffers and feeders beside each other
  rows,   // below each other
  dense,  // below each other, a line for each
};
ProcessPlace place_process(const StageProcess& process, float x, float y, float width, ProcessForm form);
QueuePlace place_queue(const StageQueue& queue, const QueueRoom& room);
PoolPlace place_pool(float x, float y, float width);

}  // namespace forkscope::app
