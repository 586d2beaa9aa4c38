import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { entryPoints, projectFolder } from './scripts/build/entry-points.ts'

export default defineConfig({
  resolve: {
    alias: entryPoints().map(({ specifier, source }) => ({
      find: new RegExp(`^${specifier}$`),
      replacement: join(projectFolder, source),
    })),
  },
  test: {
    server: { deps: { external: [/\.cjs$/] } },
    // Ends what hangs: a machine with other work takes several times as long for each.
    testTimeout: 180_000,
    // One less than there are would be one of two.
    maxWorkers: '100%',
    reporters: ['default', './test/kinds/kinds-reporter.ts'],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/**/generated/**', 'src/preview/page/**'] },
    projects: [
      {
        extends: true,
        // One process for all files takes half the time: each would load the source again.
        test: {
          name: 'source',
          include: ['test/**/*.test.ts'],
          exclude: ['test/packaging/tarball/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        // These test the packed package, which is built and packed once before them.
        test: {
          name: 'package',
          include: ['test/packaging/tarball/*.test.ts'],
          globalSetup: 'test/packaging/tarball/pack.ts',
        },
      },
    ],
  },
})
