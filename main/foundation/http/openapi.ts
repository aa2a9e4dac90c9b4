import { z } from 'zod';
import {
  ApiError,
  FEED_PATH,
  HTTP_STATUS,
  type Operation,
  type OperationTable,
  type Role,
} from '../../../preload/contracts/index.ts';
import type { ServiceInfo } from './options.ts';

type Json = Readonly<Record<string, unknown>>;

/** The contract table as an OpenAPI 3.1 document (JSON Schema 2020-12). Nothing in it is written by hand twice. */
export function openApiDocument(
  operations: OperationTable,
  info: ServiceInfo,
  feedRoles: readonly Role[] = [],
): Json {
  const paths = Object.entries(operations).map(([name, row]) => [
    `/api/${name}`,
    { post: describe(name, row) },
  ]);
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: info.title ?? info.name, version: info.version, license: { name: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths: {
      ...Object.fromEntries(paths),
      ...(feedRoles.length === 0 ? {} : feedPath(feedRoles)),
      ...openPaths(),
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'songting enrol --role … --name …' },
      },
      schemas: {
        ApiError: schemaOf(ApiError, 'output'),
        Refusal: {
          type: 'object',
          properties: { ok: { const: false }, error: { $ref: '#/components/schemas/ApiError' } },
          required: ['ok', 'error'],
        },
      },
      responses: Object.fromEntries(statuses().map((status) => [`Refused${status}`, refusal(status)])),
    },
  };
}

function describe(name: string, { summary, effect, roles, staff, input, output }: Operation): Json {
  const value = schemaOf(output, 'output');
  const answer = { type: 'object', properties: { ok: { const: true }, value }, required: ['ok', 'value'] };
  return {
    operationId: name,
    summary,
    tags: [effect],
    'x-songting-effect': effect,
    'x-songting-roles': roles,
    'x-songting-staff': staff,
    requestBody: { required: true, content: json(schemaOf(input, 'input')) },
    responses: {
      200: { description: 'Done.', content: json(answer) },
      ...Object.fromEntries(
        statuses().map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]),
      ),
    },
  };
}

function statuses(): number[] {
  return [...new Set(Object.values(HTTP_STATUS))].sort((a, b) => a - b);
}

function refusal(status: number): Json {
  const kinds = Object.entries(HTTP_STATUS).filter(([, of]) => of === status);
  return {
    description: kinds.map(([kind]) => kind).join(', '),
    content: json({ $ref: '#/components/schemas/Refusal' }),
  };
}

function feedPath(roles: readonly Role[]): Json {
  return {
    [FEED_PATH]: {
      get: {
        operationId: 'feed',
        summary:
          'WebSocket: a snapshot, then changes with a dense sequence. A gap asks for a new snapshot. A listener that showed or spoke a call says so.',
        'x-songting-roles': roles,
        responses: {
          101: { description: 'Switching to WebSocket, sub-protocol songting.feed.v1.' },
          401: { $ref: '#/components/responses/Refused401' },
          403: { $ref: '#/components/responses/Refused403' },
        },
      },
    },
  };
}

function openPaths(): Json {
  const properties = { ok: { const: true }, name: { type: 'string' }, version: { type: 'string' } };
  const health = { type: 'object', properties, required: ['ok', 'name', 'version'] };
  return {
    '/api/health': {
      get: {
        operationId: 'health',
        summary: 'The service is up.',
        security: [],
        responses: { 200: { description: 'Up.', content: json(health) } },
      },
    },
  };
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const written = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  // The document names its dialect once, at the top.
  return Object.fromEntries(Object.entries(written).filter(([key]) => key !== '$schema'));
}
