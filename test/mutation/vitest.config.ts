import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, mergeConfig } from 'vitest/config'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import base from '../../vitest.config.ts'

const { projects, ...shared } = base.test ?? {}

/** Tests that take seconds, which every mutant would wait for; what they look at, quicker ones beside them look at too. */
const slow = [
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
].map((name) => `test/${name}.test.ts`)
const moved = slow.filter((file) => !file.includes('*') && !existsSync(join(projectFolder, file)))
if (moved.length > 0) throw new Error(`no such tests, which mutants are not to wait for: ${moved.join(', ')}`)

/** The tests that mutants are run against: the folders named in the environment, in one process without isolation. */
export default mergeConfig(
  { ...base, test: shared },
  defineConfig({
    test: {
      include: (process.env['FLOWSPEC_MUTATION_TESTS'] ?? 'test').split(',').map((folder) => `${folder}/**/*.test.ts`),
      exclude: slow,
      isolate: false,
    },
  }),
)
