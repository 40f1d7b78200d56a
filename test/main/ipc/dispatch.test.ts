import { expect, test } from "vitest"
import type { Handlers } from "../../../shared/contract/contract.ts"
import { Fault, type FaultCode } from "../../../shared/faults.ts"
import { faultLine } from "../../../main/engine/fault-log.ts"
import { dispatch } from "../../../main/ipc/dispatch.ts"

/** Only the handlers that a test calls. */
const only = (handlers: Partial<Handlers>): Handlers => handlers as Handlers

const failing = (error: unknown) => {
  const log: string[] = []
  const handlers = {
    "case.list": () => {
      throw error
    },
  }
  const reply = dispatch(only(handlers), (call, cause) => void log.push(faultLine(call, cause)), "case.list", {})
  return { reply, log }
}

const codeOf = async (error: unknown): Promise<FaultCode | undefined> => {
  const reply = await failing(error).reply
  return reply.ok ? undefined : reply.fault.code
}

test("a declared fault reaches the caller with its detail", async () => {
  expect(await failing(new Fault("vault-locked", { count: 1 })).reply).toEqual({
    ok: false,
    fault: { code: "vault-locked", detail: { count: 1 } },
  })
})

test("a fault that the call does not declare becomes internal and loses its detail", async () => {
  const { reply, log } = failing(new Fault("blob-damaged", { name: "canary" }))
  expect(await reply).toEqual({ ok: false, fault: { code: "internal", detail: {} } })
  expect(log.join("")).toContain("Fault blob-damaged")
  expect(log.join("")).not.toContain("canary")
})

test("what can befall every call need not be declared", async () => {
  expect(await codeOf(new Fault("disk-full"))).toBe("disk-full")
})

test("any other error becomes internal, logged without its message", async () => {
  const { reply, log } = failing(new TypeError("the name was canary"))
  expect(await reply).toEqual({ ok: false, fault: { code: "internal", detail: {} } })
  expect(log).toHaveLength(1)
  expect(log[0]).toMatch(/^saqta: case\.list: TypeError \| at /)
  expect(log[0]).not.toContain("canary")
})

test("a thrown value that is no error is caught too", async () => {
  expect(await codeOf("canary")).toBe("internal")
})

test("a rejected promise is caught as a throw is", async () => {
  const handlers = { "case.list": () => Promise.reject(new Fault("vault-locked")) }
  expect(await dispatch(only(handlers), () => undefined, "case.list", {})).toMatchObject({
    fault: { code: "vault-locked" },
  })
})

test("handlers get parsed input with its defaults", async () => {
  const seen: unknown[] = []
  const handlers = { "settings.update": (input: unknown) => seen.push(input) as never }
  await dispatch(only(handlers), () => undefined, "settings.update", { patch: { theme: "dark" } })
  expect(seen).toEqual([{ patch: { theme: "dark" } }])
})
