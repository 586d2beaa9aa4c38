import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../build/entry-points.ts'

const names = [
  'document/random-text',
  'check/hostile',
  'check/rule-examples',
  'schedule/every-zone',
  'schedule/every-day',
  'schedule/vectors',
  'schedule/*.property',
  // Mutants run in threads, which cannot change the time zone of the machine.
  'schedule/machine-clock',
  'builders/workflow/scale',
]

/** Tests that take seconds, which every mutant would wait for; what they look at, quicker ones beside them look at too. */
export const slowTests: readonly string[] = names.map((name) => `test/${name}.test.ts`)

const moved = slowTests.filter((file) => !file.includes('*') && !existsSync(join(projectFolder, file)))
if (moved.length > 0) throw new Error(`no such tests, which mutants are not to wait for: ${moved.join(', ')}`)

/** Whether a file of tests is not run against mutants. */
export function isSlow(file: string): boolean {
  return slowTests.some((slow) => {
    const [start = '', end = ''] = slow.split('*')
    return slow.includes('*') ? file.startsWith(start) && file.endsWith(end) : file === slow
  })
}
