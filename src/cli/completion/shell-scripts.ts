import { quoted } from '../../diagnostics/shell-word.ts'
import type { CompletedCommand, CompletedOption } from './completed-words.ts'

type Commands = readonly CompletedCommand[]

function bashValues({ options }: CompletedCommand): string[] {
  return options
    .filter(({ choices }) => choices.length > 0)
    .map(
      ({ name, choices }) =>
        `      ${name}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$word")); return ;;`,
    )
}

function bashCommand(command: CompletedCommand): string {
  const words = [...command.options.map(({ name }) => name), ...command.choices].join(' ')
  return [
    `    ${command.name})`,
    '      case $before in',
    ...bashValues(command).map((line) => `  ${line}`),
    '      esac',
    `      words=${quoted(words)} ;;`,
  ].join('\n')
}

/** The script for bash. */
export function bashScript(commands: Commands): string {
  const names = commands.map(({ name }) => name).join(' ')
  return `# flowspec completion bash > /etc/bash_completion.d/flowspec, or: source <(flowspec completion bash)
_flowspec() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(`${names} help`)} -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${commands.map(bashCommand).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _flowspec flowspec
`
}

/** A text inside of the description of an option of zsh. */
function zshText(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, '\\$&')
}

function zshOption({ name, about, takesValue, choices }: CompletedOption): string {
  const values = choices.length > 0 ? `(${choices.join(' ')})` : '_files'
  return quoted(`*${name}[${zshText(about)}]${takesValue ? `:value:${values}` : ''}`)
}

function zshCommand({ name, options, choices }: CompletedCommand): string {
  const words = quoted(choices.length > 0 ? `1:word:(${choices.join(' ')})` : '*:file:_files')
  return `    ${name}) _arguments ${[...options.map(zshOption), words].join(' ')} ;;`
}

/** The script for zsh. */
export function zshScript(commands: Commands): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${zshText(summary)}`)}`)
  return `#compdef flowspec
# flowspec completion zsh > "\${fpath[1]}/_flowspec"
_flowspec() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(zshCommand).join('\n')}
  esac
}
compdef _flowspec flowspec
`
}

function fishOption(command: string, { name, about, takesValue, choices }: CompletedOption): string {
  const condition = quoted(`__fish_seen_subcommand_from ${command}`)
  const values = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : ''
  return `complete -c flowspec -n ${condition} -l ${name.slice(2)}${values} -d ${quoted(about)}`
}

/** The script for fish. */
export function fishScript(commands: Commands): string {
  const lines = commands.flatMap(({ name, summary, options, choices }) => [
    `complete -c flowspec -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map((option) => fishOption(name, option)),
    ...(choices.length > 0
      ? [`complete -c flowspec -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -f -a ${quoted(choices.join(' '))}`]
      : []),
  ])
  return `# flowspec completion fish > ~/.config/fish/completions/flowspec.fish\n${lines.join('\n')}\n`
}
