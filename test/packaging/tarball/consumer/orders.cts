import flowspec = require('flowspec')
import schedule = require('flowspec/schedule')

const start = flowspec.virtual('start')
const document = flowspec.workflow('orders').cron('00 02 00 * * ?').nodes(start).build()

export const text: string = flowspec.writeJson(document)
export const valid: boolean = schedule.parseCron('00 02 00 * * ?').ok
