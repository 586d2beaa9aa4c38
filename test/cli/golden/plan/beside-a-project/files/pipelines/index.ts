import { project } from 'flowspec'
import { orders } from './orders.ts'

export default project('shop').add(orders)
