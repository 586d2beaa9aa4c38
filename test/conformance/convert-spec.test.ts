import { readdirSync, readFileSync } from 'node:fs'
import { checkSpec, convertSpec, readSpec, type TargetVersion } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

const files =
  sharedFolder === undefined ? [] : readdirSync(sharedFile('corpus')).filter((file) => file.endsWith('.json'))
const versions: readonly TargetVersion[] = ['1.1.0', '1.2.0', '2.0.0']

/** The rules that speak of errors, whatever the place: an entity may stand elsewhere after the conversion. */
function errorsOf(documents: readonly object[]): string[] {
  const errors = documents.flatMap((document) => checkSpec(document)).filter(({ severity }) => severity === 'error')
  return [...new Set(errors.map(({ rule }) => rule))].sort()
}

/** A script that is referred to is looked at as that of a node only once it stands in the node. */
function seenOnceInPlace(text: string): readonly string[] {
  return /"script": *"/.test(text) ? ['name/path-mismatch', 'node/missing-command'] : []
}

describe.skipIf(files.length === 0)('real documents', () => {
  it.each(files.flatMap((file) => versions.map((version) => [file, version] as const)))(
    '%s has no new errors in %s',
    (file, version) => {
      const text = readFileSync(sharedFile(`corpus/${file}`), 'utf8')
      const document = readSpec(text)
      const { documents, notCarried } = convertSpec(document, { version })
      expect(documents.length + notCarried.length).toBeGreaterThan(0)
      const known = [...errorsOf([document]), ...(version === '2.0.0' ? seenOnceInPlace(text) : [])]
      const added = errorsOf(documents).filter((rule) => !known.includes(rule))
      expect(added).toEqual([])
    },
  )
})
