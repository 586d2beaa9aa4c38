import type { Diagnostic } from 'flowspec'
import { ruleCatalogue } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'
import { ruleExamples, runRuleExamples } from '../../scripts/docs/rule-examples.ts'

const examples = ruleExamples()
const outcomes = [...(await runRuleExamples(examples))].map(([rule, outcome]) => ({ rule, ...outcome }))

/** What an example must not say besides what it is about; notes are worth a look, and no fault. */
const isFault = ({ severity }: Diagnostic): boolean => severity !== 'info'

test('every rule has an example, which exports wrong and right', () => {
  expect([...examples.keys()].sort()).toEqual(ruleCatalogue.map(({ name }) => name))
  const halves = ['export const wrong', 'export const right']
  expect([...examples].filter(([, code]) => !halves.every((half) => code.includes(half)))).toEqual([])
})

describe.each(outcomes)('the example of $rule', ({ rule, wrong, right }) => {
  test('breaks this rule and no other', () => {
    expect(wrong.map((diagnostic) => diagnostic.rule)).toContain(rule)
    expect(wrong.filter((diagnostic) => diagnostic.rule !== rule && isFault(diagnostic))).toEqual([])
  })

  test('shows the way out', () => {
    expect(right.filter((diagnostic) => diagnostic.rule === rule || isFault(diagnostic))).toEqual([])
  })
})
