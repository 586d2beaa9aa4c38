import { describe, expect, it } from 'vitest'
import {
  type EquivalentMutant,
  judge,
  type MutationReport,
  percentOf,
  survivorList,
} from '../../scripts/mutation/report.ts'

const source = 'const a = 1\nexport const b = a + 1\n'
const location = { start: { line: 2, column: 18 }, end: { line: 2, column: 23 } }

const mutant = (status: string, replacement = 'a - 1', statusReason = '') => ({
  mutatorName: 'ArithmeticOperator',
  replacement,
  status,
  statusReason,
  location,
})

const reportOf = (...mutants: ReturnType<typeof mutant>[]): MutationReport => ({
  files: { 'src/a.ts': { source, mutants } },
})
const anything = () => true

describe('what became of mutants', () => {
  it.each([
    ['Killed', { killed: 1 }],
    ['Timeout', { killed: 1 }],
    ['Survived', { survived: 1 }],
    ['NoCoverage', { uncovered: 1 }],
    ['CompileError', {}],
  ])('%s', (status, counted) => {
    const none = { killed: 0, survived: 0, uncovered: 0, refused: 0, equivalent: 0, fixed: 0 }
    expect(judge(reportOf(mutant(status)), [], anything).scores.get('src/a.ts')).toEqual({ ...none, ...counted })
  })

  it('tells mutants of what runs at loading from text for people', () => {
    const report = reportOf(mutant('Ignored', 'x', 'Static mutant (and "ignoreStatic" was enabled)'), mutant('Ignored'))
    expect(judge(report, [], anything).scores.get('src/a.ts')).toMatchObject({ fixed: 1 })
  })

  it('shows where a survivor is and what it changed', () => {
    const { survivors } = judge(reportOf(mutant('Survived')), [], anything)
    expect(survivorList(survivors)).toBe(
      'src/a.ts:2:18 ArithmeticOperator\n  - export const b = a + 1\n  + export const b = a - 1\n',
    )
  })

  it('leaves out survivors that do not compile, which it asks of the whole file', () => {
    const asked: string[] = []
    const { scores, survivors } = judge(reportOf(mutant('Survived')), [], (_, text) => asked.push(text) === 0)
    expect([survivors, scores.get('src/a.ts')?.refused, asked]).toEqual([
      [],
      1,
      ['const a = 1\nexport const b = a - 1\n'],
    ])
  })

  it('leaves out those that the list names, and says which entries of it are stale', () => {
    const entry: EquivalentMutant = {
      file: 'src/a.ts',
      line: 'export const b = a + 1',
      mutated: 'export const b = a - 1',
      reason: 'an example',
    }
    const [other, elsewhere] = [
      { ...entry, mutated: 'export const b = 0' },
      { ...entry, file: 'src/not-run.ts' },
    ]
    const { scores, stale } = judge(reportOf(mutant('Survived')), [entry, other, elsewhere], anything)
    expect([scores.get('src/a.ts')?.equivalent, stale]).toEqual([1, [other]])
  })

  it('counts the share of the noticed among all that could be', () => {
    const score = { killed: 6, survived: 1, uncovered: 1, refused: 9, equivalent: 9, fixed: 9 }
    expect(percentOf(score)).toBe(75)
  })
})
