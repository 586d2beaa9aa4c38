import { project } from 'flowspec'
import { orders } from './orders.ts'

export * from './returns.ts'
export default project('retail')
  .environments({ dev: { owner: '1' } })
  .add(({ owner }) => orders.owner(owner))
