import { virtual, workflow } from 'flowspec'

export default workflow('fine').path('retail/fine').cron('00 30 02 * * ?').nodes(virtual('start'))
