import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { commandTable } from '../../src/cli/command-table.ts'

const schemas = join(import.meta.dirname, '../../docs/schemas')
const golden = join(import.meta.dirname, 'golden')
const ajv = new Ajv2020({ strict: true, allErrors: true })
const validators = new Map(
  readdirSync(schemas).map((file) => {
    const schema: object = JSON.parse(readFileSync(join(schemas, file), 'utf8'))
    return [basename(file, '.json'), ajv.compile(schema)]
  }),
)

/** The results in JSON that the golden cases hold, by the schema that they say they have. */
const results = readdirSync(golden, { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'expected')
  .flatMap((path) => {
    const sections = readFileSync(join(golden, path), 'utf8').split(/^--- /m)
    return sections
      .filter((text) => text.startsWith('stdout\n{\n  "version": 1,\n  "command"'))
      .map((text): [string, unknown] => [
        path,
        JSON.parse(text.slice('stdout\n'.length).replaceAll(/<(?:time|count)>/g, '0')),
      ])
  })

const commandOf = (result: unknown): string => String(Reflect.get(Object(result), 'command'))

describe('results in JSON', () => {
  test.each(results)('of %s are what their schema says', (_, result) => {
    const validate = validators.get(commandOf(result))
    expect(validate?.(result), JSON.stringify(validate?.errors)).toBe(true)
  })

  test('of a plan without its changes are none', () => {
    expect(validators.get('plan')?.({ version: 1, command: 'plan', isEmpty: true })).toBe(false)
  })

  test('have a schema for each command that gives some, of which a case is held against it', async () => {
    const definitions = await Promise.all(commandTable.map(async ({ name, load }) => ({ name, ...(await load()) })))
    const giving = definitions.filter(({ options }) =>
      options.some(({ choices = [] }) => choices.join() === 'text,json' || choices.includes('sarif')),
    )
    // The runs of a backfill are runs.
    const names = new Set(giving.map(({ name }) => (name === 'backfill' ? 'run' : name)))
    expect([...validators.keys()].sort()).toEqual([...names].sort())
    // One that runs until it is stopped is held against it in a process of its own.
    names.delete('emulator')
    expect(new Set(results.map(([, result]) => commandOf(result)))).toEqual(names)
  })
})
