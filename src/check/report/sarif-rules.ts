import type { Severity } from '../../diagnostics/diagnostic.ts'
import type { RuleName } from '../../diagnostics/rule-names.ts'
import { printable } from '../../diagnostics/show-value.ts'
import type { CustomRule } from '../engine/custom-rules.ts'
import { ruleCatalogue } from './rule-catalogue.ts'
import type { SarifLevel, SarifRule } from './sarif-log.ts'

/** The words of SARIF for severities. */
export const sarifLevels: Readonly<Record<Severity, SarifLevel>> = { error: 'error', warning: 'warning', info: 'note' }

/** What a log says of a rule, when it is known. */
interface RuleTexts {
  readonly severity: Severity
  readonly summary: string
  readonly help: string
  readonly uri: string | undefined
}

/** The address of a page, when it is one for a browser. */
function webAddress(docs: string | undefined): string | undefined {
  return docs !== undefined && /^https?:\/\//.test(docs) ? docs : undefined
}

function textsOfOwn({ severity, summary, docs }: CustomRule): RuleTexts {
  return { severity, summary, help: docs === undefined ? summary : `${summary} See ${docs}`, uri: webAddress(docs) }
}

function ruleOf(name: RuleName, texts: RuleTexts): SarifRule {
  const { severity, summary, help, uri } = texts
  const text = sarifText(summary)
  return {
    id: name,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: sarifText(help) },
    ...(uri === undefined ? {} : { helpUri: uri }),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: { tags: [name.slice(0, name.indexOf('/'))] },
  }
}

/**
 * The rules that a log describes, in the order of their names.
 *
 * @param names - the rules that have a result
 * @param custom - the team's own rules, for their texts
 * @param rulesUri - the address at which the page of rules can be read
 */
export function sarifRules(
  names: ReadonlySet<RuleName>,
  custom: readonly CustomRule[],
  rulesUri: string | undefined,
): SarifRule[] {
  const known = new Map<string, RuleTexts>(custom.map((rule) => [rule.name, textsOfOwn(rule)]))
  for (const { name, severity, summary, evidence, docs } of ruleCatalogue) {
    const uri = rulesUri === undefined ? undefined : `${rulesUri}${docs.slice(docs.indexOf('#'))}`
    known.set(name, { severity, summary, help: `${summary} Why: ${evidence}`, uri })
  }
  const unknown: RuleTexts = { severity: 'warning', summary: "A rule of the team's own.", help: '', uri: undefined }
  return [...names].sort().map((name) => ruleOf(name, known.get(name) ?? { ...unknown, help: unknown.summary }))
}

/**
 * A text as a message of SARIF: braces are doubled, because single ones hold the place of an argument (section 3.11.5),
 * and what would be a link (section 3.11.6) is none, because documents may bring it.
 */
export function sarifText(text: string): string {
  return printable(text).replaceAll('](', '] (').replaceAll('{', '{{').replaceAll('}', '}}')
}
