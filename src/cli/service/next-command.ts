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

/** Options of a call as they are written, where it has them; each begins with a space. */
function saidOptions({ options }: CommandCall, asked: readonly (readonly [name: string, option: string])[]): string {
  const said = asked.flatMap(([name, option]) => {
    const value = options.text(name)
    return value === undefined ? [] : [` ${option} ${shellWord(value)}`]
  })
  return said.join('')
}

/** Options of a call about the workspace as they are written, where it has them; begins with a space. */
export function sameOptions(call: CommandCall, names: readonly (typeof written)[number][0][]): string {
  return saidOptions(
    call,
    written.filter(([name]) => names.includes(name)),
  )
}

/** What a command that is named as the next one needs behind it to mean the workspace of this call; begins with a space. */
export function sameWorkspace(call: CommandCall): string {
  return saidOptions(call, written) + (call.options.flag('emulator') ? ' --emulator' : '')
}

/** What a deploy needs behind it to carry out the plan that this call made; begins with a space. */
export function sameDeploy(call: CommandCall): string {
  const { options } = call
  const only = options.list('only').map((name) => ` --only ${shellWord(name)}`)
  const flags = (['allowDelete', 'adopt'] as const).flatMap((name) =>
    options.flag(name) ? [` ${flagOptions[name]}`] : [],
  )
  return [sameWorkspace(call), saidOptions(call, ofDeploy), ...only, ...flags].join('')
}
