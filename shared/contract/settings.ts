import { z } from "zod"
import { Language } from "../model/ids.ts"
import { call } from "./call.ts"

/** Of this machine, outside any vault: nothing here may say what a vault holds. */
export const Settings = z.strictObject({
  language: Language.default("en"),
  theme: z.enum(["system", "light", "dark"]).default("system"),
  /** Minutes without a key or pointer anywhere in the window's session; 0: never. */
  lockAfterMinutes: z.int().min(0).max(240).default(5),
  lockOnSuspend: z.boolean().default(true),
  rememberVaults: z.boolean().default(true),
})
export type Settings = z.infer<typeof Settings>

export const settingsCalls = {
  "settings.show": call({ input: z.strictObject({}), output: Settings, faults: [] }),
  "settings.update": call({
    input: z.strictObject({
      patch: z
        .strictObject({
          language: Language,
          theme: z.enum(["system", "light", "dark"]),
          lockAfterMinutes: z.int().min(0).max(240),
          lockOnSuspend: z.boolean(),
          rememberVaults: z.boolean(),
        })
        .partial(),
    }),
    output: Settings,
    faults: ["io-error"],
  }),
} as const
