import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'shop.ts',
  // dev: a comment
  environments: {
    dev: { projectId: 10001, region: 'cn shanghai', paused: 'yes' as never },
    prod: {
      'region': 'cn-shanghai',
      datasources: { odsp: 'odps_prod' },
    } as never,
  },
})
