import type { Entity } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { isShell } from './node-types.ts'

/** What a shell does not fill in: text in single quotes, which programs such as awk read, and comments. */
const literal = /'[^']*'|(?<!\S)#.*|\\./g

/** The code of a shell node that may use parameters, without what a shell does not fill in; undefined for other scripts. */
export function shellCode(script: Entity): string | undefined {
  const content = readText(script.value, 'content')
  if (!content?.includes('$') || script.parent?.name !== 'Node') return undefined
  const command = readText(script.child('runtime')?.value, 'command') ?? ''
  return isShell(command) ? content.replace(literal, ' ') : undefined
}
