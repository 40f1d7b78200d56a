/** Electron's main process for the vectors: starts them in a utilityProcess, where the product does its cryptography. */
import { join } from "node:path"
import { app, utilityProcess } from "electron"

void app.whenReady().then(() => {
  const child = utilityProcess.fork(join(__dirname, "vectors-engine.cjs"))
  child.on("message", (result: unknown) => {
    process.stdout.write(`RESULT ${JSON.stringify(result)}\n`, () => app.exit(0))
  })
})
