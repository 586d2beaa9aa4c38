import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'

const pages = readdirSync(`${projectFolder}docs`, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:md|svg|ts)$/.test(file) && !file.startsWith('api'))
  .map((file) => `docs/${file}`)

test.each([...pages, 'README.md', 'README.zh-CN.md', 'CHANGELOG.md'])(
  '%s does not say where this machine keeps the project',
  (file) => {
    expect(readFileSync(projectFolder + file, 'utf8')).not.toContain(projectFolder)
  },
)
