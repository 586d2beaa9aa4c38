import type { CommandArgument, CommandOption } from './command.ts'

export const pathsArgument: CommandArgument = {
  name: '[paths...]',
  about: 'modules, JSON or YAML documents, folders, - for standard input; the configured project when left out',
}

export const environmentOption: CommandOption = { flags: '--env <name>', about: 'the environment of the project' }

export const configOption: CommandOption = {
  flags: '--config <file>',
  about: 'the configuration; the nearest flowspec.config.ts when left out',
}

export const watchOption: CommandOption = { flags: '--watch', about: 'do it again whenever a file changes' }

export const outOption: CommandOption = { flags: '--out <file>', about: 'write there instead of to standard output' }

/** How results are written: text for people unless another form is asked for. */
export function formatOption(...others: readonly string[]): CommandOption {
  return {
    flags: '--format <format>',
    about: 'how results are written',
    choices: ['text', ...others],
    fallback: 'text',
  }
}
