import type { ShallowError } from './shallow-error.ts'

/** One keyword of JSON Schema and its value: what an error says of it, and whether something fulfils it. */
export interface ValueCheck extends Omit<ShallowError, 'instancePath'> {
  holds(value: unknown): boolean
}
