include(${CMAKE_CURRENT_LIST_DIR}/../library/embed.cmake)
list(APPEND VM_SOURCES
  ${LIBRARY_TEXTS}
  library_texts.cc
  traceback.cc
  signals.cc
  modules/hashes_module.cc
  modules/math_module.cc
  modules/mersenne_twister.cc
  modules/os_module.cc
  modules/random_module.cc
  modules/signal_module.cc
  modules/standard_modules.cc
  modules/sys_module.cc
  modules/text_stream.cc
  modules/time_module.cc
  modules/traceback_module.cc)
