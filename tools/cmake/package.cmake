# `cpack -G DEB` (tools/package): the program with its pages and completions as a Debian package.
set(doc ${CMAKE_INSTALL_DATADIR}/doc/zhibiao)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/copyright DESTINATION ${doc} COMPONENT program)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/changelog DESTINATION ${doc} COMPONENT program RENAME changelog.Debian)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION ${doc} COMPONENT program
        FILES_MATCHING PATTERN "*.md"
        PATTERN architecture.md EXCLUDE PATTERN dependencies.md EXCLUDE PATTERN performance.md EXCLUDE PATTERN README.zh.md EXCLUDE)

# Packing builds nothing: what it packs is asked for by name, not with all the tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/compress.cmake)

# The changelog names the maintainer; its newest entry's version is the package's.
string(REGEX REPLACE "^ -- (.*>)  .*" "\\1" CPACK_PACKAGE_CONTACT "${release_line}")
set(CPACK_PACKAGE_NAME zhibiao)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils, poppler-data")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libreoffice-core, ocrmypdf")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find the quantitative targets of Chinese government plans")
set(CPACK_PACKAGE_DESCRIPTION
    "zhibiao reads Chinese government plans (text in any encoding, DOCX, PDF, OFD,
web pages) and prints every quantitative target in them: what is to be reached,
how much, for whom, by when, each with its place in the source. It compares the
plans of several years or counties and writes CSV, XLSX, SQLite and JSON.
Reading PDF files needs poppler-utils and poppler-data.")
include(CPack)
