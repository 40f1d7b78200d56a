/**
 * Brings the independent judges of what Saqta writes into `.cache/judges`: veraPDF (PDF/A), Python's `bagit`, and what
 * the independent reader of vaults needs. They are test tools: nothing of them is shipped or needed by a user.
 */
import { execFileSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const judges = join(root, ".cache", "judges")

export const veraPdfVersion = "1.28.2"
export const veraPdfJar = join(judges, `greenfield-apps-${veraPdfVersion}.jar`)
/** Python's module folder that holds `bagit` 1.9.0. */
export const bagitFolder = join(judges, "bagit")
/** Python's module folder that holds what `test/support/vault_reader.py` needs. */
export const readerFolder = join(judges, "python")
const readerPackages = [
  "argon2-cffi==25.1.0",
  "argon2-cffi-bindings==26.2.0",
  "cffi==2.1.1",
  "cryptography==50.0.2",
  "pycparser==3.12",
  "sqlcipher3-wheels==0.5.7",
]

const bringVeraPdf = (): void => {
  if (existsSync(veraPdfJar)) return
  const repository = join(judges, "m2")
  const artifact = `org.verapdf.apps:greenfield-apps:${veraPdfVersion}`
  execFileSync(
    "mvn",
    ["-q", "-B", `-Dmaven.repo.local=${repository}`, "dependency:get", `-Dartifact=${artifact}`, "-Dtransitive=false"],
    {
      stdio: "inherit",
    },
  )
  copyFileSync(
    join(repository, "org/verapdf/apps/greenfield-apps", veraPdfVersion, `greenfield-apps-${veraPdfVersion}.jar`),
    veraPdfJar,
  )
}

/** Brings pinned packages, unless every one of them is there in that version. */
const bringPython = (folder: string, packages: readonly string[]): void => {
  const record = (pin: string): string => join(folder, `${pin.replace(/-(?=.*==)/g, "_").replace("==", "-")}.dist-info`)
  if (packages.every((pin) => existsSync(record(pin)))) return
  execFileSync(
    "python3",
    [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--upgrade"],
      ...["--target", folder, ...packages],
    ],
    { stdio: "inherit" },
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(judges, { recursive: true })
  bringVeraPdf()
  bringPython(bagitFolder, ["bagit==1.9.0"])
  bringPython(readerFolder, readerPackages)
  console.log("judges: veraPDF, bagit, Python packages")
}
