import { readdirSync, readFileSync } from 'node:fs'
import { checkSpec, convertSpec, readSpec, type TargetVersion } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'
import { leavesOf, lostLeaves } from './support/carried-leaves.ts'

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

/**
 * What a document says in other words after the conversion: its version; references, which are written in place; the
 * upstream node of the same bundle, which is named by its output; and what the body and its one workflow both say.
 */
function isSaidOtherwise(path: string, text: string, ids: ReadonlySet<string>): boolean {
  if (path === '/version' || text.includes('="{{')) return true
  if (/\/depends\/\d+\/nodeId$/.test(path)) return ids.has(text.replace(/^nodeId=/, 'id='))
  return /^\/spec\/workflows\/0\/(?:id|name)$/.test(path)
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

  it.each(files.flatMap((file) => versions.map((version) => [file, version] as const)))(
    '%s is said whole in %s, or told not to be',
    (file, version) => {
      const document = readSpec(readFileSync(sharedFile(`corpus/${file}`), 'utf8'))
      const { documents, notCarried } = convertSpec(document, { version })
      const lost = lostLeaves(document, documents, notCarried)
      const ids = new Set(leavesOf(document).flatMap(({ path, text }) => (path.endsWith('/id') ? [text] : [])))
      expect(lost.filter(({ path, text }) => !isSaidOtherwise(path, text, ids))).toEqual([])
    },
  )
})
