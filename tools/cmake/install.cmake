# `cmake --install`: program, library, headers and the package that find_package(zhibiao) reads.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/zhibiao)
install(TARGETS zhibiao EXPORT zhibiao-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
if(TARGET zhibiao_program)
  install(TARGETS zhibiao_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/zhibiao DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT zhibiao-targets NAMESPACE zhibiao:: DESTINATION ${package_dir})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/zhibiao-config.cmake.in
                              ${PROJECT_BINARY_DIR}/zhibiao-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/zhibiao-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/zhibiao-config.cmake ${PROJECT_BINARY_DIR}/zhibiao-config-version.cmake
        DESTINATION ${package_dir})
