import { readFileSync } from 'node:fs'
import { type GeneratedFile, generatedMark } from './generated-file.ts'

/** The names of time zones that editors offer, as a type. */
export function generateZoneNames(): GeneratedFile {
  const file = new URL('../../src/schedule/zones/zone-names.json', import.meta.url)
  const names: readonly string[] = JSON.parse(readFileSync(file, 'utf8'))
  const text = [
    generatedMark,
    '/** The time zones that programs name, out of the time zone database. */',
    'export type ZoneName =',
    ...names.map((name) => `  | '${name}'`),
    '',
  ].join('\n')
  return { path: 'src/schedule/generated/zone-name.ts', text }
}
