import { defineConfig, mergeConfig } from 'vitest/config'
import { slowTests } from '../../scripts/mutation/slow-tests.ts'
import base from '../../vitest.config.ts'

const { projects, ...shared } = base.test ?? {}

/** The tests that mutants are run against: the folders named in the environment, in one process without isolation. */
export default mergeConfig(
  { ...base, test: shared },
  defineConfig({
    test: {
      include: (process.env['FLOWSPEC_MUTATION_TESTS'] ?? 'test').split(',').map((folder) => `${folder}/**/*.test.ts`),
      exclude: [...slowTests],
      isolate: false,
    },
  }),
)
