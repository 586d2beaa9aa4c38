import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { showValue } from '../../../diagnostics/show-value.ts'
import { isRecord } from '../../../document/json/records.ts'
import {
  isRequired,
  type ListType,
  type ObjectType,
  type ParameterType,
  type PlainType,
  type RequiredParameter,
  wireName,
} from '../operation.ts'
import { encodePlain } from './encode-plain.ts'

type Table = Readonly<Record<string, ParameterType | RequiredParameter>>

/** What is wrong with the names of an object: those that its table does not have. */
export function unknownFields(given: object, table: Table, what: 'field' | 'parameter'): string[] {
  const names = Object.keys(given).filter((name) => !Object.hasOwn(table, name))
  return names.map((name) => {
    const near = didYouMean(name, Object.keys(table))
    return `${name} is no ${what}${near === undefined ? '' : `; did you mean ${near}?`}`
  })
}

/** A part of a JSON parameter as it is to be written; what is wrong with it goes to `faults`. */
export function toJson(type: ParameterType, value: unknown, place: string, faults: string[]): unknown {
  if (typeof type === 'string') return plainToJson(type, value, place, faults)
  if ('object' in type) return objectToJson(type, value, place, faults)
  return listToJson('list' in type ? type : { list: type.words }, value, place, faults)
}

/** Numbers that the service gives out are bare digits in JSON, however long they are. */
function plainToJson(type: PlainType, value: unknown, place: string, faults: string[]): unknown {
  const text = encodePlain(type, value)
  if (typeof text !== 'string') {
    faults.push(`${place} ${text.fault}`)
    return undefined
  }
  if (type === 'int64' || type === 'workspace') return BigInt(text)
  return type === 'boolean' || type === 'count' || type === 'number' ? value : text
}

function listToJson(type: ListType, value: unknown, place: string, faults: string[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => toJson(type.list, item, `${place}[${index}]`, faults))
  faults.push(`${place} must be a list, not ${showValue(value)}`)
  return undefined
}

function objectToJson({ object: table }: ObjectType, value: unknown, place: string, faults: string[]): unknown {
  if (!isRecord(value)) {
    faults.push(`${place} must be an object, not ${showValue(value)}`)
    return undefined
  }
  const prefix = `${place}.`
  faults.push(...unknownFields(value, table, 'field').map((fault) => prefix + fault))
  const fields = Object.entries(table).flatMap(([name, parameter]) => {
    const field = Object.hasOwn(value, name) ? value[name] : undefined
    if (field !== undefined && field !== null) {
      const type = isRequired(parameter) ? parameter.required : parameter
      return [[wireName(name), toJson(type, field, prefix + name, faults)] as const]
    }
    if (isRequired(parameter)) faults.push(`${prefix}${name} is required`)
    return []
  })
  return Object.fromEntries(fields)
}
