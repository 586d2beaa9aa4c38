import { defineConfig } from 'flowspec/config'

// @ts-expect-error The import is missing.
export default defineConfig({ project: workflow('orders'), environments: {} })
