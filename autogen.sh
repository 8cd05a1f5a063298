#!/bin/sh
# Make ./configure from configure.ac; needs autoconf, automake, gettext and autoconf-archive.
set -e
cd "$(dirname "$0")"
autoreconf --install --force --warnings=all
