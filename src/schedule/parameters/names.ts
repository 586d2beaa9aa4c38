import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import type { ExpressionCursor } from './cursor.ts'
import type { BuiltinParameter, ParameterMeaning } from './part.ts'

/** Names that are written with a `$` before them. */
export const plainBuiltins: readonly BuiltinParameter[] = [
  'bizdate',
  'cyctime',
  'gmtdate',
  'bizmonth',
  'jobid',
  'nodeid',
  'taskid',
]

/** Names that are written in braces. */
const bracedBuiltins: readonly BuiltinParameter[] = ['bdp.system.bizdate', 'bdp.system.cyctime']

/** What a name stands for. */
export type NameMeaning = Extract<ParameterMeaning, { kind: 'builtin' | 'reference' }>

/** Names of DolphinScheduler, from which pipelines are brought over, and what means the same here. */
const dolphinNames: ReadonlyMap<string, string> = new Map([
  ['system.biz.date', '$bizdate'],
  ['system.biz.curdate', '$[yyyymmdd]'],
  ['system.datetime', '$cyctime'],
  ['sys.biz_date', '$bizdate'],
  ['biz_date', '$bizdate'],
])

/** Reads the text in `${…}` when it is no date but a name; undefined when it looks like a date. */
export function readBracedName({ text }: ExpressionCursor): NameMeaning | undefined {
  const builtin = bracedBuiltins.find((name) => name === text)
  if (builtin !== undefined) return { kind: 'builtin', name: builtin }
  const [, scope, name = ''] = /^(workflow|workspace)\.([\w.-]+)$/.exec(text) ?? []
  if (scope === 'workflow' || scope === 'workspace') return { kind: 'reference', scope, name }
  return undefined
}

/** Whether a text is a word or a call, and no format of a date. */
export function isUnknownName(text: string): boolean {
  return /^[A-Za-z_][\w.]*(\(|$)/.test(text) && !/^(yy|mm|dd|hh|mi|ss|add_months\()/i.test(text)
}

/** Reports a name that DataWorks does not document. */
export function reportUnknownName(cursor: ExpressionCursor, written: string): undefined {
  const call = /^(\w+)\(/.exec(cursor.text)?.[1]
  const known = dolphinNames.get(cursor.text) ?? didYouMean(cursor.text, bracedBuiltins)
  const what = call === undefined ? showValue(written) : `function ${showValue(call)}`
  return cursor.fail({
    rule: 'parameter/unknown',
    message: `The ${call === undefined ? 'parameter ' : ''}${what} is not one of DataWorks.`,
    hint: known === undefined ? unknownHint(call) : `Write ${known}.`,
    at: 0,
    length: cursor.text.length,
  })
}

function unknownHint(call: string | undefined): string {
  return call === undefined
    ? 'Dates are $bizdate, ${yyyymmdd} and $[yyyymmdd]; parameters elsewhere are ${workflow.name} and ${workspace.name}.'
    : 'The only function is add_months, in $[…]; other schedulers have more.'
}
