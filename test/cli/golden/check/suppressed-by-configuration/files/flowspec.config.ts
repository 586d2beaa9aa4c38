import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'pipelines/shop.ts',
  environments: { prod: { projectId: 10000, region: 'cn-shanghai', identifier: 'retail' } },
  suppress: [
    { rule: 'parameter/positional', node: 'pack', reason: 'the machine fills it in' },
    { rule: 'parameter/undeclared', reason: 'the engine fills names in' },
  ],
})
