// What the stage's boxes are drawn with: items as cells, pills; and the boxes themselves, one function each.
// Window thread only.
#pragma once

#include <string>
#include <vector>

#include "app/model/frame.h"
#include "app/model/stage_layout.h"
#include "app/stage/motion.h"
#include "app/stage/pen.h"

namespace forkscope::app {

// An item that is drawn after all boxes, since it may be on its way across them.
struct StageCell {
  const StageItem* item = nullptr;
  StageRect target;
  ImU32 colour = 0;                   // of the place it is in
  const StageRect* origin = nullptr;  // where it comes from if it is new
};

// What a stage is drawn with during one frame.
struct StageCanvas {
  const Frame& frame;
  const StageModel& model;
  const StageLayout& layout;
  const StagePen& pen;
  CommandQueue& commands;
  std::vector<StageCell> cells;
  StageRect last_pill;  // one that stands to the right of it in the same row moves up to it
};

struct PillPart {
  std::string text;
  ImU32 colour = 0;
};

void draw_cells(StageCanvas& canvas, StageMotion& motion);
// As wide as what it says, up to `rect`.
void draw_pill(StageCanvas& canvas, const StageRect& rect, const std::vector<PillPart>& parts, bool changed);
void draw_lock_pill(StageCanvas& canvas, const StageRect& rect, const std::string& name,
                    const StageLock& lock);
// "+5"
void draw_more(const StageCanvas& canvas, const StageRect& rect, std::size_t count);

void draw_process(StageCanvas& canvas, std::size_t index);
void draw_queue(StageCanvas& canvas, std::size_t index);
void draw_pool(StageCanvas& canvas, std::size_t index);
void draw_object(StageCanvas& canvas, std::size_t index);
void draw_ways(const StageCanvas& canvas);

}  // namespace forkscope::app
