import { defineConfig } from 'flowspec/config'
import { orders } from './orders.ts'

export default defineConfig({
  project: orders,
  environments: {
    dev: { projectId: 10001, region: 'cn-shangai', identifier: 'retail_dev' },
    prod: { projectId: 10000, region: 'cn-shanghai', identifier: 'retail' },
    later: { projectId: 10002, region: 'sa-east-1', identifier: 'retail_later' },
  },
})
