import { anything, checkSettings, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { acceptCron } from '../cron/accepted-cron.ts'
import { chineseWords } from './chinese.ts'
import { englishWords } from './english.ts'
import type { CronWords } from './language.ts'
import { type CronMeaning, cronMeaning } from './meaning.ts'

/**
 * In which language a cron is described.
 *
 * @example
 * ```ts
 * import { type DescribeCronOptions, describeCron } from 'flowspec/schedule'
 *
 * const chinese: DescribeCronOptions = { language: 'zh' }
 * process.stdout.write(`${describeCron('00 00 03 ? * 1,5', chinese)}\n`)
 * ```
 */
export interface DescribeCronOptions {
  /** `en` for English, `zh` for simplified Chinese; `en` when left out. */
  readonly language?: 'en' | 'zh' | undefined
}

const describeKinds: SettingKindsOf<DescribeCronOptions> = { language: anything }

const languages: ReadonlyMap<unknown, CronWords> = new Map([
  ['en', englishWords],
  ['zh', chineseWords],
])

/**
 * Says in words when a cron fires: `At 03:00 on Mondays and Fridays`. The words follow from what the cron means and not
 * from how it is written, so two crons that fire at the same times are described by the same words.
 *
 * @param text - a cron of DataWorks, as `parseCron` takes it
 * @param options - the language
 * @returns one sentence without a full stop; it says so when the cron never fires
 * @throws FlowSpecError with the faults that `parseCron` finds, or for a language there are no words in
 *
 * @example
 * ```ts
 * import { describeCron } from 'flowspec/schedule'
 *
 * process.stdout.write(`${describeCron('00 00/30 8-17 ? * MON-FRI')}\n`)
 * ```
 */
export function describeCron(text: string, options: DescribeCronOptions = {}): string {
  checkSettings('describeCron', 'options', options, describeKinds)
  const words = languages.get(options.language ?? 'en')
  if (words === undefined) throw unknownLanguage(options.language)
  const result = acceptCron(text)
  if (!result.ok) throw new FlowSpecError(result.diagnostics)
  return tell(cronMeaning(result.schedule), words)
}

function tell(meaning: CronMeaning, words: CronWords): string {
  const { times, days, months, years } = meaning
  const isAlways = days.kind === 'every' && months === undefined && times.kind === 'even' && times.goesRound
  const said = words.times(times)
  const sentence = isAlways ? words.always(said) : words.sentence(said, words.days(days, months), times.kind)
  if (years === 'none') return words.never(sentence)
  return years === 'leap' ? words.leapYears(sentence) : sentence
}

function unknownLanguage(language: unknown): FlowSpecError {
  const message = `There are no words in the language ${showValue(language)}.`
  const hint = 'The languages are en and zh.'
  return new FlowSpecError([
    createDiagnostic({ rule: 'schema/value', severity: 'error', message, path: '/language', hint }),
  ])
}
