import type * as LosslessJson from 'lossless-json'

declare const lossless: { readonly losslessJson: typeof LosslessJson }
export = lossless
