import type { EngineContext, HandlersOf } from "../context.ts"

export const settingsHandlers = (context: EngineContext): HandlersOf<"settings"> => ({
  "settings.show": () => context.settings.read(),
  "settings.update": ({ patch }) => {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    return context.settings.update(given)
  },
})
