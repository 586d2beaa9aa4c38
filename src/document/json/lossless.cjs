// Loaded when a document is first read, or one with numbers that JavaScript rounds is written: a program that builds and
// writes documents needs none of it.
module.exports = {
  get losslessJson() {
    return require('lossless-json')
  },
}
