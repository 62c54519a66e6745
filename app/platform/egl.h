// A GL 3.3 context without a display: EGL's surfaceless platform, loaded at run time so that nothing has to
// be installed for it.
#pragma once

namespace forkscope::app {

class EglContext {
 public:
  EglContext() = default;
  ~EglContext();
  EglContext(const EglContext&) = delete;
  EglContext& operator=(const EglContext&) = delete;

  // Makes it current and loads GL's functions; false where this machine cannot.
  bool open();

 private:
  void* library_ = nullptr;
  void* display_ = nullptr;
  void* context_ = nullptr;
};

}  // namespace forkscope::app
