import { project } from 'flowspec'
import returns from './returns.ts'

export default project('retail').add(returns)
