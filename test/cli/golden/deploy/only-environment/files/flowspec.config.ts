import { defineConfig } from 'flowspec/config'

const prod = { projectId: 10000, region: 'cn-shanghai' }

export default defineConfig({ project: 'shop.ts', environments: { prod } })
