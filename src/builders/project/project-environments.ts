/** A value of a variable of an environment: JSON data. */
export type VariableValue =
  | string
  | number
  | boolean
  | null
  | readonly VariableValue[]
  | { readonly [name: string]: VariableValue }

/** The environments of a project, each with its variables. */
export type EnvironmentsInput = Readonly<Record<string, object>>

/** A value as far as it is JSON data; an interface is none to a record type, though it may say the same. */
type DataOf<Value> = Value extends VariableValue
  ? Value
  : Value extends (...parameters: never) => unknown
    ? never
    : Value extends object
      ? { readonly [Key in keyof Value]: DataOf<Value[Key]> }
      : never

/** The type of a value without what is particular to that value: `string` for a text, and so on through lists and objects. */
export type Widened<Value> = Value extends string
  ? string
  : Value extends number
    ? number
    : Value extends boolean
      ? boolean
      : Value extends readonly (infer Item)[]
        ? readonly Widened<Item>[]
        : Value extends object
          ? { readonly [Key in keyof Value]: Widened<Value[Key]> }
          : Value

type AnyVariable<Environments> = { [Name in keyof Environments]: keyof Environments[Name] }[keyof Environments]

/** Whether a value may stand for all of them: it has their type, or is a special case of it such as an empty list. */
type IsOneType<All, Value> = [All] extends [Value] ? true : [Value] extends [Exclude<All, Value>] ? true : false

type Candidates<Environments, Variable> = {
  [Name in keyof Environments]: Variable extends keyof Environments[Name]
    ? Widened<Environments[Name][Variable]>
    : never
}[keyof Environments]

/** A value as the code that is given it sees it: any item of a list may be at any place of it. */
type Seen<Value> = Value extends readonly (infer Item)[]
  ? readonly Seen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Seen<Value[Key]> }
    : Value

/** The variables that all environments have: each may have the value of any of them, literal values as such. */
export type VariablesOf<Environments> = {
  readonly [Variable in AnyVariable<Environments>]: {
    [Name in keyof Environments]: Variable extends keyof Environments[Name] ? Seen<Environments[Name][Variable]> : never
  }[keyof Environments]
}

/** What each environment has to hold: every variable any of them has, each of the one type it has everywhere. */
export type SameVariables<Environments> = {
  readonly [Name in keyof Environments]: {
    readonly [Variable in AnyVariable<Environments>]: Variable extends keyof Environments[Name]
      ? IsOneType<Candidates<Environments, Variable>, Widened<Environments[Name][Variable]>> extends true
        ? DataOf<Environments[Name][Variable]>
        : { readonly error: `'${Variable & string}' has another type in another environment` }
      : Candidates<Environments, Variable>
  }
}
