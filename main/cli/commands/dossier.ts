import { Language } from "../../../shared/model/ids.ts"
import type { DossierVerdict } from "../../../shared/model/dossier.ts"
import type { Command, OptionSpec } from "../command.ts"
import { chosenCase, findEvidence, findIncident } from "../find.ts"
import type { Given } from "../given.ts"
import { caseOption } from "../listing.ts"
import { doubtLines, facts, table } from "../print.ts"
import { termsOf } from "../text-file.ts"
import type { Work } from "../work.ts"
import { redactionOf, redactionOptions } from "./redact.ts"

const verdictLines = (verdict: DossierVerdict): string[] => [
  ...table(
    ["CHECK", "RESULT", "LOOKED AT", "DETAIL"],
    verdict.checks.map((one) => [one.name, one.passed ? "holds" : "FAILED", one.looked, one.detail]),
    "Nothing was checked.",
  ),
  `Signed with the key ${verdict.keyFingerprint}${verdict.signerVerified ? ", as expected." : ". Not verified who: compare it with what the sender told you by another way (--fingerprint)."}`,
]

/** What a bundle is made of; the same words confirm it and build it. */
export const bundleOptions: Readonly<Record<string, OptionSpec>> = {
  ...caseOption,
  title: { takes: "TEXT", required: true, help: "on its cover" },
  audience: { takes: "TEXT", required: true, help: "for whom; pseudonyms are drawn per audience" },
  incident: { takes: "INCIDENT", required: true, many: true, help: "id or title; may be given again" },
  evidence: { takes: "EVIDENCE", many: true, help: "only these items as annexes (default: all that are linked)" },
  terms: { takes: "FILE", help: "more words that must not leave, UTF-8, one a line" },
  language: { takes: "CODE", help: Language.options.join(", "), oneOf: Language.options },
  "dated-on": { takes: "DAY", help: "the cover's date, such as 2017-03-10 (default: today)" },
  ...redactionOptions,
}

export const optionsOf = async (work: Work, given: Given) => {
  const terms = given.text("terms")
  const incidentIds = []
  for (const wanted of given.all("incident")) incidentIds.push((await findIncident(work, given, wanted)).id)
  const evidenceIds = []
  for (const wanted of given.all("evidence")) evidenceIds.push((await findEvidence(work, given, wanted)).id)
  return {
    title: given.required("title"),
    audience: given.required("audience"),
    language: Language.parse(given.text("language") ?? "en"),
    incidentIds,
    evidenceIds: evidenceIds.length === 0 ? null : evidenceIds,
    terms: terms === undefined ? [] : termsOf(await work.secrets.lines(terms)),
    datedOn: given.text("dated-on") ?? work.today,
    redaction: redactionOf(given),
  }
}

const build: Command = {
  name: "dossier build",
  summary: "build a redacted bundle of chosen incidents for one audience, prove it and verify it",
  operands: [],
  options: {
    ...bundleOptions,
    to: { takes: "DIR", required: true, help: "the folder that the bundle's own folder is made in" },
    name: { takes: "NAME", help: "the bundle's folder" },
  },
  examples: [
    'dossier build --title "The search of 4 March" --audience "UN body" --incident "The office is searched" --to ~/out --vault ~/matters',
  ],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const options = await optionsOf(work, given)
    await work.call("job.pause", { paused: false })
    const target = work.offer(given.required("to"))
    const made = await work.longCall("dossier.build", {
      caseId,
      target,
      folderName: given.text("name") ?? null,
      options,
    })
    const folder = work.pathOf(made.result.folder)
    return {
      result: { id: made.id, ...made.result, folder },
      lines: [
        ...facts([
          ["Written", folder],
          ["Pages", made.result.pages],
          ["Annexes", made.result.annexes.length],
          ["Kept back", made.result.keptBack.map((one) => one.reference).join(", ")],
          ["People by pseudonym", made.result.pseudonyms],
        ]),
        ...made.result.proofs.flatMap(({ file, report }) => doubtLines(file, report.pagesWithDoubts)),
        ...verdictLines(made.result.verdict),
      ],
      ...(made.result.verdict.passed ? {} : { failure: { code: "verification-failed" } as const }),
    }
  },
}

const verify: Command = {
  name: "dossier verify",
  summary: "check a bundle against its checksums and signature; needs no vault (exit 3 where a check fails)",
  operands: ["DIR"],
  options: { fingerprint: { takes: "TEXT", help: "the key that must have signed it, as the keeper told you" } },
  examples: ["dossier verify ~/out/bundle", "dossier verify ~/out/bundle --fingerprint 3f0c…"],
  vault: "none",
  run: async (work, given) => {
    const folder = work.offer(given.operand(0))
    const result = await work.longCall("dossier.verify", { folder, fingerprint: given.text("fingerprint") ?? "" })
    return {
      result,
      lines: [...verdictLines(result), result.passed ? "Everything holds." : "Do not rely on this bundle."],
      ...(result.passed ? {} : { failure: { code: "verification-failed" } as const }),
    }
  },
}

const list: Command = {
  name: "dossier list",
  summary: "list the bundles that left a case",
  operands: [],
  options: caseOption,
  examples: ["dossier list --vault ~/matters"],
  vault: "option",
  run: async (work, given) => {
    const { id: caseId } = await chosenCase(work, given)
    const result = await work.call("dossier.list", { caseId })
    const rows = result.dossiers.map((one) => [
      ...[one.builtAt, one.title, one.audience, one.annexes, one.pages],
      ...[one.reviewedBy.filter(Boolean).join(", "), one.confirmedBy ?? "", one.id],
    ])
    return {
      result,
      lines: table(
        ["BUILT", "TITLE", "AUDIENCE", "ANNEXES", "PAGES", "REVIEWED BY", "CONFIRMED BY", "ID"],
        rows,
        "Nothing has left yet.",
      ),
    }
  },
}

export const dossierCommands: readonly Command[] = [build, verify, list]
