// Popup: a small window above the page with a title, in the theme's look, for the lifetime of this value.
// Window thread only.
#pragma once

#include "app/widgets/area.h"

namespace forkscope::app {

class Popup {
 public:
  Popup(const char* id, const Area& area, const char* title);
  ~Popup();
  Popup(const Popup&) = delete;
  Popup& operator=(const Popup&) = delete;

  // The mouse was pressed neither here nor on `opener`, the button that opens and closes it.
  bool is_left(const Area& opener) const;

 private:
  Area area_;
};

}  // namespace forkscope::app
