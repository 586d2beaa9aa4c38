import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'pipelines/shop.ts',
  environments: { prod: { projectId: 10000, region: 'cn-shanghai', identifier: 'retail' } },
  suppress: [
    { rule: 'parameter/positional', nodes: 'pack', reason: 'the machine fills it in' } as never,
    { rule: 'parameter/undeclared', reason: '' },
    { rule: 'parameter/undeclard' as never, reason: 'the engine fills names in' },
  ],
})
