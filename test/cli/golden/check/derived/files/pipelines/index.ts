import { project } from 'flowspec'
import { deriveDependencies } from 'flowspec/sql'
import { orders } from './orders.ts'

export default deriveDependencies(project('shop').add(orders)).builder
