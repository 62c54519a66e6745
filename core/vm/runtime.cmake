list(APPEND VM_SOURCES
  objects.cc table.cc class.cc frame.cc gil.cc native.cc exceptions.cc attributes.cc)
