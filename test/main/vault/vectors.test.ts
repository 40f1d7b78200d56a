import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { openStrayBlob } from "../../../main/vault/blob-reader.ts"
import { blobFiles } from "../../../main/vault/blob-files.ts"
import type { BlobId } from "../../../shared/model/ids.ts"
import { runVectors, type Vectors } from "../../support/vectors.ts"

const vectorsFolder = fileURLToPath(new URL("../../vectors/", import.meta.url))
const json = readFileSync(`${vectorsFolder}format-1.json`, "utf8")
const vectors = JSON.parse(json) as Vectors

test("every published vector comes out byte for byte", async () => {
  const { passed, failures } = await runVectors(json)
  expect(failures).toEqual([])
  expect(passed).toBeGreaterThanOrEqual(90)
})

test("a vector with one wrong digit is found", async () => {
  const wrong = json.replace(vectors.header.keysHex.databaseKey, "0".repeat(64))
  expect((await runVectors(wrong)).failures).toEqual(["header: databaseKey", "header: databaseKey"])
})

test("the published folder holds the same files", async () => {
  const folder = `${vectorsFolder}vault-1`
  for (const name of ["header.a", "header.b"])
    expect(readFileSync(`${folder}/${name}`).toString("base64")).toBe(vectors.header.fileBase64)
  for (const { id, sha256, name } of vectors.blobs) {
    const path = blobFiles(folder).path(id as BlobId)
    expect(readFileSync(path).toString("base64")).toBe(vectors.blobs.find((blob) => blob.id === id)?.fileBase64)
    const blob = await openStrayBlob(path, Buffer.from(vectors.header.keysHex.blobKey, "hex"), id as BlobId)
    expect(blob).toMatchObject({ name, ref: { sha256 } })
    await blob.close()
  }
})
