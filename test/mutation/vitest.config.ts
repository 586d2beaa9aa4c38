import { defineConfig, mergeConfig } from 'vitest/config'
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
  'builders/scale',
]

/** The tests that mutants are run against: the folders named in the environment, in one process without isolation. */
export default mergeConfig(
  { ...base, test: shared },
  defineConfig({
    test: {
      include: (process.env['FLOWSPEC_MUTATION_TESTS'] ?? 'test').split(',').map((folder) => `${folder}/**/*.test.ts`),
      exclude: slow.map((name) => `test/${name}.test.ts`),
      isolate: false,
    },
  }),
)
