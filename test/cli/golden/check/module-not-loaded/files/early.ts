import { virtual, workflow } from 'flowspec'
import { daily } from 'flowspec/schedule'

const start = virtual('start')
// @ts-expect-error It is no time of day.
export default workflow('early').path('retail/early').schedule(daily('2:00')).nodes(start)
