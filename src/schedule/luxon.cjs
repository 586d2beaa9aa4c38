// cron-parser requires the CommonJS build of luxon. Reaching luxon through `require` as well keeps one copy in
// memory; `import 'luxon'` from an ES module would load the second, ESM build.
module.exports = require('luxon')
