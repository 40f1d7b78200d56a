import type { CaseId } from "../../../shared/model/ids.ts"
import { plainKinds } from "../../../shared/model/field.ts"
import { type Filter, isNarrow } from "../../../shared/model/filter.ts"
import { verifications } from "../../../shared/model/incident.ts"
import { kindOf } from "../../../shared/model/kinds.ts"
import type { Command } from "../command.ts"
import { chosenCase } from "../find.ts"
import { UsageError } from "../given.ts"
import { caseOption } from "../listing.ts"
import { patchOf } from "../record-fields.ts"
import { whereOf, whereOption } from "../where.ts"
import type { Work } from "../work.ts"

const most = 10_000
const bulkKinds = ["incident", "actor", "evidence", ...plainKinds] as const

const idsOf = async (
  work: Work,
  caseId: CaseId,
  kind: (typeof bulkKinds)[number],
  filter: Filter,
): Promise<string[]> => {
  const asked = { caseId, filter, limit: most }
  const all = async () => {
    switch (kind) {
      case "incident":
        return work.call("incident.list", asked)
      case "actor":
        return work.call("actor.list", asked)
      case "evidence":
        return work.call("evidence.list", asked)
      default:
        return work.call("record.list", { ...asked, kind })
    }
  }
  const { rows, total } = await all()
  if (total > most) throw new UsageError(`At most ${most} at once; narrow with --where.`)
  return rows.map(({ id }) => id)
}

const kindNamed = (name: string): (typeof bulkKinds)[number] => {
  const found = bulkKinds.find((kind) => kind === name)
  if (found === undefined) throw new UsageError(`The kind is one of: ${bulkKinds.join(", ")}.`)
  return found
}

const yesOrNo = (text: string | undefined): boolean | undefined => (text === undefined ? undefined : text === "yes")

export const bulkCommand: Command = {
  name: "record set-all",
  summary: "change many records alike, all or none; without --yes it only says how many",
  operands: ["KIND"],
  options: {
    ...caseOption,
    ...whereOption,
    set: { takes: "NAME=VALUE", help: "an answer; empty takes it back; may be repeated", many: true },
    "add-tag": { takes: "TAG", help: "beside the tags that each one has; may be repeated", many: true },
    "remove-tag": { takes: "TAG", help: "may be repeated", many: true },
    verification: { takes: "HOW", help: `of incidents: ${verifications.join(", ")}`, oneOf: verifications },
    protected: { takes: "YES", help: "of people: yes or no", oneOf: ["yes", "no"] },
    yes: { takes: null, help: "do it" },
  },
  examples: [
    "record set-all incident --where place=Almaty --where when=2017 --add-tag square --yes --vault ~/matters",
    "record set-all task --where done=no --set who=Dana --yes --vault ~/matters",
  ],
  vault: "option",
  run: async (work, given) => {
    const kind = kindNamed(given.operand(0))
    const { id: caseId } = await chosenCase(work, given)
    const looking = { work, given, caseId }
    const filter = await whereOf(looking, [kind])
    if (!isNarrow(filter)) throw new UsageError("Say with --where which records are meant.")
    const patch = await patchOf(looking, kindOf(kind), given.all("set"))
    const ids = await idsOf(work, caseId, kind, filter)
    if (!given.flag("yes") || ids.length === 0) {
      const lines = [`${ids.length} match.`, ...(ids.length === 0 ? [] : ["Nothing was changed. Add --yes to do it."])]
      return { result: { ids, changed: 0 }, lines }
    }
    const verification = verifications.find((one) => one === given.text("verification"))
    const isProtected = yesOrNo(given.text("protected"))
    const { changed } = await work.call("record.updateMany", {
      kind,
      ids,
      patch,
      addTags: [...given.all("add-tag")],
      removeTags: [...given.all("remove-tag")],
      ...(verification === undefined ? {} : { verification }),
      ...(isProtected === undefined ? {} : { protected: isProtected }),
    })
    return { result: { ids, changed }, lines: [`${changed} changed, in one act.`] }
  },
}
