import { readdirSync, readFileSync } from 'node:fs'
import { checkSpec, type ReadDocument, readSpec, writeJson } from 'flowspec'
import { afterAll, describe, expect, it } from 'vitest'
import { indexSpec } from '../../src/document/index/index-spec.ts'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

const files =
  sharedFolder === undefined ? [] : readdirSync(sharedFile('corpus')).filter((file) => file.endsWith('.json'))

function read(file: string): ReadDocument {
  return readSpec(readFileSync(sharedFile(`corpus/${file}`), 'utf8'))
}

/** A spelling of do-while that the reference parser does not read either; the check warns of it. */
const unread = 'dowhile'

/** What a field holds that is a node by the name of the field. */
function nodesIn(key: string, held: unknown): readonly unknown[] {
  if (key === 'while' || key === 'specWhile') return [held]
  return key === 'nodes' && Array.isArray(held) ? held : []
}

/** How many nodes a document holds, wherever they stand. */
function countNodes(document: unknown): number {
  let count = 0
  const queue: unknown[] = [document]
  for (const value of queue) {
    if (typeof value !== 'object' || value === null) continue
    const fields = Object.entries(value).filter(([key]) => key !== unread)
    for (const [key, held] of fields) {
      count += nodesIn(key, held).filter((node) => typeof node === 'object').length
      queue.push(held)
    }
  }
  return count
}

describe.skipIf(files.length === 0)('real documents', () => {
  const counts = { read: 0, clean: 0 }
  afterAll(() => {
    process.stdout.write(`\nreal documents: ${counts.read} read without loss, ${counts.clean} of them without errors\n`)
  })

  it.each(files)('%s is read, indexed, checked and written without loss', (file) => {
    const document = read(file)
    const text = writeJson(document)
    expect(readSpec(text)).toEqual(document)
    expect(writeJson(readSpec(text))).toBe(text)
    counts.read += 1
    expect(indexSpec(document).nodes).toHaveLength(countNodes(document))
    if (!checkSpec(document).some(({ severity }) => severity === 'error')) counts.clean += 1
  })
})
