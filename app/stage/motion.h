// StageMotion: items on the stage that have a new place go there within 150 ms instead of jumping. Owned by
// whoever draws the stage; told each frame where every item belongs. Window thread only.
#pragma once

#include <map>

#include "app/model/stage_layout.h"

namespace forkscope::app {

inline constexpr double kMotionSeconds = 0.15;

class StageMotion {
 public:
  // A frame begins at `seconds`. Items do not move on a stage of another `width` than before, nor where
  // `enabled` is false.
  void begin(double seconds, float width, bool enabled);
  // Where the item is drawn that belongs at `target`; one that was nowhere comes from `origin`.
  StageRect place(const ItemKey& item, const StageRect& target, const StageRect* origin = nullptr);
  // The frame ends. True if something still moves.
  bool end();

 private:
  struct Way {
    StageRect from, to;
    double began = 0;
    bool seen = false;
  };

  StageRect now_at(const Way& way) const;

  std::map<ItemKey, Way> ways_;
  double seconds_ = 0;
  float width_ = 0;
  bool enabled_ = false;
  bool is_first_ = true;  // nothing was shown before: everything stands where it belongs
};

}  // namespace forkscope::app
