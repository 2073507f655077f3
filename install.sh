#!/usr/bin/env bash
# Builds the program as one file and installs it with its data.
#
#     ./install.sh [PREFIX]      below /usr/local, or the folder named
#     ./install.sh --pack        as zizhu.tar.xz, for a computer without Swift: tar -xJf zizhu.tar.xz -C /usr/local
set -euo pipefail
cd "$(dirname "$0")"
isPacked=""
prefix=${1:-/usr/local}
if [ "$prefix" = --pack ]; then
  isPacked=yes
  prefix=$(mktemp -d)
  trap 'rm -rf "$prefix"' EXIT
fi
options=(-c release --static-swift-stdlib --product zizhu)
swift build "${options[@]}"
install -d "$prefix/bin" "$prefix/share/zizhu"
# Beside the old one first: whoever works with that keeps it to the end.
strip -o "$prefix/bin/.zizhu.new" "$(swift build "${options[@]}" --show-bin-path)/zizhu"
chmod 755 "$prefix/bin/.zizhu.new"
mv "$prefix/bin/.zizhu.new" "$prefix/bin/zizhu"
cp -R data/. "$prefix/share/zizhu/"
chmod -R u=rwX,go=rX "$prefix/share/zizhu"
"$prefix/bin/zizhu" policy check "$prefix/share/zizhu/policies/qingyuan-2018-27.json"
if [ -n "$isPacked" ]; then
  tar -C "$prefix" -cf - bin share | xz -T0 -6 > zizhu.tar.xz
  ls -l zizhu.tar.xz
fi
