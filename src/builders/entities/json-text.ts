import json from '../../document/lossless-json.cjs'

/** JSON text as it is, and anything else as JSON text. */
export function jsonText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : json.stringify(value)
}
