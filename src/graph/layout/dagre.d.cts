/** What is used of dagre, whose own declarations leave the types of labels open. */
declare namespace bridge {
  interface DagreBox {
    readonly width: number
    readonly height: number
    /** The middle, once the graph is laid out. */
    readonly x?: number
    readonly y?: number
  }

  interface DagreLink {
    readonly width: number
    readonly height: number
    readonly labelpos: 'c'
    /** How many ranks there are from one end to the other at least. */
    readonly minlen: number
    /** The middle of the label, where it has one. */
    readonly x?: number
    readonly y?: number
    /** From the border of one box to that of the other. */
    readonly points?: readonly { readonly x: number; readonly y: number }[]
  }

  interface DagreGraph {
    setGraph(settings: { readonly nodesep: number; readonly edgesep: number; readonly ranksep: number }): this
    setNode(id: string, box: DagreBox): this
    setEdge(from: string, to: string, link: DagreLink, name: string): this
    graph(): { readonly width?: number; readonly height?: number }
  }

  interface Dagre {
    readonly graphlib: { readonly Graph: new (options: { readonly multigraph: true }) => DagreGraph }
    layout(graph: DagreGraph): void
  }
}

declare const bridge: { readonly dagre: bridge.Dagre }
export = bridge
