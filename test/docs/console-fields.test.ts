import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { odpsSql, workflow } from 'flowspec'
import { entities } from 'flowspec/schema'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { dependTypes } from '../../src/language/schema/enumerations.ts'

const page = readFileSync(join(projectFolder, 'docs/console-fields.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => /^\| (?!-|in the console)/.test(line))
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  )

const codesOf = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

interface Part {
  readonly properties?: Readonly<Record<string, Part>>
  readonly allOf?: readonly { readonly $ref: string }[]
  readonly items?: { readonly $ref?: string }
  readonly enum?: readonly string[]
}

const definition = (name: string): Part => JSON.parse(JSON.stringify(entities[name]?.valueOf() ?? {}))

/** What the schema has at a path such as `node.script.content`. */
function partAt(path: string): Part | undefined {
  const [root = '', ...fields] = path.split('.')
  let part: Part | undefined = definition({ node: 'Node', workflow: 'Workflow' }[root] ?? '')
  for (const field of fields) {
    const next: Part | undefined = part?.properties?.[field]
    const named: string | undefined = (next?.allOf?.[0]?.$ref ?? next?.items?.$ref)?.split('/').at(-1)
    part = named === undefined ? next : definition(named)
  }
  return part
}

describe('the page of what fields do in the console', () => {
  test('has rows', () => {
    expect(rows.length).toBeGreaterThan(35)
    for (const row of rows) expect(row).toHaveLength(3)
  })

  test.each(rows)('%s: what builders and document call it exists', (_label, builders, fields) => {
    const steps = codesOf(builders).flatMap((code) => /^\.(\w+)\(/.exec(code)?.[1] ?? [])
    for (const step of steps) {
      const known = [odpsSql('a'), workflow('w')].some((builder) => typeof Reflect.get(builder, step) === 'function')
      expect(known, step).toBe(true)
    }
    for (const code of codesOf(fields)) {
      if (/^(?:node|workflow)\./.test(code)) expect(partAt(code), code).toBeDefined()
      else expect(dependTypes).toContain(code)
    }
  })

  const words = [...page.matchAll(/\.strategy\(\{ (\w+): '([\w+]+)' \}\)/g)].map(
    ([, key = '', word = '']) => [key, word] as const,
  )

  test.each(words)('%s: %s is a word of the language', (key, word) => {
    expect(partAt(`node.${key}`)?.enum).toContain(word)
  })
})
