// Offscreen: a surface in memory, of any size, for pictures. Prefers EGL, which needs no display; without it,
// a hidden window. Window thread only.
#pragma once

#include <memory>

#include "app/platform/surface.h"
#include "core/base/result.h"

namespace forkscope::app {

class Offscreen : public Surface {
 public:
  static base::Result<std::unique_ptr<Offscreen>> open(int width, int height);
  ~Offscreen() override;

  GuiContext& gui() override;
  std::vector<KeyPress> begin_frame() override;
  void end_frame(ImU32 background) override;
  Picture picture() override;

 private:
  struct Impl;
  explicit Offscreen(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace forkscope::app
