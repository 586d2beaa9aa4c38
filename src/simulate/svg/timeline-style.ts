/** The look of the picture, for light and dark surroundings; classes have a prefix so that pages keep theirs. */
export const timelineStyle = `
.fs-timeline { color-scheme: light dark; font: 12px ui-sans-serif, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; }
.fs-back { fill: #ffffff; } .fs-day { fill: #f6f8fa; } .fs-line { stroke: #d8dee4; } .fs-text { fill: #1f2328; } .fs-quiet { fill: #59636e; }
.fs-title { font-size: 15px; font-weight: 600; } .fs-strong { font-weight: 600; } .fs-end { text-anchor: end; } .fs-middle { text-anchor: middle; }
.fs-link { fill: none; stroke: #8c959f; stroke-opacity: .65; } .fs-cross { stroke-dasharray: 4 3; } .fs-change { stroke: #8250df; stroke-dasharray: 5 4; } .fs-change-text { fill: #8250df; }
.fs-runs { fill: #1a7f37; stroke: #1a7f37; } .fs-dry-run { fill: #ffffff; stroke: #6e7781; stroke-dasharray: 2.5 2; } .fs-skipped { fill: #ffffff; stroke: #6e7781; }
.fs-paused { fill: #cf222e; stroke: #cf222e; } .fs-blocked { fill: #ffffff; stroke: #cf222e; } .fs-unknown { fill: #d4a72c; stroke: #7d4e00; }
.fs-timeline .fs-tick { stroke: none; } .fs-timeline .fs-tick.fs-dry-run, .fs-timeline .fs-tick.fs-skipped { fill: #8c959f; } .fs-timeline .fs-tick.fs-blocked { fill: #ff8182; }
@media (prefers-color-scheme: dark) {
.fs-back { fill: #0d1117; } .fs-day { fill: #151b23; } .fs-line { stroke: #30363d; } .fs-text { fill: #e6edf3; } .fs-quiet { fill: #9198a1; }
.fs-link { stroke: #6e7681; } .fs-change { stroke: #bc8cff; } .fs-change-text { fill: #bc8cff; }
.fs-runs { fill: #3fb950; stroke: #3fb950; } .fs-dry-run, .fs-skipped { fill: #0d1117; stroke: #9198a1; }
.fs-paused { fill: #f85149; stroke: #f85149; } .fs-blocked { fill: #0d1117; stroke: #f85149; } .fs-unknown { fill: #9e6a03; stroke: #e3b341; }
}`
