import { ruleCatalogue } from '../../check/report/rule-catalogue.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { printable } from '../../diagnostics/show-value.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { formatOption } from '../shared-options.ts'
import { jsonText } from '../text/json-text.ts'
import { paletteOf } from '../text/palette.ts'
import { table } from '../text/table.ts'
import { wrapped } from '../text/words.ts'

function unknownRule(name: string): UsageError {
  const near = didYouMean(
    name,
    ruleCatalogue.map((rule) => rule.name),
  )
  const next = near === undefined ? 'flowspec explain lists all rules.' : `Did you mean ${near}?`
  return new UsageError(`There is no rule ${printable(name)}.`, { next })
}

async function run({ console, options, words }: CommandCall): Promise<ExitCode> {
  const [name] = words
  const rules = ruleCatalogue.filter((rule) => name === undefined || rule.name === name)
  const [rule] = rules
  if (rule === undefined) throw unknownRule(name ?? '')
  const palette = paletteOf(console.hasColors)
  if (options.text('format') === 'json') {
    console.write(jsonText('explain', { rules }))
  } else if (name === undefined) {
    const rows = rules.map(({ name: own, severity, summary }) => [own, severity, summary])
    console.write(table(['rule', 'severity', 'finds'], rows, palette))
  } else {
    const lines = [
      `${palette.strong(rule.name)} ${palette[rule.severity](rule.severity)}`,
      wrapped(rule.summary, '  '),
      '',
      `${palette.faint('Why')}`,
      wrapped(rule.evidence, '  '),
      '',
      `${palette.faint('Silence it')}`,
      `  Everywhere: rules: { '${rule.name}': 'off' }, or --rule ${rule.name}=off`,
      `  In one place: .suppress('${rule.name}', 'why')`,
      '',
      palette.faint(`Wrong and right examples: ${rule.docs}`),
    ]
    console.write(`${lines.join('\n')}\n`)
  }
  return exitCodes.clean
}

/** `flowspec explain`: what a rule is about. */
export const explain: CommandDefinition = {
  about: 'Tells what a rule finds, where it comes from, and how to silence it; without a name, lists all rules.',
  arguments: [{ name: '[rule]', about: 'the name of a rule, such as schedule/cron-syntax' }],
  options: [formatOption('json')],
  examples: [
    { call: 'flowspec explain graph/cycle', does: 'tells of one rule' },
    { call: 'flowspec explain', does: 'lists all of them' },
  ],
  run,
}
