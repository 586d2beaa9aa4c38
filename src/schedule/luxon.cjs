// cron-parser requires the CommonJS build of luxon. Reaching luxon through `require` as well keeps one copy in
// memory; `import 'luxon'` from an ES module would load the second, ESM build. The members are copied because luxon
// marks itself as a compiled ES module, and tools disagree on what the default import of such a module is.
module.exports = { ...require('luxon') }
