/**
 * Brings the independent judges of what Saqta writes into `.cache/judges`: veraPDF (PDF/A) and Python's `bagit`.
 * They are test tools: nothing of them is shipped or needed by a user.
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

const bringBagit = (): void => {
  if (existsSync(join(bagitFolder, "bagit.py"))) return
  execFileSync(
    "python3",
    [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--no-deps",
      "--target",
      bagitFolder,
      "bagit==1.9.0",
    ],
    {
      stdio: "inherit",
    },
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(judges, { recursive: true })
  bringVeraPdf()
  bringBagit()
  console.log("judges: veraPDF, bagit")
}
