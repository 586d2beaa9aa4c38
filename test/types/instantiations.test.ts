import { expect, it } from 'vitest'
import { chainProgram } from './chain-program.ts'
import { compile } from './compile.ts'

const budget = 120

it(`costs at most ${budget} type instantiations a node, up to 2,000 nodes in one call`, () => {
  const base = compile([chainProgram(10)])
  expect(base.errors).toEqual([[]])
  for (const length of [200, 2000]) {
    const { errors, instantiations } = compile([chainProgram(length)])
    expect(errors).toEqual([[]])
    expect((instantiations - base.instantiations) / (length - 10)).toBeLessThanOrEqual(budget)
  }
})
