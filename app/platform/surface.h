// Surface: where a frame is drawn: the window, or memory for a picture. Window thread only.
#pragma once

#include <vector>

#include "app/model/keys.h"
#include "app/platform/gui_context.h"
#include "app/platform/picture.h"

namespace forkscope::app {

class Surface {
 public:
  virtual ~Surface() = default;

  virtual GuiContext& gui() = 0;
  // Starts ImGui's frame; returns the keys that were pressed.
  virtual std::vector<KeyPress> begin_frame() = 0;
  // Draws and shows it.
  virtual void end_frame(ImU32 background) = 0;
  // What end_frame() drew last.
  virtual Picture picture() = 0;
};

}  // namespace forkscope::app
