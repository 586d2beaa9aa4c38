import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'shop.ts',
  environments: {
    dev: { projectId: 10001, region: 'cn-shanghai', paused: true },
    prod: { projectId: 10000, region: 'cn-shanghai', datasources: { odps: 'odps_prod' } },
  },
  rules: { 'schema/range': 'warning' },
})

