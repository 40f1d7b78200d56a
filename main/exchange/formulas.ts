const formula = /^'+[=+\-@\t\r\n＝＋－＠]/

/**
 * Programs that write tables with care put an apostrophe before what begins like a formula, so that a spreadsheet shows it
 * instead of computing it. It is no part of what was written: exactly one is taken away.
 */
export const unescaped = (cell: string): string => (formula.test(cell) ? cell.slice(1) : cell)
