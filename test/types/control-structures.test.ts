import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'

const prelude = [
  "import { type AnyNode, assignment, branch, type BranchBuilder, combined, doWhile, external, forEach, join, paiFlow, paramHub, shell, subProcess, triggerWorkflow, type TriggerWorkflow, variableOf, virtual, workflow, workflowParameter } from 'flowspec'",
  "const start = virtual('start')",
  "const route = branch('route').arm('big', 'True').owner('1').arm('small', 'False').after(start)",
  "const ids = assignment('ids', 'shell').code('echo 1')",
  "const daily = workflow('daily').cron('00 02 00 * * ?')",
  'declare const someName: string',
  'declare const flag: boolean',
  'export const used: unknown[] = [start, route, ids, daily, someName, flag]',
].join('\n')

const compileAll = (bodies: readonly string[]) => compile(bodies.map((body) => `${prelude}\n${body}`)).errors

describe('control structures that have what they need compile', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a branch and what comes after its arms', "daily.nodes(start, route, shell('a').after(route.case('big')))"],
    [
      'an arm after any step of a node',
      "branch('r').arm('x', '1').param('a', 'b').strategy({ priority: 1 }).afterPrevious('self').case('x')",
    ],
    ['a branch among nodes', 'export const nodes: AnyNode[] = [start, route, ids]'],
    ['arms of a name known only at run time', "branch('r').arm(someName, '1').case('whatever')"],
    [
      'a branch of a type a user wrote down',
      "export const r: BranchBuilder = route; daily.nodes(start, route, shell('a').after(r.case('x')))",
    ],
    [
      'a join of nodes, names and outside outputs',
      "daily.nodes(start, join('j').arm('a', start).arm('b', 'start').arm('c', external('p.x')).expression('a or b'))",
    ],
    ['a variable that is taken', "daily.nodes(ids, shell('s').param('1', ids.result()))"],
    ['a parameter with a plain value', "daily.nodes(shell('s').param('1', 'x', { type: 'Constant' }))"],
    [
      'a loop with a body that has what it needs',
      "const loop = forEach('l').over(ids.result()); daily.nodes(ids, loop.nodes(start).nodes(shell('s').after('start').param('1', loop.item)))",
    ],
    [
      'a loop in a loop',
      "daily.nodes(forEach('o').nodes(doWhile('i').nodes(start).while('select true', { language: 'odps-sql' }).owner('1')))",
    ],
    [
      'nodes inside a combined node and a PAI flow',
      "daily.nodes(ids, combined('c').nodes(start, shell('s').after(start)).param('a', ids.result()).nodes(virtual('t').after('s')), paiFlow('f').nodes(virtual('x')))",
    ],
    [
      'a variable of a plain node, taken and passed on',
      "const a = shell('a').outputVariable('v', '1'); const b = shell('b').outputVariable('v', variableOf(a, 'v')); daily.nodes(a, b, shell('c').param('1', variableOf('b', 'v')), branch('d').outputVariable('v', variableOf(b, 'v')).arm('x', '1'))",
    ],
    [
      'a workflow that a trigger starts, with a parameter',
      "export const t: TriggerWorkflow = triggerWorkflow('t').param('p', '1').trigger('topic').nodes(shell('s').param('1', workflowParameter('p')))",
    ],
    ['a sub-process', "daily.nodes(start, subProcess('p').owner('1').runs('7').after(start))"],
    [
      'a variable of a parameter node',
      "const hub = paramHub('h').variable('a', '1').owner('1').variable('b', ids.result()); daily.nodes(ids, hub, shell('s').param('1', hub.take('a')))",
    ],
    ['a conditional step', "daily.nodes(start, route.when(flag, (r) => r.arm('more', '1')))"],
  ]
  const errors = compileAll(cases.map(([, body]) => body))

  it.each(cases.map(([title], at) => [title, at] as const))('%s', (_, at) => {
    expect(errors[at]).toEqual([])
  })
})

describe('control structures that lack something fail at the guilty place', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'an arm that does not exist',
      "shell('a').after(route.case('huge'))",
      "'huge'",
      `Argument of type '"huge"' is not assignable to parameter of type '"big" | "small" | Hint<"another arm is added before: .arm(name, condition)">'`,
    ],
    [
      'a branch that is not in the workflow',
      "const a = shell('a').after(route.case('big')); daily.nodes(start, a)",
      'a',
      "'a' comes after 'route', which is not in the workflow",
    ],
    [
      'what a branch comes after',
      'daily.nodes(route)',
      'route',
      "'route' comes after 'start', which is not in the workflow",
    ],
    [
      'what a join waits for',
      "const j = join('j').arm('a', 'gone').owner('1'); daily.nodes(j)",
      'j',
      "'j' comes after 'gone', which is not in the workflow",
    ],
    [
      'the node whose variable is taken',
      "const s = shell('s').param('1', ids.result()); daily.nodes(s)",
      's',
      "'s' comes after 'ids', which is not in the workflow",
    ],
    [
      'the node whose variable a branch takes',
      "const b = branch('b').param('n', ids.result()).arm('x', '1'); daily.nodes(b)",
      'b',
      "'b' comes after 'ids', which is not in the workflow",
    ],
    [
      'what a node in a combined node comes after',
      "const s = shell('s').after('gone'); combined('c').nodes(start).nodes(s)",
      's',
      "'s' comes after 'gone', which is not in the combined node",
    ],
    [
      'what a node in a PAI flow takes from',
      "const s = shell('s').param('1', variableOf('gone', 'v')); paiFlow('f').nodes(s)",
      's',
      "'s' comes after 'gone', which is not in the PAI flow",
    ],
    [
      'the node whose variable is passed on',
      "const s = shell('s').outputVariable('v', ids.result()); daily.nodes(s)",
      's',
      "'s' comes after 'ids', which is not in the workflow",
    ],
    [
      'a schedule',
      "triggerWorkflow('t').cron('00 02 00 * * ?')",
      "triggerWorkflow('t')",
      "is not assignable to method's 'this' of type",
    ],
    ['a kind that triggers start', "daily.trigger('topic')", 'daily', "is not assignable to method's 'this' of type"],
    [
      'a state without a name',
      "join('j').arm('a', start, { status: 'Failure' })",
      'status',
      'is not assignable to type',
    ],
    ['a language it does not take', "assignment('x', 'cobol')", "'cobol'", 'is not assignable to parameter of type'],
  ]
  const errors = compileAll(cases.map(([, body]) => body))

  it.each(cases.map(([title, , at, message], place) => ({ title, at, message, place })))(
    '$title',
    ({ at, message, place }) => {
      const [error, ...others] = errors[place] ?? []
      expect(others).toEqual([])
      expect(error?.at).toBe(at)
      expect(error?.message).toContain(message)
    },
  )
})
