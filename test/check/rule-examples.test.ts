import type { Diagnostic } from 'flowspec'
import { ruleCatalogue } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'
import { ruleExamples, runRuleExamples } from '../../scripts/docs/rule-examples.ts'

const examples = ruleExamples()
const outcomes = [...(await runRuleExamples(examples))].map(([rule, outcome]) => ({ rule, ...outcome }))

/** What an example must not say besides what it is about; notes are worth a look, and no fault. */
const isFault = ({ severity }: Diagnostic): boolean => severity !== 'info'

test('every rule has an example in its doc comment, which exports wrong and right', () => {
  expect(ruleCatalogue.map(({ name }) => name).filter((name) => !examples.has(name))).toEqual([])
})

test('every example is that of a rule', () => {
  const names: readonly string[] = ruleCatalogue.map(({ name }) => name)
  expect([...examples.keys()].filter((name) => !names.includes(name))).toEqual([])
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
