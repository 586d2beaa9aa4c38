import { relative } from 'node:path'
import { cwd } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { SourcePlace } from 'flowspec'

/** The place of the call in whose arguments this one stands, as the engine tells it. */
function here(): string {
  const [, file = '', line = ''] = /([^ (]+):(\d+):\d+\)?$/.exec(new Error('here').stack?.split('\n')[3] ?? '') ?? []
  const path = file.startsWith('file:') ? fileURLToPath(file) : file
  return `${relative(cwd(), path).replaceAll('\\', '/')}:${line}`
}

/** A value and the line it was made in. */
export const lined = <Value>(value: Value): readonly [Value, string] => [value, here()]

export const nextLine = (place: string): string => place.replace(/\d+$/, (line) => String(Number(line) + 1))

export const shown = ({ file, line }: SourcePlace): string => `${file?.replaceAll('\\', '/')}:${line}`
