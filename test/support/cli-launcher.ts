/** The command line with the cheapest key derivation that a header accepts. Its state folder is the first word. */
import { runCommandLine } from "../../main/cli/main.ts"
import { sourcePlaces } from "../../main/cli/sources.ts"

const [stateFolder = "", ...words] = process.argv.slice(2)
const kdf = { memoryKiB: 64 * 1024, passes: 1, lanes: 1 }

process.exitCode = await runCommandLine({ words, ...sourcePlaces(stateFolder, kdf) })
