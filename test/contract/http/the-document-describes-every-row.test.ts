import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../main/foundation/http/index.ts';
import {
  ApiError,
  hallOperations,
  stationOperations,
  type OperationTable,
} from '../../../preload/contracts/index.ts';
import { sendRequest } from '../../support/send-request.ts';
import { demoOperations, startDemo } from './demo-service.ts';

interface Row {
  readonly operationId: string;
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: unknown } } };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-songting-roles': readonly string[];
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, { readonly post?: Row; readonly get?: unknown }>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const tables: readonly [string, OperationTable][] = [
  ['hall', hallOperations],
  ['station', stationOperations],
  ['demo', demoOperations],
];

const documentOf = (operations: OperationTable): Document => {
  const written = openApiDocument(operations, { name: 'songting', version: '0.1.0' }, ['display']);
  // What a reader gets is JSON: nothing may be lost on the way.
  const read: unknown = JSON.parse(JSON.stringify(written));
  expect(read).toEqual(written);
  return read as Document;
};

/** Every node of the document with its path. */
function* walk(
  node: unknown,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; node: Record<string, unknown> }> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield { path, node: node as Record<string, unknown> };
  for (const [key, value] of Object.entries(node)) yield* walk(value, [...path, key]);
}

function resolve(document: Document, reference: string): unknown {
  const parts = reference.replace(/^#\//, '').split('/');
  return parts.reduce<unknown>(
    (node, part) => (node as Record<string, unknown> | undefined)?.[part],
    document,
  );
}

describe.each(tables)('the document of the %s', (_name, operations) => {
  const document = documentOf(operations);

  it('is OpenAPI 3.1 and names every row once', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = Object.values(document.paths).flatMap(({ post }) =>
      post === undefined ? [] : [post.operationId],
    );
    expect(ids).toEqual(Object.keys(operations));
    for (const [name, { roles }] of Object.entries(operations)) {
      expect(document.paths[`/api/${name}`]?.post?.['x-songting-roles']).toEqual(roles);
    }
  });

  it('has only references that lead somewhere', () => {
    const references = [...walk(document)].flatMap(({ node }) =>
      typeof node['$ref'] === 'string' ? [node['$ref']] : [],
    );
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) expect(resolve(document, reference), reference).toBeTypeOf('object');
  });

  it('has plausible JSON Schema 2020-12: known types, required keys that exist, patterns that compile', () => {
    const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
    for (const { path, node } of walk(document)) {
      const inProperties = path.at(-1) === 'properties';
      if (inProperties) continue;
      if (typeof node['type'] === 'string' && path[0] !== 'components')
        expect(types, path.join('/')).toContain(node['type']);
      if (typeof node['pattern'] === 'string')
        expect(() => new RegExp(String(node['pattern']), 'u')).not.toThrow();
      if (!Array.isArray(node['required'])) continue;
      // A record has no properties of its own, but names its keys.
      const names = (node['propertyNames'] as { enum?: string[] } | undefined)?.enum ?? [];
      const known = [...Object.keys((node['properties'] ?? {}) as object), ...names];
      for (const key of node['required']) expect(known, path.join('/')).toContain(key);
    }
  });

  it('refuses unknown keys in what is sent', () => {
    for (const [name, path] of Object.entries(document.paths)) {
      if (path.post === undefined) continue;
      const schema = path.post.requestBody.content['application/json'].schema as Record<string, unknown>;
      const options = (schema['anyOf'] ?? [schema]) as Record<string, unknown>[];
      for (const option of options) expect(option['additionalProperties'], name).toBe(false);
    }
  });

  it('has each kind of error under its status', () => {
    const described = Object.values(document.components['responses'] ?? {}) as { description: string }[];
    const kinds = described.flatMap(({ description }) => description.split(', '));
    expect(kinds.sort()).toEqual(ApiError.options.map(({ shape }) => shape.kind.value).sort());
  });
});

it('is served without a token', async () => {
  const demo = await startDemo();
  const { status, json } = await sendRequest(demo.address, { path: '/api/openapi.json' });
  await demo.close();
  expect(status).toBe(200);
  expect(json).toMatchObject({
    openapi: '3.1.0',
    info: { version: '1.2.3' },
    paths: { '/api/feed': {}, '/api/greet': {} },
  });
});
