import { z } from "zod"

/** What may stand between the cells of a text file. */
export const separators = [",", ";", "\t", "|"] as const
export type Separator = (typeof separators)[number]

export const tableEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1251"] as const

/** How a table is read; what is "auto" or "" is told from its bytes. */
export const TableReading = z.strictObject({
  encoding: z.enum(["auto", ...tableEncodings]).default("auto"),
  separator: z.enum(["auto", ...separators]).default("auto"),
  /** The sheet of a workbook, by its name; "" is the first that is not hidden. */
  sheet: z.string().max(200).default(""),
})
export type TableReading = z.infer<typeof TableReading>

/** Which column says which field. */
export const ColumnMapping = z.strictObject({ column: z.string().max(2000), field: z.string().max(60) })
export type ColumnMapping = z.infer<typeof ColumnMapping>
