# Puts the modules of this folder into the binary: LIBRARY_TEXTS is the generated source.
set(LIBRARY_FOLDER ${CMAKE_CURRENT_LIST_DIR})
file(GLOB_RECURSE LIBRARY_SOURCES CONFIGURE_DEPENDS ${LIBRARY_FOLDER}/*.py)
set(LIBRARY_TEXTS ${PROJECT_BINARY_DIR}/generated/library_texts.cc)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated)
add_custom_command(
  OUTPUT ${LIBRARY_TEXTS}
  COMMAND ${Python3_EXECUTABLE} ${LIBRARY_FOLDER}/embed.py ${LIBRARY_TEXTS}
  DEPENDS ${LIBRARY_SOURCES}
  VERBATIM)
