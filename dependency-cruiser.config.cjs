/** Which way imports may point (ARCHITECTURE.md). Each dangerous thing has one door. */
const only = (name, comment, what, doors) => ({
  name,
  comment,
  severity: "error",
  from: { path: "^(main|shared|renderer|demo)/", pathNot: doors },
  to: { path: what },
})

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: { path: "^(main|shared|renderer)/" }, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "shared-is-pure", comment: "shared knows zod and itself", severity: "error",
      from: { path: "^shared/" }, to: { pathNot: ["^shared/", "node_modules/zod/"] } },
    { name: "shared-no-node", severity: "error", from: { path: "^shared/" }, to: { dependencyTypes: ["core"] } },
    { name: "renderer-sees-shared-only", severity: "error", from: { path: "^renderer/", pathNot: "vite\\.config" }, to: { path: "^(main|test|tools|demo|bench)/" } },
    { name: "renderer-no-node", severity: "error", from: { path: "^renderer/", pathNot: "vite\\.config" }, to: { dependencyTypes: ["core"] } },
    { name: "main-not-renderer", severity: "error", from: { path: "^main/" }, to: { path: "^(renderer|test|tools|bench)/" } },
    { name: "crypto-knows-nothing", severity: "error", from: { path: "^main/crypto/" }, to: { path: "^main/", pathNot: "^main/(crypto|workers/entry)" } },
    { name: "vault-below-domain", severity: "error", from: { path: "^main/vault/" }, to: { path: "^main/(domain|import|exchange|reading|redaction|dossier|engine|ipc|host|cli|jobs|search)/", pathNot: "^main/engine/clock\\.ts" } },
    { name: "domain-below-engine", severity: "error", from: { path: "^main/domain/" }, to: { path: "^main/(import|exchange|reading|redaction|dossier|engine|ipc|host|cli)/", pathNot: "^main/engine/clock\\.ts" } },
    { name: "reading-bytes-in-bytes-out", severity: "error", from: { path: "^main/reading/" }, to: { path: "^main/(vault|domain|import|dossier|engine|ipc|host|cli|jobs)/" } },
    { name: "ocr-has-one-entry", severity: "error", from: { path: "^main/", pathNot: "^main/reading/ocr/" }, to: { path: "^main/reading/ocr/", pathNot: "^main/reading/ocr/index\\.ts$" } },
    { name: "names-are-a-leaf", comment: "the name matcher knows shared and itself; it is no door to the vault", severity: "error",
      from: { path: "^main/search/names/" }, to: { path: "^main/", pathNot: "^main/search/names/" } },
    { name: "names-no-node", severity: "error", from: { path: "^main/search/names/" }, to: { dependencyTypes: ["core"] } },
    { name: "redaction-bytes-in-bytes-out", severity: "error", from: { path: "^main/redaction/" }, to: { path: "^main/(vault|domain|import|dossier|engine|ipc|host|cli|jobs)/" } },
    { name: "fronts-only-call", comment: "no front has rules of its own", severity: "error", from: { path: "^main/cli/" }, to: { path: "^main/(vault|domain|import|exchange|redaction|dossier|reading)/" } },
    only("one-door-electron", "electron only in its host", "^electron$|node_modules/electron/", "^main/host/electron/"),
    only("one-door-sqlcipher", "SQLCipher only in the database module", "@signalapp/sqlcipher", "^main/vault/db\\.ts$"),
    only("one-door-ciphers", "ciphers and hashes only in main/crypto", "^(node:)?crypto$", "^main/crypto/"),
    only("no-sockets", "no INET sockets anywhere", "^(node:)?(net|http|https|http2|dgram|tls|dns)$", "^$"),
    only("one-door-processes", "child processes only in hosts and workers", "^(node:)?child_process$", "^main/(host|workers)/"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
    exclude: { path: "^(dist|\\.cache)/" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json", ".css"], exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
}
