import type { EntityName } from '../../language/generated/entity-name.ts'
import { type Fields, isFieldOf } from '../rest/typed-fields.ts'

/** The fields of a node that its strategy is made of. */
export const nodeStrategyFields: readonly string[] = [
  ...['recurrence', 'priority', 'timeout', 'timeoutUnit', 'instanceMode', 'rerunMode', 'rerunTimes', 'rerunInterval'],
  ...['ignoreBranchConditionSkip', 'maxInternalConcurrency'],
]

function timeoutInput(timeout: unknown, unit: unknown): unknown {
  if (unit !== undefined) return { value: timeout, unit }
  return timeout === 0 ? 0 : { value: timeout }
}

/**
 * The fields of a strategy as `.strategy(…)` takes them: those that are as the language has them.
 *
 * @param entity - whose fields they are
 */
export function strategyInput(entity: EntityName, fields: Fields, names: readonly string[]): Fields {
  const right = names.filter((name) => fields[name] !== undefined && isFieldOf(entity, name, fields[name]))
  const input: Record<string, unknown> = {}
  for (const name of right) {
    if (name === 'timeout')
      input['timeout'] = timeoutInput(
        fields['timeout'],
        right.includes('timeoutUnit') ? fields['timeoutUnit'] : undefined,
      )
    else if (name !== 'timeoutUnit') input[name] = fields[name]
  }
  return input
}
