# What `cmake --install` puts where, and the Debian package that CPack makes of
# it.
include(GNUInstallDirs)
set(INSTALL_FILES ${PROJECT_SOURCE_DIR}/src/install)
set(SHARE ${CMAKE_INSTALL_DATADIR})

install(TARGETS supine)
install(DIRECTORY scripts DESTINATION ${SHARE}/supine
  FILES_MATCHING PATTERN *.routine)
install(DIRECTORY sounds DESTINATION ${SHARE}/supine
  FILES_MATCHING PATTERN *.flac PATTERN generator EXCLUDE)
install(FILES scripts/LANGUAGE.md README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}
  OPTIONAL)

install(FILES ${INSTALL_FILES}/org.supine.supine.desktop
  ${INSTALL_FILES}/org.supine.play.desktop
  DESTINATION ${SHARE}/applications)
install(FILES ${INSTALL_FILES}/org.supine.supine.metainfo.xml
  DESTINATION ${SHARE}/metainfo)
install(FILES ${INSTALL_FILES}/supine.xml DESTINATION ${SHARE}/mime/packages)
install(FILES ${INSTALL_FILES}/supine.svg
  DESTINATION ${SHARE}/icons/hicolor/scalable/apps)

install(FILES ${INSTALL_FILES}/completion.bash RENAME supine
  DESTINATION ${SHARE}/bash-completion/completions)
# Debian's zsh looks elsewhere for what packages bring. Only at the time of
# installing is it known whether this becomes a package.
install(CODE "
  set(FOLDER site-functions)
  if(EXISTS /etc/debian_version AND CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
    set(FOLDER vendor-completions)
  endif()
  file(INSTALL \"${INSTALL_FILES}/completion.zsh\" RENAME _supine
    DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${SHARE}/zsh/\${FOLDER}\")")
install(FILES ${INSTALL_FILES}/completion.fish RENAME supine.fish
  DESTINATION ${SHARE}/fish/vendor_completions.d)

# Installs FILE as NAME.gz, without a time stamp, as Debian wants manual pages
# and change logs.
find_program(GZIP gzip)
function(install_compressed FILE NAME FOLDER)
  set(PACKED ${PROJECT_BINARY_DIR}/install/${NAME}.gz)
  add_custom_command(OUTPUT ${PACKED} DEPENDS ${FILE}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/install
    COMMAND ${GZIP} -9nc ${FILE} > ${PACKED} VERBATIM)
  add_custom_target(pack-${NAME} ALL DEPENDS ${PACKED})
  install(FILES ${PACKED} DESTINATION ${FOLDER})
endfunction()
install_compressed(${INSTALL_FILES}/supine.1 supine.1
  ${CMAKE_INSTALL_MANDIR}/man1)
install_compressed(${INSTALL_FILES}/supine-routine.5 supine-routine.5
  ${CMAKE_INSTALL_MANDIR}/man5)

# With the syntax files that the build has written.
install(FILES ${SYNTAX_FOLDER}/supine.vim
  DESTINATION ${SHARE}/vim/vimfiles/syntax)
install(FILES ${INSTALL_FILES}/editors/ftdetect.vim RENAME supine.vim
  DESTINATION ${SHARE}/vim/vimfiles/ftdetect)
install(FILES ${SYNTAX_FOLDER}/supine.nanorc DESTINATION ${SHARE}/nano)
install(FILES ${SYNTAX_FOLDER}/supine.tmLanguage.json
  DESTINATION ${SHARE}/supine/vscode)
install(DIRECTORY ${INSTALL_FILES}/editors/vscode DESTINATION ${SHARE}/supine)

set(CPACK_GENERATOR DEB)
# A package is maintained by who builds it, as Debian's own tools take it. The
# address that stands in for one is reserved and nobody's.
set(MAINTAINER "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
if(NOT MAINTAINER MATCHES "^[^<]+ <.+>$")
  set(MAINTAINER "Supine maintainers <maintainers@example.org>")
endif()
set(CPACK_PACKAGE_CONTACT "${MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE
  OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION sound)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libasound2-plugins")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "spoken exercise sessions, with sound alone")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Supine leads people through stretches, strengthening, breathing and rest while
their eyes are closed. A calm voice says what to do, silence is exactly as
long as the exercise asks, and chimes and counts tell where one is.

Everything works by ear. Sessions are plain text files in everyday words, and
any session can be rendered to a sound file.")
install(FILES ${INSTALL_FILES}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
configure_file(${INSTALL_FILES}/changelog
  ${PROJECT_BINARY_DIR}/install/changelog @ONLY)
install_compressed(${PROJECT_BINARY_DIR}/install/changelog changelog
  ${CMAKE_INSTALL_DOCDIR})
include(CPack)
