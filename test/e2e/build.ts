import { execFileSync } from "node:child_process"
import { join } from "node:path"

/** Builds what is older than its sources, so that a journey never walks through yesterday's app. */
export default (): void => {
  const root = join(import.meta.dirname, "..", "..")
  execFileSync(process.execPath, [join(root, "tools", "build.ts"), "--if-stale"], { stdio: "inherit" })
}
