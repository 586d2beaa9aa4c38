import { shellWord } from '../../diagnostics/shell-word.ts'
import type { CommandCall } from '../command.ts'
import { flagOptions } from './refused-flags.ts'

/** The options that say which workspace is meant, by their names as the parser gives them and as they are written. */
const written = [
  ['env', '--env'],
  ['config', '--config'],
  ['projectId', '--project-id'],
  ['region', '--region'],
  ['endpoint', '--endpoint'],
] as const

/** The options that say what is deployed and what is allowed, without which a plan that was made with them is refused. */
const ofDeploy = [
  ['identifier', '--identifier'],
  ['record', '--record'],
] as const

/** Options of a call as they are written, where it has them; begins with a space. */
export function sameOptions({ options }: CommandCall, names: readonly (typeof written)[number][0][]): string {
  const said = written.flatMap(([name, option]) => {
    const value = names.includes(name) ? options.text(name) : undefined
    return value === undefined ? [] : [` ${option} ${shellWord(value)}`]
  })
  return said.join('')
}

/** What a command that is named as the next one needs behind it to mean the workspace of this call; begins with a space. */
export function sameWorkspace(call: CommandCall): string {
  const said = sameOptions(
    call,
    written.map(([name]) => name),
  )
  return said + (call.options.flag('emulator') ? ' --emulator' : '')
}

/** What a deploy needs behind it to carry out the plan that this call made; begins with a space. */
export function sameDeploy(call: CommandCall): string {
  const { options } = call
  const said = ofDeploy.flatMap(([name, option]) => {
    const value = options.text(name)
    return value === undefined ? [] : [` ${option} ${shellWord(value)}`]
  })
  const only = options.list('only').map((name) => ` --only ${shellWord(name)}`)
  const flags = (['allowDelete', 'adopt'] as const).flatMap((name) =>
    options.flag(name) ? [` ${flagOptions[name]}`] : [],
  )
  return [sameWorkspace(call), ...said, ...only, ...flags].join('')
}
