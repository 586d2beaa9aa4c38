import type { Entity } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { codeKind } from '../engine/node-types.ts'
import { withoutComments } from './comments.ts'

/** Texts in quotes, and what is escaped; a single quote in double ones begins no text. */
const quoted = /'[^']*'|"((?:[^"\\]|\\.)*)"|\\./gs

/** Blanks out what a shell does not fill in: text in single quotes, which programs such as awk read, and what is escaped. */
function withoutLiterals(code: string): string {
  return code.replaceAll(quoted, (whole, inDouble?: string) =>
    inDouble === undefined ? blank(whole) : ` ${inDouble.replaceAll(/\\./gs, blank)} `,
  )
}

/** As many spaces as a text has characters, so that places stay what they are. */
function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ')
}

/** A place that shell code reads, as it is written. */
export interface ShellPlace {
  readonly written: string
  readonly place: number
  /** Digits behind `$1`, which the shell reads as text: `$10` is `$1` and `0`. */
  readonly behind: string
  /** Where it stands in the code. */
  readonly at: number
}

/** The code of a shell node that may use parameters, without what a shell does not fill in; undefined for other scripts. */
export function shellCode(script: Entity): string | undefined {
  const content = readText(script.value, 'content')
  if (!content?.includes('$') || script.parent?.name !== 'Node') return undefined
  return codeKind(script) === 'shell' ? withoutLiterals(withoutComments(content, 'shell')) : undefined
}

/** The places that shell code reads, without those for which it has another value itself, as in `${1:-none}`. */
export function shellPlaces(code: string): readonly ShellPlace[] {
  const found = code.matchAll(/\$(?:([1-9])(\d*)|\{#?([1-9]\d*)(?:[}#%/,^]|:\d))/g)
  return Array.from(found, ({ 0: written, 1: plain, 2: behind = '', 3: braced, index }) => ({
    written: braced === undefined ? written : `\${${braced}}`,
    place: Number(plain ?? braced),
    behind,
    at: index,
  }))
}
