import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  isRequired,
  type ParameterType,
  type RequiredParameter,
  wireName,
} from '../../src/dataworks/operations/operation.ts'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'
import { operationTables } from './support/operation-tables.ts'

const operations = await operationTables()

/** A parameter, or a part of one, as the official clients type it: objects and lists travel as JSON. */
type OfficialType = string | readonly OfficialType[] | { readonly [field: string]: OfficialType }

interface OfficialParameter {
  readonly name: string
  readonly in: string
  readonly type: OfficialType
  readonly required?: boolean
  readonly style?: string
}

const plainTypes: Readonly<Record<string, readonly string[]>> = {
  boolean: ['boolean'],
  count: ['number'],
  id: ['string', 'number'],
  int64: ['number'],
  number: ['number'],
  spec: ['string'],
  text: ['string'],
  workspace: ['number'],
}

function plain(parameter: ParameterType | RequiredParameter): ParameterType {
  return isRequired(parameter) ? parameter.required : parameter
}

/** Where a type of the table is not that of the official clients. */
function misfits(type: ParameterType, official: OfficialType | undefined, place: string): string[] {
  if (typeof type === 'string') {
    return plainTypes[type]?.some((one) => one === official)
      ? []
      : [`${place}: ${type}, not ${JSON.stringify(official)}`]
  }
  if ('words' in type) return official === 'string[]' ? [] : [`${place}: words, not ${JSON.stringify(official)}`]
  if ('list' in type) {
    const item = typeof official === 'string' ? official.replace('[]', '') : Array.isArray(official) ? official[0] : {}
    return misfits(type.list, item, `${place}[]`)
  }
  const fields = typeof official === 'object' ? new Map(Object.entries(official)) : new Map()
  const names = Object.keys(type.object).map(wireName)
  const missing = [...fields.keys()]
    .filter((name) => !names.includes(name))
    .map((name) => `${place}.${name} is missing`)
  const wrong = Object.entries(type.object).flatMap(([name, parameter]) =>
    misfits(plain(parameter), fields.get(wireName(name)), `${place}.${wireName(name)}`),
  )
  return [...missing, ...wrong]
}

/** How a parameter that is no plain value travels. */
function styleOf(type: ParameterType): string | undefined {
  return typeof type === 'string' ? undefined : 'words' in type ? 'simple' : 'json'
}

// What the official clients of both versions send, in the folder of references.
describe.skipIf(sharedFolder === undefined)('an operation is called as the official clients call it', () => {
  const official: Readonly<Record<string, { method: string; params: readonly OfficialParameter[] }>> =
    sharedFolder === undefined ? {} : JSON.parse(readFileSync(sharedFile('reference/openapi-operations.json'), 'utf8'))

  test.each(operations.map((operation) => [operation.action, operation] as const))('%s', (action, operation) => {
    const expected = official[`${operation.version}/${action}`]
    expect(expected?.method).toBe(operation.method)
    const byName = new Map(expected?.params.map((parameter) => [parameter.name, parameter]))
    const table = Object.entries(operation.parameters)
    const described = table.map(([name, parameter]) => {
      const isInQuery = operation.method === 'GET' || operation.inQuery?.includes(name) === true
      const style = styleOf(plain(parameter))
      return { name: wireName(name), in: isInQuery ? 'query' : 'body', required: isRequired(parameter), style }
    })
    const wanted = [...byName.values()].map(({ name, in: place, required = false, style }) => ({
      name,
      in: place,
      required,
      style,
    }))
    const order = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect(described.toSorted(order)).toEqual(wanted.toSorted(order))
    const wrong = table.flatMap(([name, parameter]) =>
      misfits(plain(parameter), byName.get(wireName(name))?.type, wireName(name)),
    )
    expect(wrong).toEqual([])
  })

  /** Operations of the reference that the client has no method for, and why. */
  const left = new Map([['2020-05-18/CheckFileDeployment', 'what a checker of a user calls back, not a user']])

  // A method of the old Data Studio calls either version.
  test('there is a method for every operation of the reference', () => {
    const there = new Set(operations.map(({ version, action }) => `${version}/${action}`))
    const missing = Object.keys(official).filter((name) => {
      const [, action] = name.split('/')
      return !there.has(name) && !(there.has(`2020-05-18/${action}`) && official[`2020-05-18/${action}`] !== undefined)
    })
    expect(missing).toEqual([...left.keys()])
  })

  /** What the later version of an operation of the old Data Studio takes in another way. */
  const differences = [
    'CreateUdfFile.FileFolderPath is required',
    'ListFiles.CommitStatus is new',
    'UpdateFile.InputList is required',
  ]

  test('both versions of the operations of the old Data Studio take the same, but for what is written here', () => {
    const found = operations
      .filter(({ version, action }) => version === '2020-05-18' && official[`2024-05-18/${action}`] !== undefined)
      .flatMap(({ action }) => {
        const before = new Map(official[`2020-05-18/${action}`]?.params.map((one) => [one.name, one]))
        return (official[`2024-05-18/${action}`]?.params ?? []).flatMap(({ name, required = false }) => {
          const old = before.get(name)
          if (old === undefined) return [`${action}.${name} is new`]
          return (old.required ?? false) === required ? [] : [`${action}.${name} is required`]
        })
      })
    expect(found.toSorted()).toEqual(differences)
  })
})
