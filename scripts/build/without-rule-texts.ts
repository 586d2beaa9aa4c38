import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/** A field of a rule that only the page of rules shows, with its text on the same line or the next. */
const text = /^ +(?:summary|evidence):\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`),\n/gm

/** A rule that is made by a call, such as `: Rule = entityRule(`. */
const made = /: Rule = (?=\w+\()/g

/**
 * Leaves what the page of rules says of each rule out of the bundles: nothing reads it at run time. A rule that is made by
 * a call is marked as pure, so that a program that checks nothing does not carry it.
 */
export const withoutRuleTexts: Plugin = {
  name: 'without-rule-texts',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]check[\\/]rules[\\/](?:[a-z-]+[\\/])?[a-z-]+\.ts$/ }, async ({ path }) => {
      const contents = (await readFile(path, 'utf8')).replace(text, '').replace(made, '$&/* @__PURE__ */ ')
      if (/^ +(?:summary|evidence):/m.test(contents)) throw new Error(`${path}: the texts of the rule were not found`)
      return { contents, loader: 'ts' }
    })
  },
}
