# What only the window needs: GLFW, Dear ImGui, FreeType and a GL loader generated from Debian's python3-glad.

find_package(glfw3 3.3 REQUIRED)
pkg_check_modules(IMGUI REQUIRED IMPORTED_TARGET imgui)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
find_package(Freetype REQUIRED)
find_package(Intl REQUIRED)
find_program(MSGFMT msgfmt REQUIRED)
# The archive refers to FreeType, so it has to follow it on the link line.
target_link_libraries(PkgConfig::IMGUI INTERFACE Freetype::Freetype)

# /usr/bin, because a python3 earlier in PATH may not have Debian's glad module.
find_program(GLAD_EXECUTABLE NAMES glad PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
set(GLAD_DIR ${PROJECT_BINARY_DIR}/glad)
add_custom_command(
  OUTPUT ${GLAD_DIR}/src/gl.c ${GLAD_DIR}/include/glad/gl.h ${GLAD_DIR}/include/KHR/khrplatform.h
  COMMAND ${GLAD_EXECUTABLE} --api=gl:core=3.3 --extensions= --out-path ${GLAD_DIR} --reproducible --quiet c
  VERBATIM)
add_library(glad STATIC ${GLAD_DIR}/src/gl.c ${GLAD_DIR}/include/glad/gl.h)
target_include_directories(glad SYSTEM PUBLIC ${GLAD_DIR}/include)
