import type { Plan } from '../../dataworks/plan/plan-result.ts'

/** The options of the command for what a plan needs. */
export const flagOptions = { adopt: '--adopt', allowDelete: '--allow-delete' } as const

/** The options without which a deploy refuses a plan. */
export function refusedFlags({ refused }: Plan): readonly string[] {
  return [...new Set(refused.flatMap(({ needs }) => (needs?.flag === undefined ? [] : [flagOptions[needs.flag]])))]
}

/** Whether a plan holds what a deploy refuses whatever it is allowed. */
export function isRefusedAnyway({ refused }: Plan): boolean {
  return refused.some(({ needs }) => needs !== undefined && needs.flag === undefined)
}
