import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'pipelines/shop.ts',
  environments: { prod: { projectId: 10000, region: 'cn-shanghai', identifier: 'retail' } },
  suppress: [
    { rule: 'parameter/positional', node: 'pak', reason: 'the machine fills it in' },
    { rule: 'parameter/undeclared', reason: 'the engine fills names in' },
    { rule: 'graph/isolated-node', path: '/spec/workflows/0/nodes/7', reason: 'runs alone' },
    { rule: 'project/unknown-output', reason: 'deployed by hand' },
    { rule: 'custom/owned', reason: 'the team owns it' },
    { rule: 'code/file-unreadable', reason: 'it is written by the build' },
    { rule: 'project/not-added', reason: 'deployed by itself' },
  ],
})
