// Loaded when it is first needed, as luxon is, which it brings along.
let cronParser
const load = () => (cronParser ??= require('cron-parser'))

module.exports = {
  get CronExpressionParser() {
    return load().CronExpressionParser
  },
}
