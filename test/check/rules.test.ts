import { readdirSync } from 'node:fs'
import { checkSpec, ruleNames, type Severity } from 'flowspec'
import { ruleCatalogue } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.ts'
import { otherRules } from '../../src/check/rules/other-rules.ts'
import { faultsByArea, projectFaults } from './faults/index.ts'
import { passes, projectPasses } from './passes/index.ts'
import { baseDocument } from './support/base-document.ts'
import { edited } from './support/edit.ts'

const faults = faultsByArea.flatMap(([, list]) => list)
const catalogue = rules.map(({ name }) => name)

describe('the catalogue', () => {
  test.each(rules)('$name has a document that fails and one that passes', ({ name }) => {
    expect([...faults, ...projectFaults].filter(([, , rule]) => rule === name)).not.toEqual([])
    expect([...passes, ...projectPasses].filter(([rule]) => rule === name)).not.toEqual([])
  })

  test('with the rules that other rooms raise it is the list of rule names', () => {
    const described = [...rules, ...otherRules].map(({ name }) => name)
    expect(described.toSorted()).toEqual([...ruleNames])
    expect(ruleCatalogue.map(({ name }) => name)).toEqual([...ruleNames])
  })

  test('tells of each rule what is meant for readers alone', () => {
    const fields = new Set(ruleCatalogue.flatMap((rule) => Object.keys(rule)))
    expect([...fields].sort()).toEqual(['docs', 'evidence', 'name', 'remedy', 'severity', 'summary'])
  })

  test('has each rule in the file of its name, and no file without its rule', () => {
    const files = readdirSync('src/check/rules', { recursive: true, encoding: 'utf8' })
    const inFolders = files.map((file) => file.replaceAll('\\', '/')).filter((file) => /\/.*\.ts$/.test(file))
    expect(inFolders.sort()).toEqual(catalogue.map((name) => `${name}.ts`).sort())
  })

  test('has each rule once, with what it finds and why', () => {
    expect(new Set(catalogue).size).toBe(catalogue.length)
    for (const { name, summary, evidence } of [...rules, ...otherRules]) {
      expect(name).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/)
      expect(summary).toMatch(/\.$/)
      expect(evidence).toMatch(/\.$/)
    }
  })
})

test.each(passes)('%s says nothing of %s', (rule, _, edit) => {
  expect(checkSpec(edited(baseDocument, edit))).toEqual([])
  expect(catalogue).toContain(rule)
})

test.each(projectPasses)('%s says nothing of %s', (rule, _, edit, project) => {
  expect(checkSpec(edited(baseDocument, edit), { project })).toEqual([])
  expect(catalogue).toContain(rule)
})

/** Severities that differ from fault to fault, the plain ones of each rule being in the catalogue. */
const several: Readonly<Record<string, readonly Severity[]>> = {
  'code/missing': ['info', 'warning'],
  'project/duplicate-name': ['error', 'warning'],
  'document/missing-content': ['info', 'warning'],
  'graph/empty-workflow': ['info'],
  'control/condition-syntax': ['error', 'warning'],
  'control/exclusive-arms': ['info', 'warning'],
  'graph/isolated-node': ['info'],
  'name/characters': ['error', 'warning'],
  'project/cycle': ['error', 'warning'],
  'node/legacy-command': ['info'],
  'node/unknown-command': ['info', 'warning'],
  'parameter/component': ['info', 'warning'],
  'parameter/unknown': ['error', 'warning'],
  'parameter/unused': ['info'],
  'schedule/cron-uneven-step': ['info'],
  'schedule/inner-trigger': ['info'],
  'strategy/rerun-interval': ['info', 'warning'],
  'schema/enum': ['error', 'warning'],
  'schema/type': ['error', 'warning'],
  'schema/unknown-field': ['info', 'warning'],
  'variable/incomplete': ['info', 'warning'],
  'variable/unbound': ['info'],
}

/** What is disputed or only inferred, and so never stops a build. */
const warnings = [
  'node/datasource-types',
  'code/task-steps',
  'control/empty-body',
  'control/missing-arms',
  'reference/no-output',
  'code/comment-semicolon',
  'code/lone-setting',
  'code/size',
  'code/statement-count',
  'control/branch-arm',
  'parameter/pyodps-name',
  'control/body-border',
  'control/branch-condition',
  'control/branch-count',
  'control/join-arm',
  'control/join-expression',
  'control/loop-end-comment',
  'control/loop-ends',
  'control/loop-list',
  'control/loop-merge',
  'control/loop-parallelism',
  'control/loop-rounds',
  'control/loop-variable',
  'control/nested-loop',
  'control/not-citable',
  'control/structure',
  'document/body',
  'document/edge-field',
  'document/version',
  'graph/duplicate-entry',
  'parameter/shell-name',
  'reference/unknown-container',
  'graph/input-mismatch',
  'graph/node-count',
  'name/function',
  'name/resource',
  'node/command-code',
  'node/content-json',
  'node/datasource',
  'node/language',
  'node/missing-path',
  'parameter/duplicate',
  'parameter/misleading',
  'parameter/positional',
  'parameter/undeclared',
  'parameter/unknown-workflow',
  'reference/rounded-id',
  'reference/unknown-output',
  'project/duplicate-path',
  'project/misspelt-name',
  'project/unknown-output',
  'schedule/cron-ambiguous-step',
  'schedule/cron-leap-day',
  'schedule/cron-short-interval',
  'schedule/cron-spacing',
  'schedule/cycle-type',
  'schedule/delay-unit',
  'schedule/missing-trigger',
  'schedule/missing-type',
  'schedule/unused-cron',
  'schedule/zone-fixed-offset',
  'schema/doubled-field',
  'schema/empty-text',
  'strategy/concurrency',
  'strategy/denied-rerun',
  'strategy/priority-console',
  'strategy/rerun-unit',
  'strategy/timeout-range',
  'strategy/timeout-unit',
  'table/order',
  'variable/hub-outputs',
  'variable/source',
]

test.each(rules)('$name has its severity', ({ name, severity }) => {
  const alone = faults.filter(([, , rule]) => rule === name).map(([, edit]) => checkSpec(edited(baseDocument, edit)))
  const inProject = projectFaults
    .filter(([, , rule]) => rule === name)
    .map(([, edit, , , project]) => checkSpec(edited(baseDocument, edit), { project }))
  const found = [...alone, ...inProject].flat().map((diagnostic) => diagnostic.severity)
  const expected = several[name] ?? [warnings.includes(name) ? 'warning' : 'error']
  expect([...new Set(found)].sort()).toEqual(expected)
  expect(expected).toContain(severity)
})
