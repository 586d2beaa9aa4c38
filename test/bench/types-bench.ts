import { chainProgram } from '../types/chain-program.ts'
import { compile } from '../types/compile.ts'
import type { Bound } from './bound.ts'

const few = 10
const many = 2000

/** Type instantiations of a workflow of 2,000 nodes in one call. */
export function benchTypes(): Bound[] {
  const base = compile([chainProgram(few)]).instantiations
  const all = compile([chainProgram(many)]).instantiations
  const detail = `${all} for ${many} nodes`
  return [{ name: 'type instantiations a node', value: (all - base) / (many - few), most: 120, detail }]
}
