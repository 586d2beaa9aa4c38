import type { CommandOption } from '../command.ts'
import { configOption, environmentOption } from '../shared-options.ts'

/** Which workspace a command looks into, or runs something in. */
export const placeOptions: readonly CommandOption[] = [
  environmentOption,
  configOption,
  { flags: '--project-id <id>', about: 'the workspace, in place of that of the environment' },
  { flags: '--region <region>', about: 'the region of the service, such as cn-shanghai' },
  { flags: '--endpoint <address>', about: 'the address of the service, in place of a region' },
]

/** Which workspace a command works on. */
export const workspaceOptions: readonly CommandOption[] = [
  ...placeOptions,
  { flags: '--identifier <name>', about: 'English name of the workspace; asked of the service when nothing says it' },
]

export const emulatorOption: CommandOption = {
  flags: '--emulator',
  about: 'work with an emulator that starts empty and ends with the command',
}

export const recordOption: CommandOption = {
  flags: '--record <file>',
  about: 'the record of the last deploy; .flowspec/<environment>.json beside the configuration when left out',
}

/** What a deploy is allowed to do. */
export const allowOptions: readonly CommandOption[] = [
  { flags: '--only <name>', about: 'only this workflow, resource or function, by name or path', isList: true },
  { flags: '--allow-delete', about: 'delete what the project has no more' },
  { flags: '--adopt', about: 'replace what this project did not deploy, or what was changed in the console' },
]

export const yesOption: CommandOption = { flags: '--yes', about: 'do not ask' }
