/** One row as it stands in the file; `row` counts as a spreadsheet does, from 1. */
export interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

/** What one table may cost. */
export const tableLimits = {
  rows: 200_000,
  columns: 500,
  /** Of a workbook's sheet, or of its shared strings: 20,000 rows of ten columns have some 8 MB. */
  unpackedBytes: 96 * 1024 * 1024,
} as const
