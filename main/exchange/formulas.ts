/**
 * A cell that begins like a formula would be computed by the spreadsheet that opens it, and could send what stands beside
 * it elsewhere. An apostrophe in front makes it text. What begins with apostrophes and then like a formula gets one more,
 * so that reading takes exactly one away and nothing is lost.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

export const escaped = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

export const unescaped = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)
