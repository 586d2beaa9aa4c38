import { defineConfig } from 'flowspec/config'

export default defineConfig({ project: 'shop.ts', environments: { prod: { projectId: 1, region: '' } } })
