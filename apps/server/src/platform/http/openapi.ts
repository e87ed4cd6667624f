import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ROUTES } from '@tawama/contracts';
import { z } from 'zod';
import { VERSION } from '../version.js';
import { SESSION_COOKIE } from './sessions.js';

/** The document of the API, read off the controllers and the schemas of the contracts. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('Tawama').setVersion(VERSION).addCookieAuth(SESSION_COOKIE)
    .setDescription('Every request but GET needs the header X-Tawama: 1. PATCH needs If-Match: "<version>". Refusals are application/problem+json (RFC 9457).').build();
  const document = SwaggerModule.createDocument(app, config, {
    autoTagControllers: false,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) => ({ schema: isZod(schema) ? jsonSchema(schema, schemaType) : {}, components: {} }),
  });
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, item]) => [path, withPolicies(path, item)])) };
}

/** Serves the document and a page to try it out, all from this machine. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Tawama API',
    swaggerOptions: {
      validatorUrl: null,
      requestInterceptor: (request: { headers: Record<string, string> }) => { request.headers['X-Tawama'] = '1'; return request; },
    },
  });
}

const isZod = (schema: unknown): schema is z.ZodType => schema instanceof z.ZodType;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // A format says the same in one word that zod's pattern says in five lines.
    override: ({ jsonSchema: written }) => { if (written.format !== undefined) delete written.pattern; },
  });
  return plain;
}

/** Each operation says who may call it, from the same table that the door asks. */
function withPolicies(path: string, item: OpenAPIObject['paths'][string]): OpenAPIObject['paths'][string] {
  const policies: Readonly<Record<string, string>> = ROUTES;
  const route = path.replace(/\{(\w+)\}/g, ':$1');
  return Object.fromEntries(Object.entries(item).map(([method, operation]) => {
    const policy = policies[`${method.toUpperCase()} ${route}`];
    return [method, policy === undefined || typeof operation !== 'object' ? operation : { ...operation, 'x-policy': policy, ...(policy === 'public' ? {} : { security: [{ cookie: [] }] }) }];
  }));
}
