#!/bin/sh
# 卸载：只删 install.sh 装的；数据库、备份、打印的文件，还有您改动过或自己放进去的文件，都不动。
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
to=${here%/lib/zizhu}
if [ "$to" = "$here" ] || [ ! -e "$here/extras" ] || [ ! -e "$here/installed" ]; then
  echo "没有卸载。请运行装好的那一份：sh 安装的文件夹/lib/zizhu/uninstall.sh" >&2
  exit 64
fi
if [ ! -w "$to/bin" ] || [ ! -w "$to/lib" ] || [ ! -w "$to/share" ]; then
  echo "没有卸载：没有权限写 $to。请用管理员身份（sudo）运行。" >&2
  exit 73
fi
data=$to/share/zizhu
while IFS= read -r file; do rm -f "$to/share/$file"; done < "$here/extras"
if [ -d "$data" ]; then
  (cd "$data" && find . -type f) | while IFS= read -r file; do
    if grep -qxF -- "$(cd "$data" && sha256sum "$file")" "$here/installed"; then rm -f "$data/$file"; fi
  done
  # 空了的文件夹，从最里面的删起。
  find "$data" -depth -type d -exec rmdir {} + 2>&- || :
  [ ! -d "$data" ] || echo "留下了您改动过或自己放进去的文件：$data"
fi
rm -f "$to/bin/zizhu"
rm -rf "$here"
echo "已从 $to 卸载。数据库没有动。"
