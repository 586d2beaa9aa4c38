export { orders as default } from './orders.ts'
