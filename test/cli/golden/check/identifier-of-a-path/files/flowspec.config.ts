import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'retail.ts',
  environments: { dev: { projectId: 10001, region: 'cn-shanghai', identifier: 'retail_dev' } },
})
