list(APPEND VM_SOURCES
  modules/math_module.cc
  modules/mersenne_twister.cc
  modules/random_module.cc)
