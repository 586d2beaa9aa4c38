import { orders } from './orders.ts'

export default [orders]
