list(APPEND VM_SOURCES
  modules/asking.cc
  modules/descriptors.cc
  modules/forkscope_module.cc
  modules/item_buffer.cc
  modules/library_modules.cc
  modules/pickle_module.cc
  modules/processes.cc
  modules/semaphore_module.cc
  modules/sockets.cc
  modules/thread_module.cc
  pickle_names.cc
  pickle_reader.cc
  pickle_writer.cc)
