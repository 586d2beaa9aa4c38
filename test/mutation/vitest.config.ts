import { join } from 'node:path'
import { defineConfig, mergeConfig } from 'vitest/config'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { forgettingPlugin } from '../../scripts/mutation/resident/forgetting.ts'
import type {} from '../../scripts/mutation/resident/protocol.ts'
import { testFilesIn } from '../../scripts/mutation/rooms.ts'
import base from '../../vitest.config.ts'

const { projects, ...shared } = base.test ?? {}

/** The folders whose tests mutants are run against are named in the environment. */
const mutationTests = testFilesIn((process.env['FLOWSPEC_MUTATION_TESTS'] ?? 'test').split(','))

/** Vitest loads one file, and the runner in its thread loads the tests, as often as there are mutants. */
export default mergeConfig(
  { ...base, test: shared },
  defineConfig({
    plugins: [forgettingPlugin()],
    test: {
      include: ['test/mutation/resident.ts'],
      runner: join(projectFolder, 'scripts/mutation/resident/vitest-runner.ts'),
      provide: { mutationTests },
      isolate: false,
      pool: 'threads',
      maxWorkers: 1,
      reporters: [{}],
      silent: true,
    },
  }),
)
