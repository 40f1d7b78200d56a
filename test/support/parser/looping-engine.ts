/** An engine whose parser is stuck. Says "looping" when it is; test only. */
import { makeTestPool, parserSources, parserTestSources } from "../parser-pool.ts"

const [entry = "", marker = ""] = process.argv.slice(2)
const pool = makeTestPool({ entry, readable: [...parserSources, parserTestSources, marker] })
const run = pool.run.bind(pool) as unknown as (name: string, input: unknown) => Promise<unknown>
await run("pid", {})
void run("loop", {})
process.stdout.write("looping\n")
