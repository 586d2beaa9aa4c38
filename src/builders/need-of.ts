/** A literal name; a name known only at run time (`string`, or a template pattern) gives `never`. */
export type LiteralName<Name extends string> = Name extends unknown
  ? Record<never, never> extends Record<Name, 1>
    ? never
    : Name
  : never

/** The literal names that a dependency needs in the workflow. */
export type NeedOf<Item> = Item extends string
  ? LiteralName<Item>
  : Item extends { readonly name: infer Name extends string }
    ? LiteralName<Name>
    : never

/** As {@link NeedOf}, for what a node waits for in its previous cycle. */
export type PreviousNeedOf<Item> = Item extends string ? never : NeedOf<Item>
