import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { type Entity, hasShape } from '../../document/index/entity.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { bodyEntities } from '../../language/structures.ts'
import { parseCron } from '../../schedule/cron/parse.ts'
import { checkWindow } from '../../schedule/runs/window.ts'
import { inspectZone as inspectZoneName } from '../../schedule/zones/names.ts'
import { findingAt } from './finding.ts'
import type { Finding, Rule } from './rule.ts'

/** What the schedule room says of one part of a trigger, with paths relative to the trigger. */
export type TriggerInspection = (trigger: Entity) => readonly Diagnostic[]

/** Everything of a schedule rule but what it runs. */
export interface TriggerRuleParts extends Omit<Rule, 'run' | 'name'> {
  readonly name: BuiltInRuleName
}

function relocated(diagnostics: readonly Diagnostic[], path: string): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, path }))
}

/** The field of a trigger that has a value; null counts as absent. */
function field(trigger: Entity, name: string): unknown {
  return trigger.value[name] ?? undefined
}

const asWarning = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, severity: 'warning' })

/** Whether a trigger is that of a node in the body of a loop or of another node, which runs when its container does. */
function isInBody({ parent: node }: Entity): boolean {
  if (node?.name !== 'Node') return false
  const metadata = node.value['metadata']
  const container = isRecord(metadata) ? metadata['container'] : undefined
  return readText(container, 'type') === 'Node' || bodyEntities.some((name) => node.parent?.name === name)
}

/** A seventh field that allows every year, as Quartz writes it. */
const everyYear = /^(\s*(?:\S+\s+){5}\S+)\s+\*\s*$/

/** What is wrong with a cron. A year that restricts nothing is read over. */
function cronFaults(cron: string): readonly Diagnostic[] {
  const six = everyYear.exec(cron)?.[1]
  if (six === undefined) return parseCron(cron).diagnostics
  const message = 'The cron has a seventh field, the year "*", which says nothing and is not of the dialect.'
  const rule = 'schedule/cron-syntax'
  const year = createDiagnostic({ rule, severity: 'warning', message, path: '', hint: `Write "${six}".` })
  return [year, ...parseCron(six).diagnostics]
}

/** What is wrong with the cron of a trigger. */
export const inspectCron: TriggerInspection = (trigger) => {
  const cron = field(trigger, 'cron')
  if (typeof cron !== 'string') return []
  const faults = relocated(cronFaults(cron), '/cron')
  return isInBody(trigger) ? faults.map(asWarning) : faults
}

/** What is wrong with the time zone of a trigger. */
export const inspectZone: TriggerInspection = (trigger) => {
  const zone = field(trigger, 'timezone')
  return zone === undefined ? [] : relocated(inspectZoneName(zone).diagnostics, '/timezone')
}

const withLetter = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)$/

/** A moment with a T between date and time, as the oldest documents write it, in the form of the service. */
function spaced(moment: unknown): unknown {
  return typeof moment === 'string' ? moment.replace(withLetter, '$1 $2') : moment
}

/** What is wrong with the first and last moment of a trigger. */
export const inspectWindow: TriggerInspection = (trigger) => {
  const found = checkWindow(spaced(field(trigger, 'startTime')), spaced(field(trigger, 'endTime'))).diagnostics
  const faulty = new Set(found.filter(({ rule }) => rule === 'schedule/date-syntax').map(({ path }) => path))
  const oldForms = ['startTime', 'endTime'].flatMap((name) => {
    const moment = field(trigger, name)
    if (spaced(moment) === moment || faulty.has(`/${name}`)) return []
    const message = `The ${name} ${showValue(moment)} has a T between date and time, as the oldest documents do.`
    const hint = `Write ${showValue(spaced(moment))}.`
    const rule = 'schedule/date-syntax'
    return [createDiagnostic({ rule, severity: 'warning', message, path: `/${name}`, hint })]
  })
  return [...found, ...oldForms]
}

/** A rule that passes on, for every trigger, the diagnostics of one name that an inspection gives. */
// @__NO_SIDE_EFFECTS__
export function triggerRule(parts: TriggerRuleParts, inspect: TriggerInspection): Rule {
  const findings = (trigger: Entity): Finding[] =>
    inspect(trigger)
      .filter(({ rule }) => rule === parts.name)
      .map(({ path, message, severity, hint }) =>
        findingAt(trigger, path.slice(1), { message, severity, ...(hint === undefined ? {} : { hint }) }),
      )
  return {
    ...parts,
    run(index, report) {
      for (const trigger of index.entitiesOf('Trigger')) if (hasShape(trigger)) findings(trigger).forEach(report)
    },
  }
}
