// Loaded when a template is first used, and an optional peer: who uses no templates need not install it.
module.exports = {
  get Ajv() {
    return require('ajv/dist/2019').default
  },
}
