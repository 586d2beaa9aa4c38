import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'pipelines/shop.ts',
  environments: {
    dev: { projectId: 10001, region: 'cn-shanghai', identifier: 'retail_dev' },
    prod: { projectId: 10000, region: 'cn-shanghai', identifier: 'retail' },
  },
  suppress: [
    { rule: 'parameter/positional', node: 'pak', reason: 'the machine fills it in' },
    { rule: 'parameter/undeclared', reason: 'the engine fills names in' },
    // The output is one of the project in prod alone.
    { rule: 'project/unknown-output', reason: 'deployed by hand' },
  ],
})
