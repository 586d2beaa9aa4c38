import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'pipelines/index.ts',
  environments: { dev: { projectId: 10001, identifier: 'retail', region: 'cn-shanghai' } },
})
