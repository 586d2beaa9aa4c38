// Loaded when it is first needed; its CommonJS build is one file where the ES module is eleven.
let json
const load = () => (json ??= require('lossless-json'))

module.exports = {
  get isSafeNumber() {
    return load().isSafeNumber
  },
  get parse() {
    return load().parse
  },
  get stringify() {
    return load().stringify
  },
}
