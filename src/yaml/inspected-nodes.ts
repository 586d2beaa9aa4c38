import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml'
import { showValue } from '../diagnostics/show-value.ts'
import type { YamlFault } from './yaml-fault.ts'

/** What is known of the nodes of a text once each was looked at. */
export interface InspectedNodes {
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias.Parsed, ParsedNode>
  readonly faults: readonly YamlFault[]
}

const syntax = 'document/syntax'

function keyFault(key: ParsedNode): YamlFault | undefined {
  const [offset] = key.range
  if (isScalar(key) && typeof key.value === 'string') {
    if (key.value === '__proto__') {
      return { rule: 'document/unsafe-key', message: 'The document has a key "__proto__", which no field has.', offset }
    }
    if (key.value !== '<<' || key.type !== 'PLAIN') return undefined
    const hint = 'Write the fields out, or put the key in quotes.'
    return { rule: syntax, message: 'A merge key "<<" is YAML 1.1; YAML 1.2 is read here.', offset, hint }
  }
  const message = 'A key is not a text; the keys of a document are.'
  const hint = isScalar(key)
    ? 'Put the key in quotes.'
    : 'Put a text that has braces in quotes: unquoted, {{x}} is a mapping.'
  return { rule: syntax, message, offset, hint }
}

function keyFaults(mapping: YAMLMap.Parsed): YamlFault[] {
  const faults: YamlFault[] = []
  const seen = new Set<string>()
  for (const { key } of mapping.items) {
    const fault = keyFault(key)
    if (fault !== undefined) faults.push(fault)
    if (!isScalar(key) || typeof key.value !== 'string') continue
    if (seen.has(key.value)) {
      const message = `The key ${showValue(key.value)} stands twice in one mapping.`
      faults.push({ rule: syntax, message, offset: key.range[0] })
    }
    seen.add(key.value)
  }
  return faults
}

function numberFault(node: ParsedNode): YamlFault | undefined {
  if (!isScalar(node) || typeof node.value !== 'number' || Number.isFinite(node.value)) return undefined
  // One that is only larger than JavaScript can hold is kept by its text.
  if (/\d/.test(node.source)) return undefined
  const message = `The number ${showValue(node.source ?? '')} is none that JSON can hold.`
  return { rule: syntax, message, offset: node.range[0], hint: 'Put it in quotes if it is a text.' }
}

function below(node: ParsedNode): readonly (ParsedNode | null)[] {
  if (isSeq(node)) return node.items
  return isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : []
}

/** Looks at each node once, in the order of the text: an alias stands for the last node before it that has its name. */
export function inspectNodes(root: ParsedNode): InspectedNodes {
  const named = new Map<string, ParsedNode>()
  const targets = new Map<Alias.Parsed, ParsedNode>()
  const faults: YamlFault[] = []
  const stack: (ParsedNode | null)[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === null) continue
    if (isAlias(node)) {
      const target = named.get(node.source)
      const message = `The alias ${showValue(node.source)} has no anchor before it.`
      if (target !== undefined) targets.set(node, target)
      else faults.push({ rule: syntax, message, offset: node.range[0] })
      continue
    }
    if (node.anchor !== undefined) named.set(node.anchor, node)
    const number = numberFault(node)
    if (number !== undefined) faults.push(number)
    if (isMap(node)) for (const fault of keyFaults(node)) faults.push(fault)
    for (const inner of below(node).toReversed()) stack.push(inner)
  }
  return { targets, faults }
}
