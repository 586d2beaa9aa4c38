import { defineConfig } from 'flowspec/config'

const dev = { projectId: 10001, region: 'cn-shanghai', identifier: 'retail' }

export default defineConfig({ project: 'pipelines/shop.ts', environments: { dev } })
