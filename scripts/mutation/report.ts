import type { Compiles } from './compiler.ts'

interface Position {
  readonly line: number
  readonly column: number
}

/** What this project reads of Stryker's report: for each file its text, and what became of each mutant. */
export interface MutationReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string
        readonly mutants: readonly {
          readonly mutatorName: string
          readonly replacement?: string
          readonly status: string
          readonly statusReason?: string
          readonly location: { readonly start: Position; readonly end: Position }
        }[]
      }
    >
  >
}

/** A mutant that no test can notice: what stands in the file, what stood in its place, and why that changes nothing. */
export interface EquivalentMutant {
  readonly file: string
  /** The line, or the lines, as they are in the file, without white space at both ends. */
  readonly line: string
  /** The same with the mutant. */
  readonly mutated: string
  readonly reason: string
}

/** A mutant that lived. */
export interface Survivor {
  readonly file: string
  readonly at: string
  readonly mutator: string
  readonly covered: boolean
  readonly line: string
  readonly mutated: string
}

/** The counts of one file or room. */
export interface Score {
  killed: number
  survived: number
  /** Mutants that no test reaches; they count as survivors. */
  uncovered: number
  /** Survivors that the compiler refuses; they count for nothing, like those that are equivalent. */
  refused: number
  equivalent: number
  /** Mutants of what runs when a module is loaded, which are not run. */
  fixed: number
}

export interface Outcome {
  readonly scores: ReadonlyMap<string, Score>
  readonly survivors: readonly Survivor[]
  /** Entries of the list of equivalent mutants that are no survivors (any more). */
  readonly stale: readonly EquivalentMutant[]
}

function offsetIn(source: string, { line, column }: Position): number {
  let start = 0
  for (let at = 1; at < line; at++) start = source.indexOf('\n', start) + 1
  return start + column - 1
}

/** Killed in a hundred of those that could be. */
export function percentOf({ killed, survived, uncovered }: Score): number {
  const all = killed + survived + uncovered
  return all === 0 ? 100 : (100 * killed) / all
}

/** The sum of several scores. */
export function totalOf(scores: Iterable<Partial<Score>>): Score {
  const total: Score = { killed: 0, survived: 0, uncovered: 0, refused: 0, equivalent: 0, fixed: 0 }
  for (const score of scores) {
    total.killed += score.killed ?? 0
    total.survived += score.survived ?? 0
    total.uncovered += score.uncovered ?? 0
    total.refused += score.refused ?? 0
    total.equivalent += score.equivalent ?? 0
    total.fixed += score.fixed ?? 0
  }
  return total
}

type Mutant = MutationReport['files'][string]['mutants'][number]

/** The line of a mutant before and after, and the whole text with it. */
function applied(
  source: string,
  { location, replacement = '' }: Mutant,
): { line: string; mutated: string; text: string } {
  const [start, end] = [offsetIn(source, location.start), offsetIn(source, location.end)]
  const first = source.lastIndexOf('\n', start - 1) + 1
  const newline = source.indexOf('\n', end)
  const last = newline < 0 ? source.length : newline
  return {
    line: source.slice(first, last).trim(),
    mutated: (source.slice(first, start) + replacement + source.slice(end, last)).trim(),
    text: source.slice(0, start) + replacement + source.slice(end),
  }
}

const keyOf = ({ file, line, mutated }: { file: string; line: string; mutated: string }): string =>
  JSON.stringify([file, line, mutated])

/** What a mutant that no test noticed is counted as. */
function fateOf(change: { file: string; line: string; mutated: string; text: string }, judges: Judges): Fate {
  if (judges.equivalents.has(keyOf(change))) return 'equivalent'
  return judges.compiles(change.file, change.text) ? 'survived' : 'refused'
}

type Fate = 'equivalent' | 'survived' | 'refused'

interface Judges {
  readonly equivalents: ReadonlySet<string>
  readonly compiles: Compiles
}

/** What Stryker's words for the fate of a mutant come to; undefined for a survivor. */
function settled({ status, statusReason = '' }: Mutant): Partial<Score> | undefined {
  if (status === 'Survived' || status === 'NoCoverage') return undefined
  if (status === 'Ignored') return statusReason.startsWith('Static') ? { fixed: 1 } : {}
  return status === 'Killed' || status === 'Timeout' || status === 'RuntimeError' ? { killed: 1 } : {}
}

/** Reads what became of the mutants of one file, and collects those that lived and those that are known. */
function judgeFile(
  file: string,
  { source, mutants }: MutationReport['files'][string],
  judges: Judges,
  found: { readonly survivors: Survivor[]; readonly met: Set<string> },
): Score {
  return totalOf(
    mutants.map((mutant) => {
      const known = settled(mutant)
      if (known !== undefined) return known
      const change = { file, ...applied(source, mutant) }
      const fate = fateOf(change, judges)
      if (fate === 'equivalent') found.met.add(keyOf(change))
      if (fate !== 'survived') return { [fate]: 1 }
      const at = `${mutant.location.start.line}:${mutant.location.start.column}`
      const covered = mutant.status === 'Survived'
      found.survivors.push({
        file,
        at,
        mutator: mutant.mutatorName,
        covered,
        line: change.line,
        mutated: change.mutated,
      })
      return { [covered ? 'survived' : 'uncovered']: 1 }
    }),
  )
}

/** Reads a report: counts what was killed, and leaves out what the compiler refuses or a list says is equivalent. */
export function judge(report: MutationReport, equivalents: readonly EquivalentMutant[], compiles: Compiles): Outcome {
  const judges = { equivalents: new Set(equivalents.map(keyOf)), compiles }
  const found = { survivors: [], met: new Set<string>() }
  const scores = new Map(
    Object.entries(report.files).map(([file, content]) => [file, judgeFile(file, content, judges, found)]),
  )
  const stale = equivalents.filter((entry) => scores.has(entry.file) && !found.met.has(keyOf(entry)))
  return { scores, survivors: found.survivors, stale }
}

const columns = ['score', 'killed', 'survived', 'uncovered', 'equivalent', 'refused', 'static'] as const

function row(name: string, score: Score, width: number): string {
  const { killed, survived, uncovered, equivalent, refused, fixed } = score
  const cells = [`${percentOf(score).toFixed(1)} %`, killed, survived, uncovered, equivalent, refused, fixed]
  return `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(11)).join('')}\n`
}

/** The scores as a table, file by file, with a line for each group and one for all. */
export function scoreTable(scores: ReadonlyMap<string, Score>, groupOf: (file: string) => string): string {
  const groups = new Map<string, [string, Score][]>()
  for (const [file, score] of scores) groups.set(groupOf(file), [...(groups.get(groupOf(file)) ?? []), [file, score]])
  const width = Math.max(20, ...[...scores.keys()].map((file) => file.length)) + 2
  const lines = [`${''.padEnd(width)}${columns.map((column) => column.padStart(11)).join('')}\n`]
  for (const [group, members] of groups) {
    for (const [file, score] of members) lines.push(row(`  ${file}`, score, width))
    lines.push(row(group, totalOf(members.map(([, score]) => score)), width))
  }
  lines.push(row('all', totalOf(scores.values()), width))
  return lines.join('')
}

/** The mutants that lived, each with the line before and after. */
export function survivorList(survivors: readonly Survivor[]): string {
  return survivors
    .map(
      ({ file, at, mutator, covered, line, mutated }) =>
        `${file}:${at} ${mutator}${covered ? '' : ' (no test reaches it)'}\n  - ${line}\n  + ${mutated}\n`,
    )
    .join('')
}
