# `cmake --install`: program, library, headers and the package that find_package(zhibiao) reads.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/zhibiao)
# Two components: `program` is what the Debian package holds (package.cmake), `development` what find_package reads.
install(TARGETS zhibiao EXPORT zhibiao-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(TARGETS zhibiao_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
# Manual pages and completions are what the program prints.
if(NOT CMAKE_CROSSCOMPILING)
  set(pages ${PROJECT_BINARY_DIR}/generated/pages)
  add_custom_command(
    OUTPUT ${pages}/completions/zhibiao
    COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:zhibiao_program> -D OUTPUT=${pages} -P
            ${CMAKE_CURRENT_LIST_DIR}/pages.cmake
    DEPENDS zhibiao_program ${CMAKE_CURRENT_LIST_DIR}/pages.cmake
    COMMENT "Printing manual pages and completions"
    VERBATIM)
  add_custom_target(zhibiao_pages ALL DEPENDS ${pages}/completions/zhibiao)
  install(DIRECTORY ${pages}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
  install(FILES ${pages}/completions/zhibiao DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          COMPONENT program)
  install(FILES ${pages}/completions/_zhibiao DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
          COMPONENT program)
  install(FILES ${pages}/completions/zhibiao.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
          COMPONENT program)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/zhibiao DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT zhibiao-targets NAMESPACE zhibiao:: DESTINATION ${package_dir} COMPONENT development)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/zhibiao-config.cmake.in
                              ${PROJECT_BINARY_DIR}/zhibiao-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/zhibiao-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/zhibiao-config.cmake ${PROJECT_BINARY_DIR}/zhibiao-config-version.cmake
        DESTINATION ${package_dir} COMPONENT development)
