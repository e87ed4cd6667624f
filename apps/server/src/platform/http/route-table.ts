import { ROUTES, type RoutePolicy } from '@tawama/contracts';

/** Files that anybody may load: the dashboard's own and the public pages' (`@fastify/static` registers these). Explicit: a route that is in neither list stops the boot. */
export const OPEN_ROUTES: readonly string[] = ['GET /', 'GET /*', 'GET /assets/*'];

/** Pages of a plugin with routes of its own below: one line in the table stands for all of them, whatever the method. */
const FAMILIES: readonly { prefix: string; policy: RoutePolicy }[] = [
  { prefix: '/admin/queues', policy: ROUTES['GET /admin/queues'] },
  { prefix: '/api/docs', policy: ROUTES['GET /api/docs'] },
];

const POLICIES: Readonly<Record<string, RoutePolicy>> = ROUTES;

/**
 * What a route asks for.
 * @param route the pattern it was registered under; HEAD is asked for what GET is
 * @returns undefined when nobody declared it: nobody may pass
 */
export function policyOf(method: string, route: string): RoutePolicy | undefined {
  const name = `${method === 'HEAD' ? 'GET' : method} ${route}`;
  if (Object.hasOwn(POLICIES, name)) return POLICIES[name];
  const family = FAMILIES.find(({ prefix }) => route === prefix || route.startsWith(`${prefix}/`));
  if (family) return family.policy;
  return OPEN_ROUTES.includes(name) ? 'public' : undefined;
}

/** Compares what is registered with the table. `undeclared`: served without a policy; `unserved`: a policy for nothing. */
export function differences(registered: ReadonlySet<string>): { undeclared: string[]; unserved: string[] } {
  const undeclared = [...registered].filter((name) => {
    const [method = '', route = ''] = name.split(' ');
    return policyOf(method, route) === undefined;
  });
  return { undeclared, unserved: Object.keys(ROUTES).filter((name) => !registered.has(name)) };
}

const PATTERNS = Object.keys(ROUTES).map((name) => {
  const [method = '', path = ''] = name.split(' ');
  return { method, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[a-zA-Z]+/g, '[^/]+')}/?$`) };
});

/** The methods that some route answers at this address; empty when there is none. */
export function allowedMethods(url: string): string[] {
  const path = url.split('?')[0] ?? '';
  return [...new Set(PATTERNS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}
