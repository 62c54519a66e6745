// Window: the visible surface. GLFW for the window and the GL context; input goes through our own queue.
// Window thread only; wait() blocks until something happens.
#pragma once

#include <memory>
#include <string>

#include "app/platform/surface.h"
#include "core/base/result.h"

namespace forkscope::app {

class Window : public Surface {
 public:
  static base::Result<std::unique_ptr<Window>> open(int width, int height, const std::string& title);
  ~Window() override;

  // Takes in what the user did; waits for it for up to `seconds`. True if a frame should be drawn for it.
  bool wait(double seconds);
  bool should_close() const;
  // Paths dropped onto the window since the last call.
  std::vector<std::string> take_dropped();
  float content_scale() const;
  void set_title(const std::string& title);
  double seconds() const;

  GuiContext& gui() override;
  std::vector<KeyPress> begin_frame() override;
  void end_frame(ImU32 background) override;
  Picture picture() override;

 private:
  struct Impl;
  explicit Window(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace forkscope::app
