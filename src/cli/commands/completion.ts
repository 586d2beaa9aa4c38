import type { CommandCall, CommandDefinition } from '../command.ts'
import { type CompletedCommand, completedCommands } from '../completion/completed-words.ts'
import { bashScript, fishScript, zshScript } from '../completion/shell-scripts.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'

const scripts: ReadonlyMap<string, (commands: readonly CompletedCommand[]) => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
])

async function run({ console, words, commands }: CommandCall): Promise<ExitCode> {
  const script = scripts.get(words[0] ?? '')
  console.write(script?.(await completedCommands(commands)) ?? '')
  return exitCodes.clean
}

/** `flowspec completion`: scripts with which shells complete the command. */
export const completion: CommandDefinition = {
  about: 'Prints a script with which a shell completes commands, options and their values.',
  arguments: [{ name: '<shell>', about: 'the shell', choices: [...scripts.keys()] }],
  options: [],
  examples: [
    { call: 'source <(flowspec completion bash)', does: 'completes in this shell' },
    { call: 'flowspec completion fish > ~/.config/fish/completions/flowspec.fish', does: 'completes from now on' },
  ],
  run,
}
