import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: { workflow: 'orders' } as never,
  environments: { dev: { projectId: 10001, region: 'cn-shanghai', identifier: 'retail' } },
})
