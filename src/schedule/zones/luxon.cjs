// cron-parser requires the CommonJS build of luxon. Reaching luxon through `require` as well keeps one copy in
// memory; `import 'luxon'` from an ES module would load the second, ESM build. It is loaded when it is first needed:
// programs that check no schedule do not wait for it.
let luxon
const load = () => (luxon ??= require('luxon'))

module.exports = {
  get IANAZone() {
    return load().IANAZone
  },
  get FixedOffsetZone() {
    return load().FixedOffsetZone
  },
  get DateTime() {
    return load().DateTime
  },
}
