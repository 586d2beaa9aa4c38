/** What is used of ajv; its own declarations are not there for those who have not installed it. */
declare namespace bridge {
  interface AjvError {
    readonly keyword: string
    readonly instancePath: string
    readonly schemaPath: string
    /** The name of a property, when it is that and not the value which is at fault. */
    readonly propertyName?: string
    readonly params: Readonly<Record<string, unknown>>
    readonly message?: string
    readonly data?: unknown
    readonly parentSchema?: unknown
    readonly schema?: unknown
  }

  interface AjvValidate {
    (data: unknown): boolean
    errors?: readonly AjvError[] | null
  }

  interface AjvOptions {
    readonly allErrors: true
    readonly useDefaults: true
    readonly verbose: true
    readonly logger: false
    readonly ownProperties: true
    readonly multipleOfPrecision: number
    readonly formats: Readonly<Record<string, (text: string) => boolean>>
  }

  type AjvConstructor = new (options: AjvOptions) => { compile(schema: Readonly<Record<string, unknown>>): AjvValidate }
}

declare const bridge: { readonly Ajv: bridge.AjvConstructor }
export = bridge
