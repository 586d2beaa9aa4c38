import { shellWord } from '../../diagnostics/shell-word.ts'
import type { CommandCall } from '../command.ts'

/** The options that say which workspace is meant, by their names as the parser gives them and as they are written. */
const written = [
  ['env', '--env'],
  ['config', '--config'],
  ['projectId', '--project-id'],
  ['region', '--region'],
  ['endpoint', '--endpoint'],
] as const

/** What a command that is named as the next one needs behind it to mean the workspace of this call; begins with a space. */
export function sameWorkspace({ options }: CommandCall): string {
  const said = written.flatMap(([name, option]) => {
    const value = options.text(name)
    return value === undefined ? [] : [` ${option} ${shellWord(value)}`]
  })
  return [...said, ...(options.flag('emulator') ? [' --emulator'] : [])].join('')
}
