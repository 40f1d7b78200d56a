/**
 * How many of the gold renderings are found, by form, and how many decoys block: numbers only, never a name, so that it may be
 * run on the sealed set. `node bench/gold-names.ts [test/gold/names.json]`
 */
import { measureGold } from "../test/support/gold-names.ts"

for (const file of process.argv.length > 2 ? process.argv.slice(2) : ["names.json", "names-sealed.json"]) {
  const { forms, decoys } = measureGold(file)
  console.log(`\n${file}`)
  console.log("| form | block: found | of | as block | queue: found | of |\n| --- | --- | --- | --- | --- | --- |")
  const total = { block: 0, blockFound: 0, blockBlocked: 0, queue: 0, queueFound: 0 }
  for (const [form, one] of [...forms].sort(([left], [right]) => (left < right ? -1 : 1))) {
    console.log(
      `| ${form} | ${one.blockFound} | ${one.block} | ${one.blockBlocked} | ${one.queueFound} | ${one.queue} |`,
    )
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += one[key]
  }
  console.log(
    `| all | ${total.blockFound} | ${total.block} | ${total.blockBlocked} | ${total.queueFound} | ${total.queue} |`,
  )
  console.log(`Decoys that block: ${decoys.blocking} of ${decoys.all}; queued: ${decoys.queued}`)
}
