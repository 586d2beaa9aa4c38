import { readCondition } from '../../../check/conditions/condition.ts'
import { addToGroup } from '../../../document/index/first-by-key.ts'
import type { KnownTasks } from '../../reading/known-tasks.ts'
import { inTable } from '../../reading/lenient.ts'
import type { SourceFields } from '../../reading/source-fields.ts'
import type { ArmDraft } from '../../target/draft.ts'
import { Names } from '../../target/names.ts'
import { placeholderNode } from '../../target/placeholder.ts'
import type { TaskScope } from '../scope.ts'
import type { TaskConverter, TaskSite } from './task-site.ts'

const partOfScript =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|===|!==|&&|\|\||!(?!=)|\$\{[^${}]*\}|\btrue\b|\bfalse\b|\bnull\b/g

const words: Readonly<Record<string, string>> = {
  '===': '==',
  '!==': '!=',
  '&&': 'and',
  '||': 'or',
  '!': 'not ',
  true: 'True',
  false: 'False',
  null: 'None',
}

/** Whether the engine puts quotes around a value, which it does for what is no number. */
function isTextValue(name: string, scope: TaskScope): boolean {
  const value = scope.constantOf(name)
  return value !== undefined && !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(value)
}

/** Whether a condition calls something, or looks at what is no parameter. */
function hasOtherWords(condition: string): boolean {
  const bare = condition.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$\{[^${}]*\}/g, ' ')
  return Array.from(bare.matchAll(/[A-Za-z_]\w*/g)).some(([word]) => !pythonWords.has(word))
}

const pythonWords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'True', 'False', 'None'])

/** Longer than any condition that a person wrote. */
const longest = 2000

const comparedWithText = /(\$\{[^${}]*\})(\s*(?:==|!=)\s*["'])|(["']\s*(?:==|!=)\s*)(\$\{[^${}]*\})/g

/** A condition as the expression of Python that a branch node takes; undefined for one that it cannot be. */
function pythonCondition(condition: string, scope: TaskScope): string | undefined {
  if (condition.length > longest) return undefined
  const text = condition
    .trim()
    .replaceAll(partOfScript, (part) => inTable(words, part) ?? part)
    .replaceAll(/\$\{\s*([^${}]*?)\s*\}/g, (part, name: string) => (isTextValue(name, scope) ? `'${part}'` : part))
    .replaceAll(comparedWithText, (part, left?: string, after = '', before = '', right?: string) => {
      if (left !== undefined) return `'${left}'${after}`
      return right === undefined ? part : `${before}'${right}'`
    })
  const { expression, fault } = readCondition(text)
  return expression === undefined || fault !== undefined || hasOtherWords(text) ? undefined : text
}

interface Route {
  readonly condition: string
  readonly target: string
}

/** The tasks that a condition leads to, which the versions write as one and as a list. */
function targetsOf(fields: SourceFields, { tasks, note }: TaskSite): readonly string[] {
  const isList = Array.isArray(fields.value('nextNode'))
  const codes = isList ? fields.texts('nextNode') : [fields.code('nextNode') ?? '']
  const written = codes.map((code) => code.trim()).filter((code) => code !== '')
  return tasks.those(written, 'nextNode', note)
}

/** Conditions and what they lead to; undefined when one cannot be carried. */
function routesOf(site: TaskSite): readonly Route[] | undefined {
  const result = site.task.params.record('switchResult')
  const routes: Route[] = []
  const before: string[] = []
  for (const one of result.records('dependTaskList')) {
    const condition = pythonCondition(one.text('condition') ?? '', site.scope)
    if (condition === undefined) return undefined
    // The first condition that holds counts: those before must not hold.
    const own = before.length === 0 ? condition : `(${condition})`
    const whole = [...before.map((other) => `not (${other})`), own].join(' and ')
    for (const target of targetsOf(one, site)) routes.push({ condition: whole, target })
    before.push(condition)
  }
  const otherwise = before.map((one) => `not (${one})`).join(' and ')
  if (before.length > 0) for (const target of targetsOf(result, site)) routes.push({ condition: otherwise, target })
  return routes
}

/** An arm for each task that is led to, called after it. */
function armsOf(routes: readonly Route[], tasks: KnownTasks): readonly ArmDraft[] {
  const byTarget = new Map<string, Route[]>()
  for (const route of routes) addToGroup(byTarget, route.target, route)
  const names = new Names()
  return [...byTarget].map(([key, all]) => ({
    key,
    arm: names.nameOf(tasks.titleOf(key) ?? key, 'arm'),
    condition: all.length === 1 ? (all[0]?.condition ?? '') : all.map(({ condition }) => `(${condition})`).join(' or '),
  }))
}

const mostRoutes = 50

/** `SWITCH`: a branch node with an arm for each task that it leads to. */
export const switchTask: TaskConverter = (site) => {
  const routes = routesOf(site)
  if (routes === undefined || routes.length === 0 || routes.length > mostRoutes) {
    return placeholderNode(site, 'VIRTUAL', {
      what: 'conditions of a switch',
      why: 'They are no expressions that a branch node takes, which are of Python and on parameters.',
      wayOut: 'Write a branch node: branch(name).arm(arm, condition).',
    })
  }
  const text = routes.map(({ condition }) => condition).join(' ')
  const names = new Set(Array.from(text.matchAll(/\$\{\s*([^${}]*?)\s*\}/g), ([, name = '']) => name))
  const parameters = [...names].flatMap((name) => {
    const value = site.scope.valueFor(name)
    return value === undefined ? [] : [{ name, value }]
  })
  const unknown = [...names].filter((name) => site.scope.valueFor(name) === undefined)
  if (unknown.length > 0) {
    site.note({
      what: `values of a switch: ${unknown.join(', ')}`,
      why: 'They come from tasks before it, which DataWorks hands on by assignment nodes.',
      wayOut:
        'Make the task an assignment node, and give its output to the branch: .param(name, variableOf(node, "outputs")).',
    })
  }
  return { making: { kind: 'branch', arms: armsOf(routes, site.tasks) }, parameters }
}
