// CommonJS, because parameters are read synchronously and ajv is an optional peer: `import` would load it, or fail, when
// flowspec/templates is imported, and `import()` would make templates asynchronous. Only `require` loads a module at the
// moment a template is first used. It names ajv as it is, so that bundlers put it into what they make.
module.exports = {
  get Ajv() {
    return require('ajv/dist/2019').default
  },
}
