#include "app/platform/egl.h"

#include <dlfcn.h>
#include <glad/gl.h>

namespace forkscope::app {

namespace {

// From the registry of EGL (egl.xml).
constexpr int kSurfaceless = 0x31DD, kOpenGlApi = 0x30A2, kNone = 0x3038;
constexpr int kSurfaceType = 0x3033, kRenderableType = 0x3040, kOpenGlBit = 0x8;
constexpr int kMajor = 0x3098, kMinor = 0x30FB, kProfile = 0x30FD, kCore = 1;

using Function = void (*)();
using GetProcAddress = Function (*)(const char*);

template <typename T>
T symbol(void* library, const char* name) {
  return reinterpret_cast<T>(dlsym(library, name));
}

}  // namespace

bool EglContext::open() {
  library_ = dlopen("libEGL.so.1", RTLD_NOW | RTLD_LOCAL);
  if (library_ == nullptr) return false;
  const auto get_display = symbol<void* (*)(unsigned, void*, const long*)>(library_, "eglGetPlatformDisplay");
  const auto initialize = symbol<unsigned (*)(void*, int*, int*)>(library_, "eglInitialize");
  const auto bind_api = symbol<unsigned (*)(unsigned)>(library_, "eglBindAPI");
  const auto choose = symbol<unsigned (*)(void*, const int*, void**, int, int*)>(library_, "eglChooseConfig");
  const auto create = symbol<void* (*)(void*, void*, void*, const int*)>(library_, "eglCreateContext");
  const auto make_current = symbol<unsigned (*)(void*, void*, void*, void*)>(library_, "eglMakeCurrent");
  const auto get_address = symbol<GetProcAddress>(library_, "eglGetProcAddress");
  if (get_display == nullptr || initialize == nullptr || bind_api == nullptr || choose == nullptr ||
      create == nullptr || make_current == nullptr || get_address == nullptr)
    return false;

  display_ = get_display(kSurfaceless, nullptr, nullptr);
  int major = 0, minor = 0, count = 0;
  if (display_ == nullptr || initialize(display_, &major, &minor) == 0 || bind_api(kOpenGlApi) == 0)
    return false;
  const int wanted[] = {kSurfaceType, 0, kRenderableType, kOpenGlBit, kNone};
  void* config = nullptr;
  if (choose(display_, wanted, &config, 1, &count) == 0 || count == 0) return false;
  const int version[] = {kMajor, 3, kMinor, 3, kProfile, kCore, kNone};
  context_ = create(display_, config, nullptr, version);
  if (context_ == nullptr || make_current(display_, nullptr, nullptr, context_) == 0) return false;
  return gladLoadGL(get_address) != 0;
}

// The library stays loaded: the driver it brought in has exit handlers of its own.
EglContext::~EglContext() {
  if (display_ == nullptr) return;
  if (context_ != nullptr) {
    symbol<unsigned (*)(void*, void*, void*, void*)>(library_, "eglMakeCurrent")(display_, nullptr, nullptr,
                                                                                 nullptr);
    symbol<unsigned (*)(void*, void*)>(library_, "eglDestroyContext")(display_, context_);
  }
  symbol<unsigned (*)(void*)>(library_, "eglTerminate")(display_);
}

}  // namespace forkscope::app
