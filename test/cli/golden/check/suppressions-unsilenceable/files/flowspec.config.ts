import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'later.ts',
  environments: { prod: { projectId: 10000, region: 'cn-shanghai', identifier: 'retail' } },
  suppress: [{ rule: 'document/syntax', reason: 'written by another tool' }],
})
