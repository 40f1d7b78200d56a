// Zod compiles its objects with `new Function` where it may; asking whether it may is itself a violation of the page's
// policy. Subtle: zod reads this when its code comes, which is after the first screen; hence the first import of main.tsx.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
