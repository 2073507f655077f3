#!/bin/sh
# 安装：sh install.sh [文件夹]，默认 /usr/local；不能写那里时装到自己的 ~/.local。数据库不受影响。
set -eu
fail() {
  echo "没有安装：$1" >&2
  exit "${2:-73}"
}
from=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ $# -gt 0 ]; then to=$1
elif [ -w /usr/local ]; then to=/usr/local
elif [ -n "${HOME-}" ]; then to=$HOME/.local
else fail "没有权限写 /usr/local，也不知道您的主文件夹（HOME）。请写明文件夹：sh install.sh 文件夹" 64
fi
[ -n "$to" ] || fail "文件夹的名称是空的。" 64
case $to in -*) to=./$to ;; esac
said=$("$from/bin/zizhu" --version 2>&1) \
  || fail "程序在这台电脑上运行不了。要 x86-64 的 Linux，内核 4.19 以上；程序所在的盘不能设成不许运行程序（noexec）。$said" 69
mkdir -p "$to/bin" "$to/lib" "$to/share" && [ -w "$to/bin" ] && [ -w "$to/lib" ] && [ -w "$to/share" ] \
  || fail "没有权限写 $to。请用管理员身份（sudo）安装，或写明别的文件夹。"
to=$(CDPATH='' cd -- "$to" && pwd)
[ "$from" != "$to" ] || fail "不能装在安装包自己的文件夹里，请写明别的文件夹。" 64
own=$to/lib/zizhu
data=$to/share/zizhu

# 先放在旧的旁边，齐了再换：正在用旧程序的人可以用到离开。
for part in "$own.new" "$own.old" "$data.new" "$data.old"; do
  [ ! -d "$part" ] || chmod -R u+rwX "$part"
  rm -rf "$part"
done
cp -R "$from/lib/zizhu" "$own.new"
cp -R "$from/share/zizhu" "$data.new"
# 安装包可能在只读的盘上，拷来的也是只读的。
chmod -R u=rwX,go=rX "$own.new" "$data.new"
cp "$from/uninstall.sh" "$own.new/uninstall.sh"
chmod 644 "$own.new/uninstall.sh"
# 记下装了什么：卸载和再次安装时，改动过的、不是程序带来的文件都留着。
(cd "$data.new" && find . -type f -exec sha256sum {} +) > "$own.new/installed"
if [ -d "$data" ]; then
  (cd "$data" && find . -type f) | while IFS= read -r file; do
    sum=$(cd "$data" && sha256sum "$file")
    if grep -qxF -- "$sum" "$own.new/installed"; then continue; fi
    if [ -e "$own/installed" ] && grep -qxF -- "$sum" "$own/installed"; then continue; fi
    kept=$file
    if [ -e "$data.new/$file" ]; then
      count=
      while [ -e "$data/$file.改动过$count" ] || [ -e "$data.new/$file.改动过$count" ]; do count=$((${count:-1} + 1)); done
      kept=$file.改动过$count
      echo "您改动过的 ${file#./} 留作 ${kept#./}"
    fi
    mkdir -p "$(dirname -- "$data.new/$kept")"
    cp "$data/$file" "$data.new/$kept"
  done
fi
# 说明书、补全、桌面图标：有哪些装哪些，并记下来，卸载时照着删。
(cd "$from/extras" && find . -type f) > "$own.new/extras"
while IFS= read -r file; do
  mkdir -p "$(dirname -- "$to/share/$file")"
  cp "$from/extras/$file" "$to/share/$file"
  chmod 644 "$to/share/$file"
done < "$own.new/extras"
# 桌面图标写明程序在哪里：图形界面的搜索路径里不一定有这个文件夹。
place=$(printf '%s' "$own/open" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
{
  grep -v '^Exec=' "$from/extras/applications/zizhu.desktop"
  printf 'Exec="%s"\n' "$place"
} > "$to/share/applications/zizhu.desktop"

for part in "$own" "$data"; do
  [ ! -e "$part" ] || mv "$part" "$part.old"
  mv "$part.new" "$part"
  rm -rf "$part.old"
done
cp "$from/bin/zizhu" "$to/bin/.zizhu.new"
chmod 755 "$to/bin/.zizhu.new"
mv "$to/bin/.zizhu.new" "$to/bin/zizhu"
echo "已装到 $to。运行：$to/bin/zizhu"
case ":${PATH-}:" in
  *":$to/bin:"*) ;;
  *) echo "$to/bin 不在 PATH 里；想直接输入 zizhu，请在 ~/.profile 里加一行：PATH=\"$to/bin:\$PATH\"" ;;
esac
echo "卸载：sh '$own/uninstall.sh'"
