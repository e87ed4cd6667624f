import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language, Permission, Role } from '@tawama/contracts';

/** Who asks, and when: the signed-in account of a request. `agreementIds: null` is the whole club; a list is the scope that every query carries. */
export type Viewer = {
  accountId: string;
  personId: string | null;
  role: Role;
  permissions: ReadonlySet<Permission>;
  language: Language;
  agreementIds: readonly string[] | null;
  /** club time, learnt in passing from the statement that found the session */
  askedAt: Date;
};

/** The program itself, for what no person asked for; the whole club, every right, no account. */
export type Actor = { accountId: string | null };
export const THE_PROGRAM: Actor = { accountId: null };

/** The viewer that the access guard put on the request. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => context.switchToHttp().getRequest<{ viewer: Viewer }>().viewer);
