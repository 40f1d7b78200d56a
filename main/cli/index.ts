/** The command line run from its sources: `node main/cli/index.ts …`. The program as built begins in `main/index.ts`. */
import { homedir } from "node:os"
import { productKdf } from "../crypto/kdf.ts"
import { stateFolderOf } from "../host/platform.ts"
import { runCommandLine } from "./main.ts"
import { sourcePlaces } from "./sources.ts"

const stateFolder = stateFolderOf({ platform: process.platform, home: homedir(), environment: process.env })

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  ...sourcePlaces(stateFolder, productKdf),
})
