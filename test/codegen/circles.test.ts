import { branch, project, shell, workflow } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { afterAll, describe, expect, it } from 'vitest'
import { compilerErrors, documentsOf, ProjectFolder } from './support/generated-project.ts'

const daily = workflow('daily').cron('00 02 00 * * ?')
const a = shell('a').code('ls')
const b = shell('b').code('ls')
const route = branch('route').arm('big', '1 > 0').arm('small', '1 < 0')
const big = a.after(route.case('big'))
const bAfter = b.after(a)
const aAfterPrevious = a.afterPrevious(b)
const bAfterPrevious = b.afterPrevious(a)
const routeAfterPrevious = route.afterPrevious(a)
const last = b.after(a, route.case('small'))

/** Nodes that wait for each other, which only works where one waits for the previous cycle of the other. */
const circles = {
  'of a node and the previous cycle of the next': daily.nodes(bAfter, aAfterPrevious),
  'of the previous cycles of two': daily.nodes(aAfterPrevious, bAfterPrevious),
  'of an arm and the previous cycle of the next': daily.nodes(routeAfterPrevious, big, last),
  'of an arm that stands behind': daily.nodes(big, routeAfterPrevious),
}

const folder = new ProjectFolder()
afterAll(() => folder.remove())

describe('a circle', () => {
  it.each(Object.entries(circles))('is built again: %s', async (name, flow) => {
    const alone = flow.build()
    const odd = { ...alone, note: 'of a document that no builders make' }
    const { documents } = project('retail').add(flow).build()
    for (const [at, given] of [[alone], [odd], documents].entries()) {
      const { files, notes } = toCode(given)
      expect(notes).toEqual([])
      expect(await documentsOf(folder.write(`${name}-${at}`, files))).toEqual(given)
    }
  })

  it('takes the previous cycle of a node by its builder', () => {
    const text = toCode(daily.nodes(bAfter, aAfterPrevious).build()).files['index.ts']
    expect(text).toContain('.after("a")')
    expect(text).toContain('.afterPrevious(b)')
  })

  it('compiles with the strictest settings', () => {
    expect(compilerErrors(folder)).toBe('')
  }, 120_000)
})
