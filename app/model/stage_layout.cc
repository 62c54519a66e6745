#include "app/model/stage_layout.h"

#include <algorithm>
#include <cmath>

#include "app/model/stage_places.h"

namespace forkscope::app {

namespace {

constexpr float kGap = 12;
constexpr float kLeastProcess = 216, kLeastDense = 186, kLeastQueue = 300, kLeastFlow = 520;
constexpr float kBriefHeight = 30;
constexpr float kWayBand = 22;  // for arrows between the processes and the pipe
constexpr std::size_t kMostBriefInPlace = 8;
constexpr float kProcessShare = 0.61f, kLeastBeside = 600;

// How a stage is arranged that is too full for the roomiest way.
struct StageForm {
  bool is_dense = false;   // a line for each thread
  bool is_beside = false;  // what is shared stands to the right of the processes
};

// As many columns as fit, and no more than needed for the same number of rows.
std::size_t columns_for(std::size_t count, float width, float least) {
  const auto fitting = static_cast<std::size_t>(std::max(1.0f, std::floor((width + kGap) / (least + kGap))));
  const std::size_t rows = (count + fitting - 1) / std::max<std::size_t>(fitting, 1);
  return rows == 0 ? 1 : (count + rows - 1) / rows;
}

float column_width(std::size_t columns, float width) {
  return (width - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
}

// A row of queues is as tall as its tallest.
void level_row(std::vector<QueuePlace>& queues, std::size_t first) {
  float height = 0;
  for (std::size_t i = first; i < queues.size(); ++i) height = std::max(height, queues[i].box.height);
  for (std::size_t i = first; i < queues.size(); ++i) queues[i].box.height = height;
}

class Arrangement {
 public:
  Arrangement(const StageModel& model, float width, StageForm form)
      : model_(model), form_(form), width_(width) {
    layout_.width = width;
    if (form.is_beside) width_ = std::floor((width - kGap) * kProcessShare);
  }

  StageLayout done() {
    place_processes();
    if (form_.is_beside) {
      place_strip();
      x_ = width_ + kGap;
      width_ = layout_.width - x_;
    }
    const float left = y_;
    if (form_.is_beside) y_ = 0;
    place_queues();
    place_pools();
    place_objects();
    if (!form_.is_beside) place_strip();
    layout_.height = std::max(0.0f, std::max(form_.is_beside ? left : 0.0f, y_) - kGap);
    return std::move(layout_);
  }

 private:
  ProcessPlace placed(std::size_t index, StageRect at, bool flows) const {
    const StageProcess& process = model_.processes[index];
    if (!process.is_brief()) {
      const ProcessForm roomy = flows ? ProcessForm::flow : ProcessForm::rows;
      return place_process(process, at.x, at.y, at.width, form_.is_dense ? ProcessForm::dense : roomy);
    }
    ProcessPlace place;
    place.box = {at.x, at.y, at.width, kBriefHeight};
    place.header = inset(place.box, kPad, 4);
    return place;
  }

  float least_process() const { return form_.is_dense ? kLeastDense : kLeastProcess; }

  // Each where the least stands so far: the first row from left to right.
  void place_grid(const std::vector<std::size_t>& indices, std::size_t columns) {
    if (indices.empty()) return;
    const float width = column_width(columns, width_);
    std::vector<float> bottoms(columns, y_);
    for (const std::size_t index : indices) {
      const auto lowest = std::min_element(bottoms.begin(), bottoms.end());
      const auto column = static_cast<float>(lowest - bottoms.begin());
      const StageRect at{x_ + column * (width + kGap), *lowest, width, 0};
      layout_.processes[index] = placed(index, at, width >= kLeastFlow);
      *lowest = layout_.processes[index].box.bottom() + kGap;
    }
    y_ = *std::max_element(bottoms.begin(), bottoms.end());
  }

  // Those that are busy share columns. A brief one beside a single busy one would take half of its width, so
  // it goes to the strip, as many of them do; and where all is over, what was shared comes first.
  void place_processes() {
    layout_.processes.resize(model_.processes.size());
    const bool are_few_busy =
        std::count_if(model_.processes.begin(), model_.processes.end(),
                      [](const StageProcess& process) { return !process.is_brief(); }) <= 1;
    std::vector<std::size_t> grid;
    for (std::size_t i = 0; i < model_.processes.size(); ++i) {
      const bool in_strip =
          model_.processes[i].is_brief() && (are_few_busy || model_.processes.size() > kMostBriefInPlace);
      (in_strip ? strip_ : grid).push_back(i);
    }
    const std::size_t columns = columns_for(grid.size(), width_, least_process());
    is_one_row_ = !grid.empty() && grid.size() <= columns;
    place_grid(grid, columns);
  }

  // What is over or runs nothing of the program, below everything else.
  void place_strip() {
    place_grid(strip_, columns_for(strip_.size(), width_, least_process()));
    if (model_.more_processes == 0) return;
    layout_.more_processes = {x_, y_, width_, kLabel};
    y_ += kLabel + kGap;
  }

  // From each process with a buffer of the only queue to its pipe: nothing stands in between.
  void place_ways(const StageRect& tube) {
    for (const ProcessPlace& process : layout_.processes) {
      if (process.buffers.empty()) continue;
      const float x = std::clamp(process.box.x + process.box.width * 0.5f, tube.x + tube.height,
                                 tube.right() - tube.height);
      layout_.ways.push_back({{{x, process.box.bottom()}, {x, tube.y}}});
    }
  }

  void place_way_from_feeder(const StageRect& feeder, const StageRect& tube) {
    const float x = feeder.x + feeder.width * 0.5f, y = tube.y + tube.height * 0.5f;
    layout_.ways.push_back({{{x, feeder.bottom()}, {x, y}, {tube.right(), y}}});
  }

  const StageRect* only_feeder() const {
    if (layout_.processes.empty() || model_.queues.size() != 1) return nullptr;
    const StageRect* found = nullptr;
    for (std::size_t i = 0; i < layout_.processes.size(); ++i) {
      const ProcessPlace& process = layout_.processes[i];
      if (process.buffers.size() != 1 || process.buffers[0].take.points.empty()) continue;
      const int feeder = model_.processes[i].buffers[0].feeder;
      found =
          feeder < 0 ? &process.buffers[0].feeder : &process.threads[static_cast<std::size_t>(feeder)].box;
      if (process.box.width < layout_.width) return nullptr;
    }
    return found;
  }

  void place_queues() {
    const std::size_t count = model_.queues.size();
    if (count == 0) return;
    const StageRect* feeder = only_feeder();
    const bool has_ways = feeder == nullptr && count == 1 && is_one_row_ && !form_.is_beside;
    if (has_ways) y_ += kWayBand - kGap;
    const std::size_t columns = columns_for(count, width_, kLeastQueue);
    const float width = column_width(columns, width_);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t column = i % columns;
      if (column == 0 && i > 0) end_row(i - columns);
      QueueRoom room{x_ + static_cast<float>(column) * (width + kGap), y_, width, width};
      room.is_framed = count > 1;
      room.label_below = has_ways;
      if (feeder != nullptr) room.tube_width = feeder->x + feeder->width * 0.5f - 30;
      layout_.queues.push_back(place_queue(model_.queues[i], room));
    }
    end_row((count - 1) / columns * columns);
    const StageRect tube = layout_.queues[0].pipe.tube;
    if (feeder != nullptr) place_way_from_feeder(*feeder, tube);
    if (has_ways) place_ways(tube);
  }

  void end_row(std::size_t first) {
    level_row(layout_.queues, first);
    y_ += layout_.queues[first].box.height + kGap;
  }

  void place_pools() {
    for (std::size_t i = 0; i < model_.pools.size(); ++i) {
      layout_.pools.push_back(place_pool(x_, y_, width_));
      y_ += layout_.pools.back().box.height + kGap;
    }
  }

  void place_objects() {
    PillRow row(x_, y_, width_);
    for (const StageObject& object : model_.objects) layout_.objects.push_back(row.place(columns_of(object)));
    if (model_.more_objects > 0) layout_.more_objects = row.place(14);
    if (row.bottom() > y_) y_ = row.bottom() + kGap;
  }

  const StageModel& model_;
  StageLayout layout_;
  StageForm form_;
  float x_ = 0, y_ = 0, width_;  // of what is being filled
  std::vector<std::size_t> strip_;
  bool is_one_row_ = false;
};

}  // namespace

bool StageRect::contains(const StageRect& other) const {
  constexpr float kSlack = 0.001f;
  return other.x >= x - kSlack && other.y >= y - kSlack && other.right() <= right() + kSlack &&
         other.bottom() <= bottom() + kSlack;
}

StageLayout stage_layout(const StageModel& model, float width, float height) {
  width = std::max(width, 200.0f);
  StageLayout best = Arrangement(model, width, {}).done();
  const auto try_form = [&](StageForm form) {
    if (best.height <= height) return;
    StageLayout other = Arrangement(model, width, form).done();
    if (other.height < best.height) best = std::move(other);
  };
  const auto busy = std::count_if(model.processes.begin(), model.processes.end(),
                                  [](const StageProcess& process) { return !process.is_brief(); });
  // A single process shows its flow, even where one has to scroll.
  if (busy < 2) return best;
  if (width >= kLeastBeside) try_form({.is_dense = false, .is_beside = true});
  try_form({.is_dense = true, .is_beside = false});
  if (width >= kLeastBeside) try_form({.is_dense = true, .is_beside = true});
  return best;
}

}  // namespace forkscope::app
