/** What the OCR's miss rate depends on, as it is in use: another version of any of it has to be measured again. */
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { ocrDpi, ocrModels } from "../../main/reading/ocr/index.ts"
import { rendererVersion } from "../../main/redaction/page-cache.ts"
import { proofScale } from "../../main/redaction/prove.ts"
import { context } from "./reading/documents.ts"

const packages = ["tesseract.js-core", "mupdf", "@hyzyla/pdfium"] as const

const versionOf = async (name: string): Promise<string> => {
  const path = fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url))
  return (JSON.parse(await readFile(path, "utf8")) as { version: string }).version
}

const sha256Hex = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

export const ocrVersionsInUse = async () => {
  const names = [...new Set(Object.values(ocrModels).flatMap((models) => models.map(([, binary]) => binary)))]
  const models = await Promise.all(names.map(async (name) => [name, sha256Hex(await context.binary(name))] as const))
  return {
    packages: Object.fromEntries(
      await Promise.all(packages.map(async (name) => [name, await versionOf(name)])),
    ) as Record<string, string>,
    renderer: rendererVersion,
    order: Object.fromEntries(
      Object.entries(ocrModels).map(([set, models]) => [set, models.map(([, binary]) => binary)]),
    ),
    dpi: ocrDpi,
    proofScale,
    models: Object.fromEntries(models),
  }
}
