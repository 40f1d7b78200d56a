import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { bagFiles } from "../../../main/dossier/bag.ts"
import { dossierFile, proofFile } from "../../../main/dossier/manifest.ts"
import { fingerprint, sign } from "../../../main/dossier/signature.ts"
import { verifyDossier } from "../../../main/dossier/verify.ts"
import { ed25519PublicKey } from "../../../main/crypto/sign.ts"
import { sha256Hex } from "../../../main/crypto/hash.ts"
import { DossierOptions } from "../../../shared/model/dossier.ts"
import { writeFiles } from "../../support/files.ts"

const seed = new Uint8Array(32).fill(7)
const annexBytes = new TextEncoder().encode("%PDF-1.7 annex")
const options = DossierOptions.parse({
  title: "Bundle",
  audience: "Committee",
  datedOn: "2026-11-23",
  incidentIds: ["7f1f2c58-8d3a-4b8a-9a52-3c1d1c6f0a11"],
})
const annex = {
  number: 1,
  file: "annexes/annex-01.pdf",
  title: "Act",
  pages: 1,
  firstPage: 4,
  boxes: 2,
  sha256: sha256Hex(annexBytes),
}

const bundle = () => {
  const bag = bagFiles(
    new Map([
      ["dossier.pdf", new TextEncoder().encode("%PDF-1.7 own")],
      ["annexes/annex-01.pdf", annexBytes],
      ["dossier.json", dossierFile(options, { title: "Bundle", pages: 4, annexes: [annex], keptBack: [] })],
      ["proof.json", proofFile([], false)],
    ]),
    { title: "Bundle", datedOn: "2026-11-23" },
  )
  const signature = sign(bag.get("tagmanifest-sha256.txt")!, seed)
  return new Map([...bag, ["signature.json", new TextEncoder().encode(JSON.stringify(signature))]])
}

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "saqta-verify-"))
  writeFiles(folder, bundle())
})
afterEach(() => rmSync(folder, { recursive: true }))

const failedChecks = async (expected = "") =>
  (await verifyDossier(folder, expected)).checks.filter((check) => !check.passed).map((check) => check.name)

test("an untouched bundle passes, and nobody has verified who signed it", async () => {
  const verdict = await verifyDossier(folder, "")
  expect(verdict.passed).toBe(true)
  expect(verdict.signerVerified).toBe(false)
})

test("the fingerprint that the sender told verifies the signer", async () => {
  const verdict = await verifyDossier(folder, fingerprint(ed25519PublicKey(seed)).toUpperCase())
  expect(verdict).toMatchObject({ passed: true, signerVerified: true })
})

test("another fingerprint than the sender's fails", async () => {
  expect(await failedChecks("0000 1111")).toEqual(["signer"])
})

test.each([
  "data/dossier.pdf",
  "data/annexes/annex-01.pdf",
  "bag-info.txt",
  "manifest-sha256.txt",
  "data/dossier.json",
])("a changed byte in %s is found", async (path) => {
  appendFileSync(join(folder, path), " ")
  expect((await verifyDossier(folder, "")).passed).toBe(false)
})

test("a file that nobody listed is found", async () => {
  writeFileSync(join(folder, "data", "extra.pdf"), "x")
  expect(await failedChecks()).toEqual(["nothing-added"])
})

test("a missing annex is found", async () => {
  rmSync(join(folder, "data/annexes/annex-01.pdf"))
  expect(await failedChecks()).toEqual(["manifest-sha256.txt", "annexes"])
})

test("manifests made anew after a change do not fit the signature", async () => {
  const signature = readFileSync(join(folder, "signature.json"))
  const changed = bagFiles(new Map([["dossier.pdf", new TextEncoder().encode("other")]]), {
    title: "Bundle",
    datedOn: "2026-11-23",
  })
  rmSync(folder, { recursive: true })
  writeFiles(folder, new Map([...changed, ["signature.json", signature]]))
  expect(await failedChecks()).toContain("signature")
})

test("a folder that is no bundle is refused", async () => {
  rmSync(join(folder, "bagit.txt"))
  await expect(verifyDossier(folder, "")).rejects.toMatchObject({ code: "not-a-dossier" })
})
