/**
 * A root of its own for a parser process on Linux, made without any privilege in a user namespace.
 *
 *   a tmpfs becomes the root; into it, read-only: the system's programs and libraries, Node, the parser's own code,
 *   /dev/null and /dev/urandom. No home, no vault, no /tmp, no other process in /proc.
 *   Then: no capability, none to be gained, no further namespaces, a limit on memory, no core dump.
 *
 * It binds native code too: what escapes from WebAssembly and from Node finds the same walls.
 */

/** Words of `script`: where to build the root, limit on memory in KiB, paths to show, "--", the command to run. */
const script = `
set -eu
root=$1; memory=$2; shift 2
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs "$root"
bind() {
  mount --bind "$1" "$root$1"
  case $1 in /dev/*) ;; *) mount -o remount,bind,ro,nosuid,nodev "$root$1" ;; esac
}
show() {
  [ ! -e "$root$1" ] || return 0
  if [ -L "$1" ]; then ln -s "$(readlink "$1")" "$root$1"
  elif [ -d "$1" ]; then mkdir -p "$root$1"; bind "$1"
  elif [ -e "$1" ]; then mkdir -p "$root\${1%/*}"; : > "$root$1"; bind "$1"
  fi
}
for path in /usr /bin /sbin /lib /lib64 /nix/store /dev/null /dev/urandom; do show "$path"; done
while [ "$1" != -- ]; do show "$1"; shift; done
shift
mkdir "$root/proc" "$root/old"
mount -t proc proc "$root/proc"
echo 0 > "$root/proc/sys/user/max_user_namespaces"
cd "$root"
pivot_root . old
umount -l old
rmdir old
mount -o remount,bind,ro,nosuid,nodev /
cd /
ulimit -c 0
ulimit -d "$memory"
exec setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all "$@"
`

const namespaces = ["--map-root-user", "--net", "--ipc", "--pid", "--fork", "--kill-child", "--mount"] as const

/** Empty folders that a system has; one is covered by the new root, in the parser's own view only. */
const places = ["/mnt", "/media", "/srv", "/opt"] as const

/** `command` in a root that shows `visible` (real paths) and what every program needs. */
export const jailed = (command: readonly string[], visible: readonly string[], memoryMiB: number): string[] => {
  const inside = (place: string): boolean => visible.some((path) => `${path}/`.startsWith(`${place}/`))
  const root = places.find((place) => !inside(place)) ?? places[0]
  const words = [root, String(memoryMiB * 1024), ...visible, "--", ...command]
  return ["unshare", ...namespaces, "/bin/sh", "-c", script, "sh", ...words]
}
