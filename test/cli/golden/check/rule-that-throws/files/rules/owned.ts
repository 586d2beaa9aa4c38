import { defineRule } from 'flowspec/rules'

function ownerOf(): never {
  throw new TypeError('nobody says who owns what')
}

export const owned = defineRule({
  name: 'custom/owned-by-team',
  severity: 'error',
  summary: 'Every node says who owns it.',
  run() {
    ownerOf()
  },
})
