// Loaded when a picture is first drawn: a program that asks for the order of a graph does not wait for a layout.
module.exports = {
  get dagre() {
    return require('@dagrejs/dagre')
  },
}
