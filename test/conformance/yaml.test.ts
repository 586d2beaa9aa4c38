import { readdirSync, readFileSync } from 'node:fs'
import { checkSpec, readSpec, writeJson } from 'flowspec'
import { readYaml, writeYaml } from 'flowspec/yaml'
import { describe, expect, it } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'

const corpus = sharedFolder === undefined ? [] : readdirSync(sharedFile('corpus'))
const read = (file: string): string => readFileSync(sharedFile(`corpus/${file}`), 'utf8')

describe.skipIf(corpus.length === 0)('real documents', () => {
  it.each(corpus.filter((file) => file.endsWith('.json')))('%s is the same after a way through YAML', (file) => {
    const document = readSpec(read(file))
    const text = writeYaml(document)
    expect(readYaml(text)).toEqual(document)
    expect(writeJson(readYaml(text))).toBe(writeJson(document))
  })

  it.each(corpus.filter((file) => file.endsWith('.yaml')))('%s is read, checked and written', (file) => {
    const document = readYaml(read(file))
    expect(document).toMatchObject({
      kind: expect.any(String),
      version: expect.stringMatching(/^\d\.\d\.\d$/),
      spec: {},
    })
    expect(checkSpec(document).filter(({ rule }) => rule.startsWith('document/'))).toEqual([])
    expect(readSpec(writeJson(document))).toEqual(document)
  })
})
