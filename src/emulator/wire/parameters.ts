import { isRecord } from '../../document/json/records.ts'
import { invalidParameter, missingParameter } from './error-catalogue.ts'
import { type JsonObject, parseBoundedJson } from './json.ts'
import type { FormPair } from './request.ts'

/** What bounds a whole number, and what it is when it is left out. */
export interface IntegerRange {
  readonly min: number
  readonly max: number
  /** Without it the parameter is required. */
  readonly otherwise?: number
}

/** The parameters of one call, of its query and its form together. A parameter that is empty counts as left out. */
export class Parameters {
  readonly #values = new Map<string, string>()

  constructor(pairs: readonly FormPair[]) {
    for (const [name, value] of pairs) {
      if (this.#values.has(name)) throw invalidParameter(name, 'is given more than once')
      this.#values.set(name, value)
    }
  }

  /** Everything that was sent, for the log. */
  all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#values)
  }

  text(name: string): string | undefined {
    return this.#values.get(name) || undefined
  }

  requiredText(name: string): string {
    const value = this.text(name)
    if (value === undefined) throw missingParameter(name)
    return value
  }

  /** A 64-bit id, as digits. */
  int64(name: string): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (!/^\d{1,19}$/.test(value)) throw invalidParameter(name, 'is not a 64-bit integer')
    return String(BigInt(value))
  }

  requiredInt64(name: string): string {
    const value = this.int64(name)
    if (value === undefined) throw missingParameter(name)
    return value
  }

  integer(name: string, range: IntegerRange): number {
    const value = this.text(name)
    if (value === undefined) {
      if (range.otherwise === undefined) throw missingParameter(name)
      return range.otherwise
    }
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (number >= range.min && number <= range.max) return number
    throw invalidParameter(name, `is not a whole number between ${range.min} and ${range.max}`)
  }

  boolean(name: string): boolean {
    const value = this.text(name)?.toLowerCase() ?? 'false'
    if (value !== 'true' && value !== 'false') throw invalidParameter(name, 'is neither true nor false')
    return value === 'true'
  }

  /** One of a few words, exactly. */
  word(name: string, words: readonly string[]): string | undefined {
    const value = this.text(name)
    if (value === undefined || words.includes(value)) return value
    throw invalidParameter(name, `is none of ${words.join(', ')}`)
  }

  /** A JSON list of texts or numbers, as texts. */
  jsonList(name: string): readonly string[] | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const list = this.#parse(name, value)
    if (!Array.isArray(list) || list.some((item) => item === null || Array.isArray(item) || isRecord(item))) {
      throw invalidParameter(name, 'is not a JSON list of plain values')
    }
    return list.map(String)
  }

  /** JSON of any kind. */
  json(name: string): unknown {
    const value = this.text(name)
    return value === undefined ? undefined : this.#parse(name, value)
  }

  /** A JSON object. */
  jsonObject(name: string): JsonObject | undefined {
    const value = this.json(name)
    if (value === undefined || isRecord(value)) return value
    throw invalidParameter(name, 'is not a JSON object')
  }

  #parse(name: string, value: string): unknown {
    try {
      return parseBoundedJson(value)
    } catch (error) {
      if (error instanceof SyntaxError) throw invalidParameter(name, 'is not JSON', error)
      throw error
    }
  }
}
