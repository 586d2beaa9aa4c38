import { defineConfig } from 'flowspec/config'
import { orders } from './pipelines/shop.ts'

export default defineConfig({
  // Of an environment that cannot be opened nobody knows what it silences.
  project: (facts?: { readonly environment: string }) => {
    if (facts?.environment === 'prod') throw { code: 'E_NO_PROD' }
    return orders
  },
  environments: {
    dev: { projectId: 10001, region: 'cn-shanghai', identifier: 'retail_dev' },
    prod: { projectId: 10000, region: 'cn-shanghai', identifier: 'retail' },
  },
  suppress: [{ rule: 'parameter/undeclared', reason: 'the engine fills names in' }],
})
