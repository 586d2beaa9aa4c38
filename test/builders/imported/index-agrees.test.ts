import fc from 'fast-check'
import { type AnyNode, external, forEach, node, workflow } from 'flowspec'
import { expect, test } from 'vitest'
import { indexSpec } from '../../../src/document/index/index-spec.ts'

interface Plan {
  readonly name: string
  /** The places of the nodes it comes after; each stands earlier. */
  readonly after: readonly number[]
  readonly previous: boolean
  readonly outside: boolean
  /** Names of the nodes inside, when it is a loop. */
  readonly inside: readonly string[]
}

const commands = fc.constantFrom('ODPS_SQL', 'DIDE_SHELL', 'VIRTUAL', 'PYODPS3')

const plans: fc.Arbitrary<readonly (Plan & { readonly command: string })[]> = fc
  .array(fc.tuple(commands, fc.array(fc.nat(), { maxLength: 3 }), fc.boolean(), fc.boolean(), fc.nat(2)), {
    maxLength: 12,
  })
  .map((rows) =>
    rows.map(([command, after, previous, outside, inner], place) => ({
      name: `n${place}`,
      command,
      after: place === 0 ? [] : [...new Set(after.map((one) => one % place))],
      previous,
      outside,
      inside: Array.from({ length: place % 3 === 2 ? inner : 0 }, (_, at) => `n${place}_${at}`),
    })),
  )

function built(plan: Plan & { readonly command: string }): AnyNode {
  const inner = plan.inside.map((name, at) => {
    const one = node(name, 'VIRTUAL')
    return at === 0 ? one : one.after(plan.inside[at - 1] ?? '')
  })
  const start: AnyNode =
    inner.length > 0
      ? forEach(plan.name)
          .over('a,b')
          .nodes(...inner)
      : node(plan.name, plan.command)
  return start
    .after(...plan.after.map((place) => `n${place}`))
    .when(plan.previous, (one) => one.afterPrevious('self'))
    .when(plan.outside, (one) => one.after(external('other.output')))
}

const sorted = (lines: Iterable<string>): string[] => [...lines].sort()

test('the index of a built document has the nodes and the edges that were said, and no others', () => {
  fc.assert(
    fc.property(plans, fc.boolean(), (all, reversed) => {
      const nodes = all.map(built)
      const flow = workflow('w')
        .cron('00 02 00 * * ?')
        .nodeList(reversed ? nodes.reverse() : nodes)
      const index = indexSpec(flow.toJSON())

      const looping = all.filter(({ inside }) => inside.length > 0)
      const around = looping.flatMap(({ name, inside }) => [`${name}_start`, ...inside, `${name}_end`])
      expect(sorted(index.nodes.map((one) => one.name ?? ''))).toEqual(
        sorted([...all.map(({ name }) => name), ...around]),
      )

      const ofWorkflow = index.edges.filter(({ flow: { entity } }) => entity.name === 'Workflow')
      const said = all.flatMap(({ name, after, previous, outside }) => [
        ...after.map((place) => `${name} Normal n${place}`),
        ...(previous ? [`${name} CrossCycleDependsOnSelf ${name}`] : []),
        ...(outside ? [`${name} Normal outside`] : []),
      ])
      const found = ofWorkflow.map(
        ({ node: from, type, upstream }) => `${from?.name} ${type} ${upstream?.name ?? 'outside'}`,
      )
      expect(sorted(found)).toEqual(sorted(said))

      const inLoops = index.edges.filter(({ flow: { entity } }) => entity.name !== 'Workflow')
      const chain = looping.flatMap(({ name, inside }) =>
        [...inside, `${name}_end`].map((to, at) => `${to} ${inside[at - 1] ?? `${name}_start`}`),
      )
      expect(sorted(inLoops.map(({ node: from, upstream }) => `${from?.name} ${upstream?.name}`))).toEqual(
        sorted(chain),
      )
    }),
  )
})
