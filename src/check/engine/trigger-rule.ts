import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import { containerNode } from '../../document/containers.ts'
import { type Entity, hasShape } from '../../document/index/entity.ts'
import { bodyEntities } from '../../language/structures.ts'
import { acceptCron } from '../../schedule/cron/accepted-cron.ts'
import { checkWindow } from '../../schedule/runs/window.ts'
import { inspectZone as inspectZoneName } from '../../schedule/zones/names.ts'
import { eachEntityRule } from './entity-rule.ts'
import { findingAt } from './finding.ts'
import type { DocumentedRule, EntityRule } from './rule.ts'

/** What the schedule room says of one part of a trigger, with paths relative to the trigger. */
export type TriggerInspection = (trigger: Entity) => readonly Diagnostic[]

/** Everything of a schedule rule but what it runs. */
export interface TriggerRuleParts extends Omit<DocumentedRule, 'name'> {
  readonly name: BuiltInRuleName
}

function relocated(diagnostics: readonly Diagnostic[], path: string): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, path }))
}

/** The field of a trigger that has a value; null counts as absent. */
function field(trigger: Entity, name: string): unknown {
  return trigger.value[name] ?? undefined
}

/** Whether nothing follows a trigger, that of a node in a workflow, a loop or another node, which runs when that does. */
function isUnused({ parent: node }: Entity): boolean {
  if (node?.name !== 'Node') return false
  if (containerNode(node.value) !== undefined) return true
  return node.parent?.name === 'Workflow' || bodyEntities.some((name) => node.parent?.name === name)
}

/** How grave an error in a trigger is: one that nothing follows stops no document. */
export function errorSeverity(trigger: Entity): 'error' | 'warning' {
  return isUnused(trigger) ? 'warning' : 'error'
}

function eased(trigger: Entity, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((one) => (one.severity === 'error' ? { ...one, severity: errorSeverity(trigger) } : one))
}

/** What is wrong with the cron of a trigger. */
export const inspectCron: TriggerInspection = (trigger) => {
  const cron = field(trigger, 'cron')
  if (typeof cron !== 'string') return []
  return eased(trigger, relocated(acceptCron(cron).diagnostics, '/cron'))
}

/** What is wrong with the time zone of a trigger. */
export const inspectZone: TriggerInspection = (trigger) => {
  const zone = field(trigger, 'timezone')
  return zone === undefined ? [] : eased(trigger, relocated(inspectZoneName(zone).diagnostics, '/timezone'))
}

/** What is wrong with the first and last moment of a trigger. */
export const inspectWindow: TriggerInspection = (trigger) =>
  eased(trigger, checkWindow(field(trigger, 'startTime'), field(trigger, 'endTime')).diagnostics)

/**
 * A rule that passes on, for every trigger, the diagnostics of one name that an inspection gives. All such rules look at
 * a trigger before the next one, so that what is wrong with its cron and zone is worked out once and remembered.
 */
// @__NO_SIDE_EFFECTS__
export function triggerRule(parts: TriggerRuleParts, inspect: TriggerInspection): EntityRule {
  return eachEntityRule(parts, ['Trigger'], (trigger, report) => {
    if (!hasShape(trigger)) return
    for (const { rule, path, message, severity, hint } of inspect(trigger)) {
      if (rule !== parts.name) continue
      report(findingAt(trigger, path.slice(1), { message, severity, ...(hint === undefined ? {} : { hint }) }))
    }
  })
}
