const text = {
  type: 'object',
  required: ['text'],
  // Section 3.11.5: a brace that holds no place of an argument is doubled.
  properties: {
    text: { type: 'string', minLength: 1, pattern: '^(?:[^{}]|\\{\\{|\\}\\})*$' },
    markdown: { type: 'string' },
  },
  additionalProperties: false,
}

const level = { enum: ['none', 'note', 'warning', 'error'] }

const location = {
  type: 'object',
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation'],
      properties: {
        artifactLocation: {
          type: 'object',
          // A reference to an address: no characters but those of RFC 3986.
          properties: { uri: { type: 'string', pattern: "^[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+$" } },
          required: ['uri'],
          additionalProperties: false,
        },
        region: {
          type: 'object',
          required: ['startLine'],
          properties: {
            startLine: { type: 'integer', minimum: 1 },
            startColumn: { type: 'integer', minimum: 1 },
          },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
    logicalLocations: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, fullyQualifiedName: { type: 'string' }, kind: { type: 'string' } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}

const suppression = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { enum: ['inSource', 'external'] },
    status: { enum: ['accepted', 'underReview', 'rejected'] },
    justification: { type: 'string' },
  },
  additionalProperties: false,
}

const result = {
  type: 'object',
  required: ['message'],
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message: text,
    locations: { type: 'array', items: location },
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    suppressions: { type: 'array', uniqueItems: true, items: suppression },
  },
  additionalProperties: false,
}

const rule = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string' },
    shortDescription: text,
    fullDescription: text,
    help: text,
    helpUri: { type: 'string', pattern: '^https?://' },
    defaultConfiguration: { type: 'object', properties: { level }, additionalProperties: false },
    properties: {
      type: 'object',
      properties: { tags: { type: 'array', uniqueItems: true, items: { type: 'string' } } },
    },
  },
  additionalProperties: false,
}

const driver = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    version: { type: 'string' },
    rules: { type: 'array', uniqueItems: true, items: rule },
  },
  additionalProperties: false,
}

/** What SARIF 2.1.0 demands of the part of it that a log has; a property it does not list is refused. */
export const sarifSchema = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string', pattern: '^https://' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool'],
        properties: {
          tool: { type: 'object', required: ['driver'], properties: { driver }, additionalProperties: false },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: result },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}
