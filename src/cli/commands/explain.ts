import { isOfSettings } from '../../check/engine/suppression.ts'
import { type CatalogueEntry, ruleCatalogue } from '../../check/report/rule-catalogue.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { printable } from '../../diagnostics/show-value.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { formatOption } from '../shared-options.ts'
import { jsonText } from '../text/json-text.ts'
import { type Palette, paletteOf } from '../text/palette.ts'
import { table } from '../text/table.ts'
import { wrapped } from '../text/words.ts'

/** The rules that a name without its area is the rest of, exactly or nearly; else the one nearest to it. */
function nearestRules(name: string): readonly string[] {
  const names = ruleCatalogue.map((rule) => rule.name)
  const withoutArea = (rule: string): string => rule.slice(rule.indexOf('/') + 1)
  const called = (rest: string | undefined): readonly string[] => names.filter((rule) => withoutArea(rule) === rest)
  const exact = called(name)
  if (exact.length > 0 || name.includes('/')) return exact.length > 0 ? exact : nearTo(name, names)
  const near = called(didYouMean(name, names.map(withoutArea)))
  return near.length > 0 ? near : nearTo(name, names)
}

function nearTo(name: string, names: readonly string[]): readonly string[] {
  const near = didYouMean(name, names)
  return near === undefined ? [] : [near]
}

function unknownRule(name: string): UsageError {
  if (name.startsWith('custom/')) {
    const next = 'It is one of your own: what it finds stands where defineRule makes it.'
    return new UsageError(`The catalogue has no rule ${printable(name)}.`, { next })
  }
  const near = nearestRules(name)
  const holding = ruleCatalogue.map((rule) => rule.name).filter((rule) => rule.includes(name.toLowerCase()))
  const next =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : holding.length > 0 && name !== ''
        ? `These have it in their names: ${holding.join(', ')}.`
        : 'flowspec explain lists all rules.'
  return new UsageError(`There is no rule ${printable(name)}.`, { next })
}

/** How a rule is silenced, or what to do about one that cannot be. */
function wayOut({ name, remedy }: CatalogueEntry, palette: Palette): readonly string[] {
  if (remedy !== undefined) return [palette.faint('What to do'), wrapped(remedy, '  ')]
  const everywhere = `  Everywhere: rules: { '${name}': 'off' }, or --rule ${name}=off`
  const inOnePlace = isOfSettings(name) ? [] : [`  In one place: .suppress('${name}', 'why')`]
  return [palette.faint('Silence it'), everywhere, ...inOnePlace]
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
      ...wayOut(rule, palette),
      '',
      palette.faint(`Wrong and right examples: ${rule.docs}`),
    ]
    console.write(`${lines.join('\n')}\n`)
  }
  return exitCodes.clean
}

/** `flowspec explain`: what a rule is about. */
export const explain: CommandDefinition = {
  about:
    'Tells what a rule finds, where it comes from, and how to silence it or what to do; without a name, lists all rules.',
  arguments: [{ name: '[rule]', about: 'the name of a rule, such as schedule/cron-syntax' }],
  options: [formatOption('json')],
  examples: [
    { call: 'flowspec explain graph/cycle', does: 'tells of one rule' },
    { call: 'flowspec explain', does: 'lists all of them' },
  ],
  run,
}
