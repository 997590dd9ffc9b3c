#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image: Node, and the grader without its optional engines.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

here=$(cd "$(dirname "$0")" && pwd)

if ! command -v node >/dev/null || [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
  apt-get update
  apt-get install -y --no-install-recommends ca-certificates curl
  curl -fsSL https://deb.nodesource.com/setup_22.x | bash -
  apt-get install -y --no-install-recommends nodejs
fi

# A packed copy beside this file goes before the registry: `npm pack gradcheck` makes one.
packed=$(find "$here" -maxdepth 1 -name 'gradcheck-*.tgz' | head -n 1)
npm install --prefix "$here" --no-audit --no-fund --omit=optional --omit=dev "${packed:-gradcheck@$(cat "$here/version")}"
