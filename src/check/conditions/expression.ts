/** A condition as it is understood; what no rule looks into is `other`. */
export type Expression =
  | { readonly kind: 'name' | 'number' | 'string' | 'placeholder'; readonly text: string; readonly at: number }
  | { readonly kind: 'not' | 'minus'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or' | 'list'; readonly operands: readonly Expression[] }
  | { readonly kind: 'comparison'; readonly operands: readonly Expression[]; readonly operators: readonly string[] }
  | { readonly kind: 'other' }
