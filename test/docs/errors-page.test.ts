import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { ownCodes } from '../../scripts/docs/errors/own-codes.ts'

/** Values of `code` that are chosen between two, and examples in doc comments. */
const elsewhere = { chosen: ['JobCancelled', 'JobFailed', 'ProfileUnreadable'], example: ['Offline'] }

test('the page of errors has every code that the source gives', () => {
  const folders = ['src/dataworks', 'src/config'].map((folder) => join(projectFolder, folder))
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  )
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const given = [...text.matchAll(/\bcode: '([A-Z]\w+)'/g)].map(([, code]) => code)
  for (const code of elsewhere.chosen) expect(text).toContain(`'${code}'`)
  const wanted = [...new Set([...given, ...elsewhere.chosen])].filter((code) => !elsewhere.example.includes(code ?? ''))
  expect(Object.keys(ownCodes).sort()).toEqual(wanted.sort())
})
