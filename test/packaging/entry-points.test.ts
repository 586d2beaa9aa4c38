import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entryPoints, projectFolder } from '../../scripts/build/entry-points.ts'

const readSettings = (path: string): unknown => JSON.parse(readFileSync(projectFolder + path, 'utf8'))

describe('what repeats the list of entries agrees with package.json', () => {
  test('the compiler settings of tests and examples', () => {
    const paths = Object.fromEntries(entryPoints().map((entry) => [entry.specifier, [`../${entry.source}`]]))
    expect(readSettings('test/tsconfig.json')).toMatchObject({ compilerOptions: { paths } })
  })

  test('the settings of the reference documentation', () => {
    expect(readSettings('typedoc.json')).toMatchObject({ entryPoints: entryPoints().map((entry) => entry.source) })
  })
})
