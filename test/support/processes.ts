/** Looks into other processes through /proc: who is there, what their memory holds, what sockets they have. Linux only. */
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from "node:fs"
import { findNeedles, longestNeedle, type Needle } from "./needles.ts"

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return ""
  }
}

export const isAlive = (pid: number): boolean => {
  const state = /^\d+ \(.*\) (\S)/s.exec(read(`/proc/${pid}/stat`))?.[1]
  return state !== undefined && state !== "Z" && state !== "X"
}

const parents = (): Map<number, number> =>
  new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1])] as const),
  )

/** `pid` and everything that it started, and so on. */
export const processTree = (pid: number): number[] => {
  const parentOf = parents()
  const belongs = (one: number | undefined): boolean =>
    one !== undefined && one > 1 && (one === pid || belongs(parentOf.get(one)))
  return [...parentOf.keys()].filter(belongs)
}

/** Living processes whose command line holds `text`. */
export const processesNaming = (text: string): number[] =>
  [...parents().keys()].filter(
    (pid) => pid !== process.pid && isAlive(pid) && read(`/proc/${pid}/cmdline`).includes(text),
  )

const pageBytes = 4096
const partBytes = 8 * 1024 * 1024

/** Stretches of `region` that are in memory; the rest was never touched, or is backed by a file. */
const residentStretches = (pagemap: number, start: number, end: number): [number, number][] => {
  const stretches: [number, number][] = []
  const entries = Buffer.alloc(Math.min((end - start) / pageBytes, 65536) * 8)
  for (let at = start; at < end; ) {
    const wanted = Math.min(entries.length, ((end - at) / pageBytes) * 8)
    const got = readSync(pagemap, entries, 0, wanted, (at / pageBytes) * 8)
    if (got <= 0) break
    for (let offset = 0; offset < got; offset += 8, at += pageBytes) {
      // Bit 63: present; bit 62: swapped out.
      if ((entries[offset + 7]! & 0xc0) === 0) continue
      const last = stretches[stretches.length - 1]
      if (last !== undefined && last[1] === at) last[1] = at + pageBytes
      else stretches.push([at, at + pageBytes])
    }
  }
  return stretches
}

const regionsOf = (pid: number): [number, number][] =>
  read(`/proc/${pid}/maps`)
    .split("\n")
    .flatMap((line) => {
      const match = /^([0-9a-f]+)-([0-9a-f]+) (r)(w)/.exec(line)
      return match === null ? [] : [[parseInt(match[1]!, 16), parseInt(match[2]!, 16)] as [number, number]]
    })

/** Names of the needles in the writable memory of `pid`; each once. */
export const scanMemory = (pid: number, needles: readonly Needle[]): string[] => {
  const found = new Set<string>()
  const overlap = longestNeedle(needles)
  const memory = openSync(`/proc/${pid}/mem`, "r")
  const pagemap = openSync(`/proc/${pid}/pagemap`, "r")
  const part = Buffer.alloc(partBytes + overlap)
  try {
    for (const [start, end] of regionsOf(pid)) {
      for (const [from, to] of residentStretches(pagemap, start, end)) {
        for (let at = from; at < to; at += partBytes) {
          const wanted = Math.min(part.length, to - at)
          let got = 0
          try {
            got = readSync(memory, part, 0, wanted, at)
          } catch {
            // The region went away between listing and reading.
          }
          for (const name of findNeedles(part.subarray(0, got), needles)) found.add(name)
        }
      }
    }
  } finally {
    closeSync(memory)
    closeSync(pagemap)
  }
  return [...found]
}

/** What each process's memory holds of `needles`: "pid: name" for every find. */
export const scanProcesses = (pids: readonly number[], needles: readonly Needle[]): string[] =>
  pids.filter(isAlive).flatMap((pid) => scanMemory(pid, needles).map((name) => `${pid}: ${name}`))

/** INET sockets of `pid`: "tcp 0100007F:1F90 …" lines of the kernel's own tables. */
export const inetSockets = (pid: number): string[] => {
  const inodes = new Set<string>()
  try {
    for (const name of readdirSync(`/proc/${pid}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1]
      if (inode !== undefined) inodes.add(inode)
    }
  } catch {
    // The process, or one of its descriptors, has gone.
  }
  return ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"].flatMap((table) =>
    read(`/proc/${pid}/net/${table}`)
      .split("\n")
      .slice(1)
      .filter((line) => inodes.has(line.trim().split(/\s+/)[9] ?? ""))
      .map((line) => `${table} ${line.trim()}`),
  )
}

/** The effective user of `pid`. */
export const userOf = (pid: number): number => Number(/^Uid:\s+\d+\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1])
