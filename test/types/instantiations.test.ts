import { expect, it } from 'vitest'
import { compile } from './compile.ts'

const budget = 120

function program(length: number): string {
  const nodes = Array.from({ length }, (_, at) => {
    const after = at === 0 ? ".reads('odps.p.t')" : `.after(n${at - 1})`
    return `const n${at} = odpsSql('n${at}').owner('1').code('select 1').param('a', 'b').datasource('d')${after}`
  })
  const names = Array.from({ length }, (_, at) => `n${at}`)
  const imports = "import { odpsSql, workflow } from 'flowspec'"
  return [imports, ...nodes, `export const built: unknown = workflow('w').nodes(${names.join(', ')})`].join('\n')
}

it(`costs at most ${budget} type instantiations a node, up to 2,000 nodes in one call`, () => {
  const base = compile([program(10)])
  expect(base.errors).toEqual([[]])
  for (const length of [200, 2000]) {
    const { errors, instantiations } = compile([program(length)])
    expect(errors).toEqual([[]])
    expect((instantiations - base.instantiations) / (length - 10)).toBeLessThanOrEqual(budget)
  }
})
