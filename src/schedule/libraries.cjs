// cron-parser and luxon, each loaded when it is first needed: a program that checks no schedule does not wait for them.
// cron-parser requires the CommonJS build of luxon, and so do we: `import` from an ES module would bring a second one.
module.exports = {
  get cronParser() {
    return require('cron-parser')
  },
  get luxon() {
    return require('luxon')
  },
}
