/** The parser process on Node: the same operations, over Node's own channel to the engine. */
import { serve } from "./entry-core.ts"
import { operations } from "./operations.ts"
import { nodePort } from "./node-port.ts"

serve(nodePort(), operations)
