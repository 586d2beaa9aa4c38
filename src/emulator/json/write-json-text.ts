import { isRecord } from '../../document/is-record.ts'

function writeItems(items: readonly string[], open: string, close: string, indent: string, pad: string): string {
  if (items.length === 0) return open + close
  if (indent === '') return open + items.join(',') + close
  const inner = `\n${pad}${indent}`
  return `${open}${inner}${items.join(`,${inner}`)}\n${pad}${close}`
}

function write(value: unknown, indent: string, pad: string): string {
  if (typeof value === 'bigint') return String(value)
  const inner = pad + indent
  if (Array.isArray(value)) {
    const items = value.map((item) => write(item, indent, inner))
    return writeItems(items, '[', ']', indent, pad)
  }
  if (isRecord(value)) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined)
    const items = fields.map(([name, field]) => `${JSON.stringify(name)}:${write(field, indent, inner)}`)
    return writeItems(items, '{', '}', indent, pad)
  }
  return JSON.stringify(value) ?? 'null'
}

/**
 * Writes JSON as the service does: no space after a colon, bigints as bare digits, and with an indent one field a line.
 * It calls itself once a level of nesting, which {@link parseBoundedJson} bounds for everything that comes from outside.
 */
export function writeJsonText(value: unknown, indent: '' | '\t' = ''): string {
  return write(value, indent, '')
}
