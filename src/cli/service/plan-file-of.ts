import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPlan } from '../../dataworks/plan/plan-file.ts'
import type { PlanData } from '../../dataworks/plan/plan-result.ts'
import type { CommandCall } from '../command.ts'

/** A call and the plan that it names. */
export interface CallWithPlan {
  readonly call: CommandCall
  readonly approved: PlanData | undefined
}

/** Whether a file is a plan and no document: both are JSON. */
function isPlanFile(path: string): boolean {
  if (!path.endsWith('.json') || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false
  const text = readFileSync(path, 'utf8')
  return /"seen"\s*:/.test(text) && /"changes"\s*:/.test(text) && !/^\s*\{\s*"(?:kind|spec)"/.test(text)
}

/** Takes the plan out of the words of a call, where one of them is the file of a plan. */
export async function takePlanFile(call: CommandCall): Promise<CallWithPlan> {
  const { words, console } = call
  const file = words.find((word) => isPlanFile(resolve(console.cwd, word)))
  if (file === undefined) return { call, approved: undefined }
  const approved = await readPlan(resolve(console.cwd, file))
  return { call: { ...call, words: words.filter((word) => word !== file) }, approved }
}
