import { readdirSync, readFileSync } from 'node:fs'
import type { ErrorObject } from 'ajv'
import fc from 'fast-check'
import { checkSpec, isFlowSpecError, readSpec } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { meaningPasses } from '../../check/passes/meaning-passes.ts'
import { shapePasses } from '../../check/passes/shape-passes.ts'
import { baseDocument } from '../../check/support/base-document.ts'
import { edited } from '../../check/support/edit.ts'
import { sharedFile, sharedFolder } from '../../support/shared-folder.ts'
import { arbitraryPipeline } from './support/arbitrary-pipeline.ts'
import { officialSchema } from './support/official-schema.ts'

test('pipelines that are right in every way have no errors', () => {
  fc.assert(
    fc.property(arbitraryPipeline, (document) => {
      expect(checkSpec(document).filter(({ severity }) => severity === 'error')).toEqual([])
    }),
  )
})

/** What the official schema minds and this library lets pass, and why. */
const holes: readonly (readonly [why: string, explains: (error: ErrorObject) => boolean])[] = [
  [
    'references in the place of entities, which the reference parser resolves',
    ({ keyword, params }) => keyword === 'type' && params['type'] === 'object',
  ],
  [
    'artifactType, which the official documentation leaves out itself',
    ({ keyword, params }) => keyword === 'required' && params['missingProperty'] === 'artifactType',
  ],
  ['empty lists, which official documents hold', ({ keyword }) => keyword === 'minItems'],
  [
    'a body without what its kind is about, which is nothing to run and does no harm',
    ({ instancePath, keyword }) => instancePath === '/spec' && keyword === 'required',
  ],
  [
    'an output with a readable name alone',
    ({ instancePath, keyword }) => keyword === 'required' && /\/nodeOutputs\/\d+$/.test(instancePath),
  ],
  [
    'the owner of a variable by name',
    ({ instancePath, keyword }) => keyword === 'required' && /[vV]ariables?(?:\/\d+)?\/node$/.test(instancePath),
  ],
  [
    'a node outside the document, which has a reference instead of a script',
    ({ instancePath, params }) => params['missingProperty'] === 'script' && /\/nodes\/\d+$/.test(instancePath),
  ],
  [
    'documents of version 1.0.0, whose body has no spec around it',
    ({ instancePath, params }) => instancePath === '' && params['missingProperty'] === 'spec',
  ],
  [
    'control structures and entities other than workflows, which are not looked into',
    ({ instancePath }) =>
      /^\/spec\/(?:files|fileResources|functions|components)(?:\/|$)|\/(?:branch|join)\//.test(instancePath),
  ],
]

/** Errors that only repeat that one of several others holds. */
const isSummary = ({ keyword }: ErrorObject): boolean => ['anyOf', 'if', 'allOf', 'then'].includes(keyword)

/** The document in a file of the corpus; undefined when it is not JSON, or has errors by this library's own check. */
function readRight(file: string): unknown {
  try {
    const document = readSpec(readFileSync(sharedFile(`corpus/${file}`), 'utf8'))
    return checkSpec(document).some(({ severity }) => severity === 'error') ? undefined : document
  } catch (error) {
    if (isFlowSpecError(error)) return undefined
    throw error
  }
}

describe.skipIf(sharedFolder === undefined)('the official schema agrees', () => {
  const errorsOf = sharedFolder === undefined ? () => [] : officialSchema()
  const corpus = sharedFolder === undefined ? [] : readdirSync(sharedFile('corpus'))
  const passes = [...shapePasses, ...meaningPasses]
  const needed = new Set<string>()

  /** What the official schema says of a document beyond the known holes. */
  function unexplained(document: unknown): string[] {
    const errors = errorsOf(document).filter((error) => !isSummary(error))
    return errors.flatMap((error) => {
      const reasons = holes.filter(([, explains]) => explains(error)).map(([why]) => why)
      for (const why of reasons) needed.add(why)
      return reasons.length > 0 ? [] : [`${error.instancePath} ${error.message}`]
    })
  }

  test('that a correct document is one', () => {
    expect(errorsOf(baseDocument)).toEqual([])
  })

  test('that pipelines without errors are right, with no hole needed', () => {
    fc.assert(
      fc.property(arbitraryPipeline, (document) => {
        expect(errorsOf(document)).toEqual([])
      }),
    )
  })

  test.each(passes)('that %s has nothing to say of %s', (_rule, _what, edit) => {
    expect(unexplained(edited(baseDocument, edit))).toEqual([])
  })

  test.each(corpus.filter((file) => file.endsWith('.json')))('on the real document %s', (file) => {
    expect(unexplained(readRight(file) ?? baseDocument)).toEqual([])
  })

  test('and every hole is needed by one of these documents', () => {
    expect([...needed].sort()).toEqual(holes.map(([why]) => why).sort())
  })
})
