import { config } from "zod"

// Subtle: must be evaluated before any schema is made, hence the first import of main.tsx. Zod compiles its objects with
// `new Function` where it may; asking whether it may is itself a violation of the page's policy.
config({ jitless: true })
