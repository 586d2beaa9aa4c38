import { isRecord } from './is-record.ts'

/** The type of an entry of `depends`: Normal when it has none; the empty text when it holds something else than text. */
export function edgeType(depend: unknown): string {
  const type = (isRecord(depend) ? depend['type'] : undefined) ?? 'Normal'
  return typeof type === 'string' ? type : ''
}
