import { defineConfig } from 'flowspec/config'

export default defineConfig({
  project: 'orders.ts',
  environments: { dev: { projectId: 10001, region: 'cn-shanghai', identifier: 'shop.dev' } },
  rules: {
    'graph/cycles': 'off',
    'graph/cycle': 'of',
  } as never,
  custom: [{ name: 'plain' } as never],
})
